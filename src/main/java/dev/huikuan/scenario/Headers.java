package dev.huikuan.scenario;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.RawCell;
import java.util.List;
import java.util.Map;

/** What is said of headers that cannot be used. */
final class Headers {

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

  private Headers() {}

  static ScenarioFault unknown(RawCell header, Vocabulary vocabulary, boolean tableOnly) {
    String written = header.text().strip();
    List<String> near = vocabulary.nearest(written);
    String hintZh = tableOnly ? "（路径和 actionsTaken 等简写需要 Base）" : "";
    String hintEn = tableOnly ? " (paths and short forms such as actionsTaken need a Base)" : "";
    return new ScenarioFault(
        header.location(),
        new Text(
            "没有名为 `" + written + "` 的词条或路径" + hintZh,
            "there is no term or path `" + written + "`" + hintEn),
        written,
        near);
  }

  /** A term that a case scenario may not set. */
  static ScenarioFault notOverridable(RawCell header, Term term) {
    String code = term.code();
    String path =
        PATHS.getOrDefault(
            code,
            code.startsWith("daysSince ") || code.startsWith("times ")
                ? "actionsTaken"
                : term.where().isEmpty() ? "receivable ID …" : term.where().replace('.', ' '));
    return new ScenarioFault(
        header.location(),
        new Text(
            "`" + code + "` 由案例计算得出，不能直接给定；请改案例中的 `" + path + "`",
            "`"
                + code
                + "` is computed from the case and cannot be given; change `"
                + path
                + "` instead"));
  }
}
