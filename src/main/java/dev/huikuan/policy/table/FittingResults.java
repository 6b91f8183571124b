package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import java.util.List;

/** Which results a hit policy can put together, and what to say about the others. */
final class FittingResults {

  private final TableHead head;
  private final HitPolicy policy;

  private FittingResults(TableHead head) {
    this.head = head;
    this.policy = head.hitPolicy().orElse(HitPolicy.UNIQUE);
  }

  /** An error at the hit policy for every result column that does not go with it. */
  static List<Finding> check(TableHead head, Columns columns) {
    return new FittingResults(head).check(columns.outputs());
  }

  private List<Finding> check(List<Columns.Output> outputs) {
    if (policy == HitPolicy.PRIORITY) {
      boolean ranked =
          outputs.stream().anyMatch(o -> OutputPriority.isRanked(o.column().term().term()));
      return ranked ? List.of() : List.of(error(outputs.get(0), nothingRanked()));
    }
    return outputs.stream()
        .filter(output -> !fits(output.column().term().term()))
        .map(output -> error(output, unfit()))
        .toList();
  }

  private boolean fits(Term term) {
    TermType type = term.type();
    return switch (policy) {
      case UNIQUE, FIRST, ANY, PRIORITY -> true;
      case RULE_ORDER, COLLECT ->
          type == TermType.CODE || type == TermType.CODES || type == TermType.TEXT;
      case COLLECT_SUM -> type.isNumeric();
      case COLLECT_MIN, COLLECT_MAX ->
          type.isNumeric() || type == TermType.DATE || type == TermType.TIME;
      case COLLECT_COUNT -> type.isWhole() || type == TermType.NUMBER;
    };
  }

  /** What the policy asks for; the name and cell of the result stand before it. */
  private Text unfit() {
    return switch (policy) {
      case RULE_ORDER, COLLECT ->
          new Text(
              policy.written() + " 列出代码或文本；请改用 FIRST，或换一个结果",
              policy.written() + " lists codes or texts; use FIRST, or another result");
      case COLLECT_SUM ->
          new Text(
              "C+ 把数字相加；请改用 FIRST 或 COLLECT，或换一个结果",
              "C+ adds numbers; use FIRST or COLLECT, or another result");
      case COLLECT_MIN, COLLECT_MAX ->
          new Text(
              policy.letter()
                  + " 取"
                  + (policy == HitPolicy.COLLECT_MIN ? "最小" : "最大")
                  + "的数字、日期或时间；代码按其顺序取一个请用 PRIORITY",
              policy.letter()
                  + " takes the "
                  + (policy == HitPolicy.COLLECT_MIN ? "least" : "greatest")
                  + " number, date or time; PRIORITY takes a code by its order");
      default ->
          new Text(
              "C# 给出匹配的行数；结果须是整数、天数或数字",
              "C# gives how many rows match; its result is a whole number, a number or days");
    };
  }

  private static Text nothingRanked() {
    return new Text(
        "PRIORITY 按代码的取值顺序挑选；至少要有一个结果是取值已列出的代码，也可改用 FIRST",
        "PRIORITY picks by the order of a code's values; let one result be a code whose values"
            + " are listed, or use FIRST");
  }

  private Finding error(Columns.Output output, Text wanted) {
    Term term = output.column().term().term();
    String cell = output.column().letter() + head.headerRow();
    Text type = term.type().label();
    return Finding.error(
            Code.HEAD,
            head.hitPolicyLocation(),
            new Text(
                cell + " 的结果 `" + term.code() + "` 是" + type.zh() + "，不适合此命中策略：" + wanted.zh(),
                "the result `"
                    + term.code()
                    + "` in "
                    + cell
                    + " is of type "
                    + type.en()
                    + ", which does not fit the hit policy: "
                    + wanted.en()))
        .found(policy.written(), wanted, List.of());
  }
}
