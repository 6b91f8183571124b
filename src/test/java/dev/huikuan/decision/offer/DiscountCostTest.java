package dev.huikuan.decision.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden numbers of trade credit, to the last printed digit. */
class DiscountCostTest {

  @ParameterizedTest(name = "{0}/{1} net {2}")
  @CsvSource({
    "2, 10, 30, 36.73, 37.24, 44.59",
    "1, 10, 30, 18.18, 18.43, 20.13",
    "3, 10, 30, 55.67, 56.44, 74.35",
    "2, 10, 60, 14.69, 14.90, 15.89",
    "2, 20, 45, 29.39, 29.80, 34.31",
    "3, 15, 60, 24.74, 25.09, 28.03"
  })
  void theCostOfADiscountIsThatOfTheTextbooks(
      BigDecimal percent,
      int payWithin,
      int net,
      String simple360,
      String simple365,
      String effective365) {
    int days = net - payWithin;

    assertThat(cents(DiscountCost.simplePercent(percent, days, 360))).isEqualTo(simple360);
    assertThat(cents(DiscountCost.simplePercent(percent, days, 365))).isEqualTo(simple365);
    assertThat(cents(DiscountCost.effectivePercent(percent, days, 365))).isEqualTo(effective365);
  }

  @ParameterizedTest(name = "k {0} %, {1} days")
  @CsvSource({"8, 20, 0.436", "8, 30, 0.653", "8, 60, 1.298", "12, 20, 0.653", "12, 60, 1.934"})
  void theSellersBreakEvenFollowsFromTheCostOfCapital(
      BigDecimal capital, int days, String expected) {
    assertThat(rounded(DiscountCost.breakEvenPercent(capital, days, 365), 3)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} days at {1} %")
  @CsvSource({"7, 18, 35.00", "7, 24, 46.67", "14, 24, 93.33"})
  void aSlidingScaleEarnsForEachDay(int days, BigDecimal annual, String earned) {
    BigDecimal percent = DiscountCost.slidingPercent(annual, days);

    assertThat(cents(percent.multiply(BigDecimal.valueOf(10_000)).movePointLeft(2)))
        .isEqualTo(earned);
  }

  @Test
  void atTheBreakEvenTheSimpleCostIsTheCostOfCapital() {
    for (int days = 1; days <= 400; days += 19) {
      BigDecimal even = DiscountCost.breakEvenPercent(new BigDecimal("8"), days, 365);

      assertThat(rounded(DiscountCost.simplePercent(even, days, 365), 20))
          .isEqualTo("8.00000000000000000000");
    }
  }

  @Test
  void overWholeYearsTheEffectiveCostIsAnExactPower() {
    // 20 % off is a gain of 25 %; five times a year: 1.25^5
    assertThat(DiscountCost.effectivePercent(new BigDecimal("20"), 73, 365))
        .isEqualByComparingTo("205.17578125");
    // half off, a day early: 2^365
    BigDecimal daily = DiscountCost.effectivePercent(new BigDecimal("50"), 1, 365);
    BigDecimal expected =
        BigDecimal.valueOf(2).pow(365).subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(100));
    assertThat(daily.round(new MathContext(30)))
        .isEqualByComparingTo(expected.round(new MathContext(30)));
  }

  @Test
  void nothingOffCostsNothingAndADiscountOfAllIsRefused() {
    assertThat(DiscountCost.effectivePercent(BigDecimal.ZERO, 20, 365)).isEqualByComparingTo("0");
    assertThatThrownBy(() -> DiscountCost.simplePercent(BigDecimal.valueOf(100), 20, 365))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DiscountCost.simplePercent(BigDecimal.ONE, 0, 365))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String cents(BigDecimal number) {
    return rounded(number, 2);
  }

  private static String rounded(BigDecimal number, int digits) {
    return number.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
