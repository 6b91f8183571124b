package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the findings about one sheet. The same finding at the same cell is kept once: a merged
 * cell is read for every row that it spans.
 */
public final class Complaints {

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String decision = "";

  /** From here on findings are about this decision. */
  public void about(String code) {
    decision = code;
  }

  public void add(Finding finding) {
    if (seen.add(finding.code() + "|" + finding.location() + "|" + finding.message().en())) {
      findings.add(
          finding.decision().isEmpty() ? finding.about(decision, finding.rows()) : finding);
    }
  }

  public void addAll(Collection<Finding> more, String rowId) {
    more.forEach(finding -> add(finding.about(decision, List.of(rowId))));
  }

  /** An error at a cell. */
  public void error(Finding.Code code, RawCell cell, String zh, String en) {
    add(
        Finding.error(code, cell.location(), new Text(zh, en))
            .found(cell.text(), Text.EMPTY, List.of()));
  }

  /** An error at a cell about a word that is not known, with those that may have been meant. */
  public void unknown(
      Finding.Code code, RawCell cell, Text message, Text expected, List<String> near) {
    Text full =
        near.isEmpty()
            ? message
            : new Text(
                message.zh() + "；是否想写 `" + near.get(0) + "`？",
                message.en() + "; did you mean `" + near.get(0) + "`?");
    add(Finding.error(code, cell.location(), full).found(cell.text(), expected, near));
  }

  public void info(Finding.Code code, String location, String zh, String en) {
    add(Finding.info(code, location, new Text(zh, en)));
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
