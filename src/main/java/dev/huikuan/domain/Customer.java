package dev.huikuan.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The debtor. Codes are those of the vocabulary.
 *
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param timeZone IANA zone; unknown: the parameter {@code defaultTimeZone}
 * @param creditScore 0–1000
 * @param creditLimit in the policy's base currency
 * @param onTimeRatio share of past receivables that were paid on time, 0–1
 * @param averageDaysLate mean days late of past receivables
 * @param satisfaction 0–10
 * @param attributes values of the attributes that the policy declares
 */
public record Customer(
    String id,
    Known<String> name,
    Known<String> segment,
    Known<String> size,
    Known<String> jurisdiction,
    Known<String> timeZone,
    Known<String> language,
    Known<BigDecimal> creditScore,
    Known<BigDecimal> creditLimit,
    Known<String> financialStress,
    Known<BigDecimal> onTimeRatio,
    Known<BigDecimal> averageDaysLate,
    Known<BigDecimal> satisfaction,
    Known<BigDecimal> openTickets,
    Known<String> delayReason,
    Known<Boolean> doNotContact,
    Known<String> preferredChannel,
    Optional<Pause> pause,
    Map<String, Value> attributes) {

  public Customer {
    attributes = Map.copyOf(attributes);
  }
}
