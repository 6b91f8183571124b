package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ok: reason} in the Note of a row: the analyst knows of a warning there and wants it so. */
final class Acknowledgements {

  private static final Pattern OK =
      Pattern.compile("(?:^|[\\s;；,，。.])ok\\s*[:：]\\s*(\\S[^\\n\\r]*)", Pattern.CASE_INSENSITIVE);

  private Acknowledgements() {}

  /** The findings, those marked whose row carries a reason; an error stays one. */
  static List<Finding> of(Policy policy, List<Finding> findings) {
    Map<String, String> reasons = new HashMap<>();
    for (TableIndex index : policy.tables()) {
      for (DecisionTable.Row row : index.table().rows()) {
        reason(row.note()).ifPresent(reason -> reasons.put(row.location(), reason));
      }
    }
    return findings.stream().map(finding -> acknowledged(finding, reasons)).toList();
  }

  private static Finding acknowledged(Finding finding, Map<String, String> reasons) {
    String reason = reasons.get(finding.location());
    return reason == null || finding.isError() || finding.rows().isEmpty()
        ? finding
        : finding.acknowledged(reason);
  }

  static Optional<String> reason(String note) {
    Matcher matcher = OK.matcher(note);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
