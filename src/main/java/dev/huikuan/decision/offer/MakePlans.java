package dev.huikuan.decision.offer;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Installment plans from the decided terms installmentCount, downPaymentPercent (undecided: 0),
 * installmentIntervalDays, installmentAnnualInterestPercent and installmentMethod. Contract maximum
 * and limitation lower the count of a receivable, the minimum installment that of the plan; a plan
 * has at least two payments, the down payment counted.
 */
final class MakePlans {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String COUNT = "installmentCount";

  private record Terms(String currency, PlanTerms plan) {}

  private final Ground ground;
  private final LocalDate asOf;

  private MakePlans(Ground ground) {
    this.ground = ground;
    this.asOf = ground.asOf();
  }

  static Grouping.Outcome of(Ground ground) {
    MakePlans plans = new MakePlans(ground);
    return Grouping.of(ground, plans::judge, plans::make);
  }

  private Verdict<Terms> judge(OpenItem item) {
    String id = item.id();
    Value allowed = ground.book().receivable(id, "installmentsAllowed");
    if (allowed instanceof Value.Flag flag && !flag.yes()) {
      return Verdict.no("installmentsAllowed", allowed, "yes");
    }
    Optional<String> missing = missing(id);
    if (missing.isPresent()) {
      return ground.undecided(id, missing.get(), Optional.empty());
    }
    BigDecimal down = ground.number(id, "downPaymentPercent").orElse(BigDecimal.ZERO);
    if (down.compareTo(HUNDRED) >= 0) {
      return Verdict.no("downPaymentPercent", Value.number(down), "< 100");
    }
    int count = ground.number(id, COUNT).orElseThrow().intValue();
    int least = down.signum() > 0 ? 1 : 2;
    if (count < least) {
      return Verdict.no(COUNT, Value.whole(count), ">= " + least);
    }
    Optional<BigDecimal> most = ground.number(id, "maxInstallments");
    if (most.isPresent() && most.get().intValue() < least) {
      return Verdict.no("maxInstallments", Value.number(most.get()), ">= " + least);
    }
    PlanTerms plan = plan(id, down, most.map(m -> Math.min(m.intValue(), count)).orElse(count));
    return withinLimitation(item, plan, least);
  }

  /** The first term that a plan needs and that is not decided. */
  private Optional<String> missing(String id) {
    if (ground.number(id, COUNT).isEmpty()) {
      return Optional.of(COUNT);
    }
    if (ground.number(id, "installmentIntervalDays").isEmpty()) {
      return Optional.of("installmentIntervalDays");
    }
    Optional<String> method = ground.code(id, "installmentMethod");
    if (method.isEmpty()) {
      return Optional.of("installmentMethod");
    }
    boolean free = method.get().equals(PlanMethod.INTEREST_FREE.name());
    return free || ground.number(id, "installmentAnnualInterestPercent").isPresent()
        ? Optional.empty()
        : Optional.of("installmentAnnualInterestPercent");
  }

  private PlanTerms plan(String id, BigDecimal down, int count) {
    PlanMethod method = PlanMethod.valueOf(ground.code(id, "installmentMethod").orElseThrow());
    return new PlanTerms(
        down,
        count,
        ground.number(id, "installmentIntervalDays").orElseThrow().intValue(),
        method == PlanMethod.INTEREST_FREE
            ? BigDecimal.ZERO
            : ground.number(id, "installmentAnnualInterestPercent").orElseThrow(),
        method,
        ground.dayBase("installmentDayBase", 360));
  }

  private Verdict<Terms> withinLimitation(OpenItem item, PlanTerms plan, int least) {
    String currency = item.receivable().currency();
    Optional<LocalDate> limit = ground.limitation(item);
    if (limit.isEmpty()) {
      return Verdict.yes(new Terms(currency, plan));
    }
    List<LocalDate> dates = dates(plan);
    long fit = dates.stream().filter(day -> !day.isAfter(limit.get())).count();
    return fit < least
        ? ground.beyondLimitation(item, dates.get(least - 1))
        : Verdict.yes(new Terms(currency, plan.withCount((int) fit)));
  }

  private List<LocalDate> dates(PlanTerms plan) {
    return ground.workdays().every(plan.intervalDays(), plan.count(), asOf);
  }

  private Verdict<Offer> make(Terms terms, List<OpenItem> items) {
    BigDecimal amount = Ground.claims(items);
    MinorUnit unit = MinorUnit.of(terms.currency());
    Verdict<Integer> count = count(terms, amount, unit);
    if (count.granted().isEmpty()) {
      return Verdict.no(count.because());
    }
    PlanTerms plan = terms.plan().withCount(count.granted().get());
    List<LocalDate> dates = dates(plan);
    return Verdict.yes(
        new InstallmentOffer(
            terms.currency(),
            Grouping.ids(items),
            amount,
            plan,
            items.stream()
                .flatMap(item -> ground.number(item.id(), COUNT).stream())
                .mapToInt(BigDecimal::intValue)
                .max()
                .orElseThrow(),
            ground.workdays().onOrAfter(asOf),
            Schedule.of(amount, unit, plan, dates),
            Workdays.days(asOf, dates.get(dates.size() - 1))));
  }

  private String base() {
    return ground.book().facts().baseCurrency();
  }

  /** As many as the minimum installment allows; minimums are in the base currency. */
  private Verdict<Integer> count(Terms terms, BigDecimal amount, MinorUnit unit) {
    BigDecimal minimum = ground.number("installmentMinAmount").orElse(BigDecimal.ZERO);
    BigDecimal balance = ground.number("installmentMinBalance").orElse(BigDecimal.ZERO);
    Optional<BigDecimal> rate = ground.rate(terms.currency());
    boolean compared = minimum.signum() > 0 || balance.signum() > 0;
    if (compared && rate.isEmpty()) {
      return Verdict.no("exchangeRate " + terms.currency(), Value.UNKNOWN, "known");
    }
    BigDecimal inBase = amount.multiply(rate.orElse(BigDecimal.ONE));
    if (inBase.compareTo(balance) < 0) {
      return Verdict.no("payable", inBase, base(), ">= " + balance.toPlainString());
    }
    BigDecimal down = Schedule.downPayment(amount, unit, terms.plan());
    BigDecimal left = amount.subtract(down);
    BigDecimal least = unit.one();
    if (minimum.signum() > 0) {
      least = least.max(minimum.divide(rate.orElseThrow(), unit.digits(), RoundingMode.UP));
    }
    BigDecimal most = left.divideToIntegralValue(least);
    int count = most.min(BigDecimal.valueOf(terms.plan().count())).intValue();
    int needed = down.signum() > 0 ? 1 : 2;
    if (count < needed) {
      BigDecimal wanted = least.multiply(BigDecimal.valueOf(needed)).add(down);
      BigDecimal test = wanted.multiply(rate.orElse(BigDecimal.ONE));
      return Verdict.no(
          "payable",
          inBase,
          base(),
          ">= " + test.setScale(2, RoundingMode.UP).stripTrailingZeros().toPlainString());
    }
    return Verdict.yes(count);
  }
}
