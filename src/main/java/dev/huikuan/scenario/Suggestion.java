package dev.huikuan.scenario;

import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A table scenario for a row that none hits, for a person to confirm: what it expects is what the
 * policy answers today.
 *
 * @param decision code of the row's table
 * @param row id of the row
 * @param decides the row decides alone, or is the first that matches
 * @param asOf only where the table or a row of it is dated
 * @param given header → cell, in the order of the columns
 * @param expect header → cell
 */
public record Suggestion(
    String decision,
    String row,
    boolean decides,
    Optional<LocalDate> asOf,
    Map<String, String> given,
    Map<String, Text> expect) {

  /** The sentence that stands for it until a person writes a better one. */
  Text name() {
    return decides
        ? new Text(
            "【建议，待确认】" + decision + "：由 " + row + " 决定",
            "SUGGESTED, to be confirmed: " + decision + ", " + row + " decides")
        : new Text(
            "【建议，待确认】" + decision + "：" + row + " 命中，但不在首位",
            "SUGGESTED, to be confirmed: " + decision + ", " + row + " matches after other rows");
  }

  /** What the person is asked to do. */
  static final Text NOTE =
      new Text(
          "预期为策略当前的答案。请确认业务上是否正确，然后改写名称并删除本说明。",
          "Expect is what the policy answers today. Is it right? Then write a name and delete this"
              + " note.");
}
