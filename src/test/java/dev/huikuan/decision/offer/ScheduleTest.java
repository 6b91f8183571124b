package dev.huikuan.decision.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.Recommendation.Installment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final LocalDate START = LocalDate.of(2026, 6, 30);
  private static final Workdays WORKDAYS =
      new Workdays(BusinessDays.MONDAY_TO_FRIDAY::isBusinessDay);

  @Test
  @DisplayName("annuity: 100 000 at 1 % a month, 6 → 17 254.84 each, the last 17 254.82")
  void anAnnuityIsThatOfTheTextbooks() {
    Schedule plan = plan("100000", "CNY", terms("0", 6, 30, "12", PlanMethod.ANNUITY));

    assertThat(plan.installments().subList(0, 5))
        .allSatisfy(part -> assertThat(part.total()).isEqualTo(new BigDecimal("17254.84")));
    assertThat(plan.installments().get(5).total()).isEqualTo(new BigDecimal("17254.82"));
    assertThat(plan.totalInterest()).isEqualTo(new BigDecimal("3529.02"));
    assertThat(plan.installments().get(0).interest()).isEqualTo(new BigDecimal("1000.00"));
  }

  @Test
  void equalPrincipalBearsInterestOnWhatIsLeft() {
    Schedule plan = plan("270000", "CNY", terms("30", 4, 30, "6", PlanMethod.EQUAL_PRINCIPAL));

    assertThat(plan.downPayment()).isEqualTo(new BigDecimal("81000.00"));
    assertThat(plan.installments())
        .extracting(Installment::total)
        .containsExactly(
            new BigDecimal("48195.00"),
            new BigDecimal("47958.75"),
            new BigDecimal("47722.50"),
            new BigDecimal("47486.25"));
    assertThat(plan.totalInterest()).isEqualTo(new BigDecimal("2362.50"));
  }

  @Test
  void interestFreeIsFreeWhateverRateIsGiven() {
    Schedule plan = plan("1000", "EUR", terms("0", 3, 30, "12", PlanMethod.INTEREST_FREE));

    assertThat(plan.totalInterest()).isEqualByComparingTo("0");
    assertThat(plan.installments())
        .extracting(Installment::principal)
        .containsExactly(
            new BigDecimal("333.33"), new BigDecimal("333.33"), new BigDecimal("333.34"));
  }

  @Test
  void amountsAreInTheMinorUnitOfTheCurrency() {
    assertThat(plan("1000", "JPY", terms("0", 3, 30, "10", PlanMethod.ANNUITY)).installments())
        .extracting(Installment::principal)
        .containsExactly(new BigDecimal("331"), new BigDecimal("333"), new BigDecimal("336"));
    assertThat(plan("1", "KWD", terms("0", 3, 30, "0", PlanMethod.EQUAL_PRINCIPAL)).installments())
        .extracting(Installment::principal)
        .containsExactly(new BigDecimal("0.333"), new BigDecimal("0.333"), new BigDecimal("0.334"));
  }

  @Test
  void theDatesAreBusinessDaysAndNoTwoAreTheSame() {
    // 30 June 2026 is a Tuesday: 4 July is a Saturday, moved to Monday
    assertThat(WORKDAYS.every(4, 2, START))
        .containsExactly(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 8));
    assertThat(WORKDAYS.every(1, 6, START))
        .doesNotHaveDuplicates()
        .allMatch(BusinessDays.MONDAY_TO_FRIDAY::isBusinessDay)
        .contains(LocalDate.of(2026, 7, 6));
  }

  @Test
  void downPaymentAndPrincipalAreTheAmountWhateverThePlan() {
    Random random = new Random(20260630);
    List<String> currencies = List.of("CNY", "JPY", "KWD", "EUR", "KRW");
    for (int i = 0; i < 1_000; i++) {
      String currency = currencies.get(random.nextInt(currencies.size()));
      MinorUnit unit = MinorUnit.of(currency);
      int count = 1 + random.nextInt(120);
      PlanMethod method = PlanMethod.values()[random.nextInt(3)];
      BigDecimal amount = amount(random, unit, count);
      PlanTerms terms =
          terms(
              String.valueOf(random.nextInt(80)),
              count,
              1 + random.nextInt(180),
              String.valueOf(random.nextInt(100)),
              method);
      if (amount
              .subtract(Schedule.downPayment(amount, unit, terms))
              .movePointRight(unit.digits())
              .compareTo(BigDecimal.valueOf(count))
          < 0) {
        continue;
      }

      Schedule plan = plan(amount.toPlainString(), currency, terms);

      BigDecimal sum = plan.downPayment();
      for (Installment part : plan.installments()) {
        assertThat(part.principal().signum())
            .as("%s of %s %s", terms, currency, amount)
            .isPositive();
        assertThat(part.interest().signum()).isNotNegative();
        assertThat(part.total()).isEqualByComparingTo(part.principal().add(part.interest()));
        assertThat(part.total().scale()).isLessThanOrEqualTo(unit.digits());
        sum = sum.add(part.principal());
      }
      assertThat(sum).as("%s of %s %s", terms, currency, amount).isEqualByComparingTo(amount);
      assertThat(plan.installments()).hasSize(count);
    }
  }

  private static BigDecimal amount(Random random, MinorUnit unit, int count) {
    long units = random.nextBoolean() ? count + random.nextInt(500) : random.nextInt(2_000_000_000);
    return BigDecimal.valueOf(units, unit.digits());
  }

  private static PlanTerms terms(
      String down, int count, int interval, String annual, PlanMethod method) {
    return new PlanTerms(
        new BigDecimal(down), count, interval, new BigDecimal(annual), method, 360);
  }

  private static Schedule plan(String amount, String currency, PlanTerms terms) {
    MinorUnit unit = MinorUnit.of(currency);
    return Schedule.of(
        new BigDecimal(amount).setScale(unit.digits()),
        unit,
        terms,
        WORKDAYS.every(terms.intervalDays(), terms.count(), START));
  }
}
