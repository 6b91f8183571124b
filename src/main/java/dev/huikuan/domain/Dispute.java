package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A contested amount. Absent dates count as null, an absent amount as all that is outstanding.
 *
 * @param reason QUALITY, QUANTITY, PRICE, DELIVERY, SERVICE or OTHER
 */
public record Dispute(
    Optional<LocalDate> openedOn,
    Optional<LocalDate> resolvedOn,
    Optional<BigDecimal> amount,
    Optional<String> reason) {

  public boolean isOpen(AsOf asOf) {
    return openedOn.map(asOf::knows).orElse(true) && !resolvedOn.map(asOf::knows).orElse(false);
  }
}
