package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * More time to pay.
 *
 * @param kind GRACE or EXTENSION
 * @param granted days granted by the policy: from asOf when overdue, else from the due date
 * @param newDueOn the business day on which they end, or the next one
 * @param interestContinues late interest goes on accruing
 * @param days from asOf to newDueOn
 */
public record ExtensionOffer(
    String kind,
    String currency,
    List<String> receivables,
    BigDecimal amount,
    int granted,
    LocalDate newDueOn,
    boolean interestContinues,
    int days)
    implements Offer {

  public static final String GRACE = "GRACE";
  public static final String EXTENSION = "EXTENSION";

  public ExtensionOffer {
    receivables = List.copyOf(receivables);
  }

  @Override
  public String action() {
    return kind.equals(GRACE) ? GRACE_PERIOD : EXTEND_DUE_DATE;
  }

  @Override
  public List<CashFlow> flows() {
    return List.of(new CashFlow(newDueOn, amount));
  }

  @Override
  public Optional<BigDecimal> percent() {
    return Optional.empty();
  }
}
