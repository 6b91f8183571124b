package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of the layout itself in the language of the reader; both are read alike. */
final class LayoutWords {

  private static final Map<String, String> HEAD =
      Map.of(
          "Decision", "决策",
          "Hit policy", "命中策略",
          "Effective", "生效期",
          "Description", "说明",
          "No match", "无匹配");

  private static final Map<String, String> BANDS =
      Map.of("When", "条件", "Then", "结果", "Notes", "备注");

  private static final Map<String, String> OWN =
      Map.of(
          "Row", "行号",
          "Effective from", "生效日期",
          "Effective until", "失效日期",
          "Reason (zh)", "理由（中文）",
          "Reason (en)", "理由（英文）",
          "Note", "备注");

  private LayoutWords() {}

  /** The rows of a layout; cells that an analyst wrote are left as they are. */
  static List<List<String>> in(Language language, List<List<String>> rows) {
    if (language == Language.EN) {
      return rows;
    }
    List<List<String>> written = new ArrayList<>();
    boolean headers = false;
    boolean body = false;
    for (List<String> row : rows) {
      boolean bands = !headers && !body && !row.isEmpty() && row.get(0).isEmpty();
      if (body || row.isEmpty()) {
        written.add(row);
      } else if (headers) {
        written.add(row.stream().map(cell -> OWN.getOrDefault(cell, cell)).toList());
        body = true;
      } else if (bands) {
        written.add(row.stream().map(cell -> BANDS.getOrDefault(cell, cell)).toList());
        headers = true;
      } else {
        List<String> cells = new ArrayList<>(row);
        cells.set(0, HEAD.getOrDefault(row.get(0), row.get(0)));
        written.add(cells);
      }
    }
    return written;
  }
}
