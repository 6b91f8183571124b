package dev.huikuan.decision.facts;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.Agreement;
import dev.huikuan.domain.Agreement.Installment;
import dev.huikuan.domain.Case;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What has become of an agreement. An installment is <em>missed</em> when it is not paid in full on
 * the day after its due date + promiseToleranceDays business days.
 *
 * @param pending installments not paid in full and not yet judged
 * @param missed installments judged and not paid in full
 * @param toleranceDays business days before judgement
 * @param days the customer's business days
 */
public record AgreementState(
    Agreement agreement,
    Outcome outcome,
    List<Installment> pending,
    List<Installment> missed,
    int toleranceDays,
    BusinessDays days) {

  /** While RUNNING it replaces the due date of its receivables. */
  public enum Outcome {
    RUNNING,
    /** Its last day is over, it is not judged yet. */
    LAPSED,
    KEPT,
    BROKEN
  }

  public AgreementState {
    pending = List.copyOf(pending);
    missed = List.copyOf(missed);
  }

  static AgreementState of(Agreement agreement, Case theCase, Settings settings) {
    int tolerance = settings.whole("promiseToleranceDays");
    return agreement.kind().equals("INSTALLMENTS")
        ? plan(agreement, tolerance, settings)
        : deferral(agreement, theCase, settings);
  }

  private static AgreementState deferral(Agreement agreement, Case theCase, Settings settings) {
    int tolerance = settings.whole("promiseToleranceDays");
    LocalDate asOf = settings.asOf();
    boolean running = agreement.until().map(last -> !asOf.isAfter(last)).orElse(true);
    boolean judged =
        agreement.until().map(l -> asOf.isAfter(settings.days().after(l, tolerance))).orElse(false);
    boolean open =
        agreement.receivableIds().stream()
            .flatMap(id -> theCase.receivable(id).stream())
            .anyMatch(r -> r.outstanding().signum() > 0);
    Outcome outcome =
        running ? Outcome.RUNNING : !open ? Outcome.KEPT : judged ? Outcome.BROKEN : Outcome.LAPSED;
    return new AgreementState(agreement, outcome, List.of(), List.of(), tolerance, settings.days());
  }

  private static AgreementState plan(Agreement agreement, int tolerance, Settings settings) {
    List<Installment> open =
        agreement.schedule().stream().filter(i -> unpaid(i).signum() > 0).toList();
    List<Installment> missed =
        open.stream()
            .filter(i -> settings.asOf().isAfter(settings.days().after(i.dueOn(), tolerance)))
            .toList();
    List<Installment> pending = open.stream().filter(i -> !missed.contains(i)).toList();
    Outcome outcome;
    if (open.isEmpty()) {
      outcome = Outcome.KEPT;
    } else if (pending.isEmpty() || accelerates(agreement, missed, settings)) {
      outcome = Outcome.BROKEN;
    } else {
      outcome = Outcome.RUNNING;
    }
    return new AgreementState(agreement, outcome, pending, missed, tolerance, settings.days());
  }

  /**
   * The parameter planAcceleration: {@code MISSED_n} after n missed installments; {@code ONE_FIFTH}
   * when what is missed reaches a fifth of the plan's total (PRC Civil Code art. 634).
   */
  private static boolean accelerates(
      Agreement agreement, List<Installment> missed, Settings settings) {
    String rule = settings.code("planAcceleration").orElse("NONE");
    if (rule.equals("ONE_FIFTH")) {
      BigDecimal late =
          missed.stream().map(AgreementState::unpaid).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal total =
          agreement.schedule().stream()
              .map(Installment::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return late.signum() > 0 && late.multiply(BigDecimal.valueOf(5)).compareTo(total) >= 0;
    }
    return rule.matches("MISSED_[1-9][0-9]{0,2}")
        && missed.size() >= Integer.parseInt(rule.substring("MISSED_".length()));
  }

  static BigDecimal unpaid(Installment installment) {
    return installment.amount().subtract(installment.paid()).max(BigDecimal.ZERO);
  }

  public boolean isRunning() {
    return outcome == Outcome.RUNNING;
  }

  public boolean isPlan() {
    return agreement.kind().equals("INSTALLMENTS");
  }

  /** The day on which it was judged broken, of a plan the last time; empty while it is not. */
  public Optional<LocalDate> brokenOn() {
    if (outcome != Outcome.BROKEN) {
      return Optional.empty();
    }
    Optional<LocalDate> last =
        isPlan()
            ? missed.stream().map(Installment::dueOn).max(LocalDate::compareTo)
            : agreement.until();
    return last.map(day -> days.after(day, toleranceDays).plusDays(1));
  }

  /** The due date that holds while it runs: its last day, or the earliest installment not paid. */
  Optional<LocalDate> replacesDueDate() {
    if (!isRunning()) {
      return Optional.empty();
    }
    return isPlan()
        ? java.util.stream.Stream.concat(missed.stream(), pending.stream())
            .map(Installment::dueOn)
            .min(LocalDate::compareTo)
        : agreement.until();
  }

  /**
   * The days on which late interest does not accrue by this agreement: from agreedOn to its last
   * day, those of a broken plan until it was judged. None where interest is known to go on; where
   * that is not known, it is not claimed. An unknown agreedOn frees the days before, too.
   */
  Optional<Span> interestFree(LocalDate asOf) {
    return agreement.interestContinues().orElse(false)
        ? Optional.empty()
        : Span.of(agreement.agreedOn().orElse(LocalDate.MIN), lastDay(asOf));
  }

  private LocalDate lastDay(LocalDate asOf) {
    if (isRunning()) {
      return asOf;
    }
    Optional<LocalDate> judged = brokenOn().filter(day -> isPlan()).map(day -> day.minusDays(1));
    Optional<LocalDate> last =
        isPlan()
            ? agreement.schedule().stream().map(Installment::dueOn).max(LocalDate::compareTo)
            : agreement.until();
    return judged.or(() -> last).orElse(asOf);
  }

  /** What is not yet claimed under a running plan. */
  BigDecimal pendingAmount() {
    return pending.stream().map(AgreementState::unpaid).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The last day on which it holds anything back as it stands today. */
  public Optional<LocalDate> until() {
    return isPlan()
        ? pending.stream().map(i -> days.after(i.dueOn(), toleranceDays)).min(LocalDate::compareTo)
        : agreement.until();
  }

  /** Missed installments due in the 365 days up to asOf; each counts as a broken promise. */
  long missedWithinAYear(LocalDate asOf) {
    return missed.stream().filter(i -> i.dueOn().isAfter(asOf.minusDays(365))).count();
  }
}
