package dev.huikuan.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a column of a ledger goes: a property of the case, or one of three words of the ledger only
 * ({@code receivable.settledOn}, {@code receivable.disputed}, {@code receivable.paid}).
 *
 * @param name as written in a mapping: {@code receivable.dispute.amount}
 * @param type how the cell is read
 */
record Target(String name, Type type) {

  /** How a cell is read. */
  enum Type {
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    /** An attribute that the policy declares: number, yes/no or text, as it looks. */
    ANY
  }

  static final String CUSTOMER_ID = "customer.id";
  static final String RECEIVABLE_ID = "receivable.id";
  static final String CURRENCY = "receivable.currency";
  static final String AMOUNT = "receivable.amount";
  static final String OUTSTANDING = "receivable.outstanding";
  static final String INVOICED_ON = "receivable.invoicedOn";
  static final String DUE_ON = "receivable.dueOn";
  static final String SETTLED_ON = "receivable.settledOn";
  static final String DISPUTED = "receivable.disputed";
  static final String PAID = "receivable.paid";
  static final String CONTRACT_ID = "contract.id";
  static final String RECEIVABLE_CONTRACT = "receivable.contractId";
  static final String MILESTONE_ID = "receivable.milestoneId";
  static final String LEDGER = "ledger";

  private static final Map<String, Type> TYPES = new LinkedHashMap<>();

  static {
    declare("", Type.TEXT, "ledger");
    declare("", Type.DATE, "bankDataAsOf lastReconciledOn");
    declare(
        "customer.",
        Type.TEXT,
        "id name segment size jurisdiction timeZone language financialStress delayReason"
            + " preferredChannel pause.reason");
    declare(
        "customer.",
        Type.NUMBER,
        "creditScore creditLimit onTimeRatio averageDaysLate satisfaction openTickets");
    declare("customer.", Type.DATE, "pause.until");
    declare("customer.", Type.FLAG, "doNotContact");
    declare("contract.", Type.TEXT, "id currency lateInterest.per disputeResolution governingLaw");
    declare(
        "contract.",
        Type.NUMBER,
        "totalAmount paidAmount netDays graceDays earlyPaymentDiscount.percent"
            + " earlyPaymentDiscount.withinDays lateInterest.percent maxInstallments"
            + " progressPercent");
    declare("contract.", Type.DATE, "signedOn endsOn");
    declare("contract.", Type.FLAG, "installmentsAllowed suspensionClause termsClear");
    declare(
        "receivable.",
        Type.TEXT,
        "id contractId milestoneId currency dispute.reason delayReason pause.reason");
    declare("receivable.", Type.NUMBER, "amount outstanding paid dispute.amount");
    declare(
        "receivable.",
        Type.DATE,
        "invoicedOn invoiceDeliveredOn goodsDeliveredOn dueOn settledOn dispute.openedOn"
            + " dispute.resolvedOn lastInterruptionOn pause.until");
    declare(
        "receivable.",
        Type.FLAG,
        "disputed invoiceError evidence.contract evidence.delivery evidence.acceptance"
            + " evidence.invoice evidence.reconciliation evidence.demand");
  }

  private static void declare(String prefix, Type type, String names) {
    for (String name : names.split(" ")) {
      TYPES.put(prefix + name, type);
    }
  }

  /** The target of that name, also of any declared attribute. */
  static Optional<Target> named(String name) {
    if (name.matches("(customer|contract|receivable)\\.attributes\\.\\S+")) {
      return Optional.of(new Target(name, Type.ANY));
    }
    return Optional.ofNullable(TYPES.get(name)).map(type -> new Target(name, type));
  }

  static List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(TYPES.keySet()));
  }
}
