package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The smallest amount that a currency can pay: 0.01 for most, 1 JPY, 0.001 KWD.
 *
 * @param digits after the point, by ISO 4217
 */
public record MinorUnit(int digits) {

  /** Two digits for a code that ISO 4217 gives no minor unit. */
  public static MinorUnit of(String currency) {
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      return new MinorUnit(digits < 0 ? 2 : digits);
    } catch (IllegalArgumentException notIso) {
      return new MinorUnit(2);
    }
  }

  BigDecimal one() {
    return BigDecimal.ONE.movePointLeft(digits);
  }

  /** HALF_UP. */
  public BigDecimal round(BigDecimal amount) {
    return amount.setScale(digits, RoundingMode.HALF_UP);
  }

  /** Never more than the amount. */
  BigDecimal down(BigDecimal amount) {
    return amount.setScale(digits, RoundingMode.DOWN);
  }
}
