package dev.huikuan.decision.intake;

import dev.huikuan.domain.Term;
import java.util.Map;

/** Where in a case the value of a term comes from: what to change when it cannot be set. */
public final class WhereFrom {

  /** Terms that are computed from the case → the path to change. */
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("daysPastDue", "receivable ID dueOn"),
          Map.entry("daysToDue", "receivable ID dueOn"),
          Map.entry("overdueFrom", "receivable ID dueOn"),
          Map.entry("agingBucket", "receivable ID dueOn"),
          Map.entry("overdue", "receivable ID outstanding"),
          Map.entry("outstanding", "receivable ID outstanding"),
          Map.entry("payable", "receivable ID outstanding"),
          Map.entry("collectible", "receivable ID outstanding"),
          Map.entry("disputed", "receivable ID dispute amount"),
          Map.entry("unappliedCash", "credit ID amount"),
          Map.entry("bankDataAgeDays", "bankDataAsOf"),
          Map.entry("daysSinceReconciliation", "lastReconciledOn"),
          Map.entry("contactsLast7Days", "contacts"),
          Map.entry("daysSinceLastContact", "contacts"),
          Map.entry("brokenPromises", "promises"),
          Map.entry("lastAction", "actionsTaken"),
          Map.entry("lastDunningLevel", "actionsTaken"),
          Map.entry("dunningLevel", "actionsTaken"),
          Map.entry("legalRegion", "customer jurisdiction"),
          Map.entry("progressAheadOfPayment", "contract ID progressPercent"),
          Map.entry("paidPercent", "contract ID paidAmount"),
          Map.entry("exposure", "receivable ID outstanding"),
          Map.entry("notYetInvoiced", "contract ID milestone ID invoicedOn"),
          Map.entry("notYetAccepted", "contract ID milestone ID acceptedOn"),
          Map.entry("evidenceComplete", "receivable ID evidence demand"),
          Map.entry("holds", "receivable ID dispute amount"));

  private WhereFrom() {}

  /** The path in words as scenarios write it: {@code receivable ID dueOn}. */
  public static String path(Term term) {
    String code = term.code();
    if (PATHS.containsKey(code)) {
      return PATHS.get(code);
    }
    if (code.startsWith("daysSince ") || code.startsWith("times ")) {
      return "actionsTaken";
    }
    return term.where().isEmpty() ? "receivable ID …" : term.where().replace('.', ' ');
  }
}
