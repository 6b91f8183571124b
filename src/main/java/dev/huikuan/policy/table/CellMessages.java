package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said about cells that do not fit, in both languages. */
final class CellMessages {

  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{N}_ .·-]*\\p{L}[\\p{L}\\p{N}_ .·-]*");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
  private static final int SHOWN = 12;
  private static final int LONGEST_WORD = 100;

  private static final Pattern LONG_QUOTE = Pattern.compile("`([^`]{60})[^`]{20,}`");
  private static final int LONGEST_FOUND = 200;
  private static final int LONGEST_MESSAGE = 900;

  private CellMessages() {}

  /** The message with only the beginning of what it quotes at length. */
  static Text shortened(Text message) {
    return new Text(bounded(message.zh()), bounded(message.en()));
  }

  /** What is quoted may hold the quotation mark itself, so the whole has a bound, too. */
  private static String bounded(String message) {
    String shorter = LONG_QUOTE.matcher(message).replaceAll("`$1…`");
    return shorter.length() <= LONGEST_MESSAGE
        ? shorter
        : shorter.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** The beginning of what was found, where it is very long. */
  static String shortened(String found) {
    return found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "…";
  }

  /** What would fit a column of the term, with its bounds or values. */
  static Text expected(Term term) {
    Text kind = kind(term.type());
    if (term.type().isNumeric()) {
      Text bounds = bounds(term);
      return new Text(kind.zh() + bounds.zh(), kind.en() + bounds.en());
    }
    return switch (term.type()) {
      case DATE -> new Text("日期，如 2026-01-31", "a date such as 2026-01-31");
      case TIME -> new Text("时间，如 08:30", "a time such as 08:30");
      case YES_NO -> new Text("是 或 否", "yes or no");
      case CODE, CODES -> values(term);
      default -> kind;
    };
  }

  private static Text bounds(Term term) {
    if (term.min().isEmpty() && term.max().isEmpty()) {
      return Text.EMPTY;
    }
    String low = term.min().map(CellMessages::plain).orElse("");
    String high = term.max().map(CellMessages::plain).orElse("");
    if (high.isEmpty()) {
      return new Text("，不小于 " + low, ", at least " + low);
    }
    return low.isEmpty()
        ? new Text("，不大于 " + high, ", at most " + high)
        : new Text("，" + low + " 到 " + high, " from " + low + " to " + high);
  }

  private static Text values(Term term) {
    List<AllowedValue> values = term.values();
    if (values.isEmpty()) {
      return new Text("代码", "a code");
    }
    String more = values.size() > SHOWN ? " …" : "";
    return new Text(
        "可取值："
            + values.stream()
                .limit(SHOWN)
                .map(v -> v.code() + " " + v.label().zh())
                .collect(Collectors.joining("、"))
            + more,
        "one of "
            + values.stream().limit(SHOWN).map(AllowedValue::code).collect(Collectors.joining(", "))
            + more);
  }

  static String plain(long micros) {
    return Micros.toDecimal(micros).toPlainString();
  }

  static Text withNearest(Text text, List<String> nearest) {
    return nearest.isEmpty()
        ? text
        : new Text(
            text.zh() + "，是否想写 " + quoted(nearest, "、"),
            text.en() + "; did you mean " + quoted(nearest, ", "));
  }

  private static String quoted(List<String> words, String between) {
    return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(between));
  }

  /** A value of the type, as part of a sentence. */
  static Text kind(TermType type) {
    return switch (type) {
      case WHOLE_NUMBER -> new Text("整数", "a whole number");
      case NUMBER -> new Text("数字", "a number");
      case MONEY -> new Text("金额", "an amount");
      case PERCENT -> new Text("百分比", "a percent");
      case RATIO -> new Text("比率", "a ratio");
      case DAYS -> new Text("天数", "a number of days");
      case DATE -> new Text("日期", "a date");
      case TIME -> new Text("时间", "a time");
      case YES_NO -> new Text("“是”或“否”", "yes or no");
      case CODE -> new Text("代码", "a code");
      case CODES -> new Text("代码列表", "a list of codes");
      case TEXT -> new Text("文本", "a text");
    };
  }

  /** Something that cannot be read where a value of the term should stand. */
  static CellFault notReadable(String written, Term term) {
    boolean other =
        written.length() <= LONGEST_WORD
            && (WORDS.matcher(written).matches()
                || DATE.matcher(written).matches()
                || NUMBER.matcher(written).matches());
    Text kind = kind(term.type());
    Text fit = examples(term);
    return new CellFault(
        other ? Finding.Code.CELL_TYPE : Finding.Code.CELL_SYNTAX,
        new Text(
            "`" + written + "` 不是" + kind.zh() + "，" + fit.zh(),
            "`" + written + "` is not " + kind.en() + "; write " + fit.en()));
  }

  /** A cell that ends, or goes on to the next item, where a value should stand. */
  static CellFault unfinished(String written) {
    return CellFault.syntax(
        "`" + written + "` 没有写完，缺少一个值", "`" + written + "` is not finished; a value is missing");
  }

  /** Something behind a comparison sign or in an expression that names no term. */
  static CellFault neither(String written) {
    return CellFault.syntax(
        "`" + written + "` 既不是值也不是词条，可以写 `creditLimit` 或 `0.5 * creditLimit`",
        "`"
            + written
            + "` is neither a value nor a term; write `creditLimit` or"
            + " `0.5 * creditLimit`");
  }

  /** How a test of the term may be written. */
  static Text examples(Term term) {
    return switch (term.type()) {
      case PERCENT -> either("`2 %`", "`> 2 %`", "`1..3`");
      case RATIO -> either("`80 %`", "`>= 0.8`", "`0.5..0.8`");
      case MONEY -> either("`10000`", "`>= 10000`", "`1000..5000`");
      case WHOLE_NUMBER, NUMBER, DAYS -> either("`30`", "`> 30`", "`1..30`");
      case DATE -> either("`2026-01-31`", "`>= 2026-01-31`", "`2026-01-01..2026-06-30`");
      case TIME -> either("`08:30`", "`>= 08:30`", "`08:00..12:00`");
      case YES_NO -> new Text("请写 `是` 或 `否`", "`yes` or `no`");
      case CODE, CODES, TEXT -> expected(term);
    };
  }

  private static Text either(String one, String two, String three) {
    return new Text("请写 " + one + "、" + two + " 或 " + three, one + ", " + two + " or " + three);
  }

  static CellFault missing(String written) {
    return CellFault.syntax(
        "`" + written + "` 的列表里少了一个值", "a value is missing in the list `" + written + "`");
  }

  static CellFault noOrder(Comparison comparison, Term term) {
    Text kind = kind(term.type());
    return CellFault.type(
        kind.zh() + "没有大小之分，`" + term.code() + "` 不能用 `" + comparison.sign() + "`",
        "`"
            + comparison.sign()
            + "` does not fit `"
            + term.code()
            + "`: "
            + kind.en()
            + " has no order; name the values");
  }

  /** Text that goes on after a complete test. */
  static CellFault leftOver(String rest, String written) {
    return CellFault.syntax(
        "`" + written + "` 中的 `" + rest + "` 读不懂，多个值请用逗号加空格、`，` 或 `、` 分开",
        "`"
            + rest
            + "` in `"
            + written
            + "` cannot be read; separate several values by a comma and a blank or by `;`");
  }

  static CellFault reversed(String written, String low, String high) {
    return CellFault.range(
        "区间 `" + written + "` 前大后小，请写成 `" + high + ".." + low + "`",
        "the range `" + written + "` runs backwards; write `" + high + ".." + low + "`");
  }

  static CellFault empty(String written) {
    return CellFault.range(
        "区间 `" + written + "` 里没有任何值", "no value lies in the range `" + written + "`");
  }
}
