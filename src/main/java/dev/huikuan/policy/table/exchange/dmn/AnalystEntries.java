package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Arithmetic;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Compare;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Output entries of FEEL as the text of an output cell. */
final class AnalystEntries {

  private static final Pattern DAYS = Pattern.compile("(-?)P(\\d{1,7})D(?:T0S)?");

  private final Spelling spelling;

  AnalystEntries(Spelling spelling) {
    this.spelling = spelling;
  }

  /** The cell for an output entry; empty where nothing is decided. */
  String cell(String feel) {
    if (feel.isBlank() || feel.strip().equals("-")) {
      return "";
    }
    FeelNode node = FeelParser.expression(feel);
    return node instanceof Literal literal && literal.isNull() ? "" : entry(node);
  }

  /** A text in one language. */
  static String text(String feel) {
    if (feel.isBlank() || feel.strip().equals("-")) {
      return "";
    }
    if (FeelParser.expression(feel) instanceof Literal literal) {
      if (literal.isNull()) {
        return "";
      }
      if (literal.kind() == Literal.Kind.STRING) {
        return literal.value();
      }
    }
    throw new FeelFault("文本结果要写成带引号的文字", "a text is a literal in quotes");
  }

  private String entry(FeelNode node) {
    if (node instanceof FeelNode.Listed list && spelling.type() == TermType.CODES) {
      return codes(list);
    }
    if (node instanceof FeelNode.If choice) {
      return guarded(choice);
    }
    if (node instanceof FeelNode.Call call
        && (call.function().equals("min") || call.function().equals("max"))) {
      return extreme(call);
    }
    return argument(node);
  }

  private String codes(FeelNode.Listed list) {
    List<String> codes = new ArrayList<>();
    for (FeelNode item : list.items()) {
      if (!(item instanceof Literal code)) {
        throw unfit();
      }
      codes.add(spelling.literal(code));
    }
    return codes.isEmpty() ? "none" : String.join(", ", codes);
  }

  private static FeelFault unfit() {
    return new FeelFault(
        "这个结果没有对应的单元格写法；可以写值、词条、“数 * 词条 + 数”、min(…) 或 max(…)",
        "no cell says this; write a value, a term, number * term + number, min(…) or max(…)");
  }

  /** Our own way of saying that an unknown argument leaves the result unknown. */
  private String guarded(FeelNode.If choice) {
    boolean otherwiseNull = choice.then() instanceof Literal then && then.isNull();
    if (!otherwiseNull || !isNullCheck(choice.condition())) {
      throw unfit();
    }
    return entry(choice.otherwise());
  }

  private static boolean isNullCheck(FeelNode node) {
    if (node instanceof FeelNode.And and) {
      return isNullCheck(and.left()) && isNullCheck(and.right());
    }
    return node instanceof Compare compare
        && compare.sign().equals("=")
        && compare.left() instanceof FeelNode.Name
        && compare.right() instanceof Literal literal
        && literal.isNull();
  }

  private String extreme(FeelNode.Call call) {
    List<FeelNode> arguments = call.arguments();
    boolean skips = false;
    if (arguments.size() == 1 && arguments.get(0) instanceof FeelNode.Filter filter) {
      arguments = List.of(filter.of());
      skips = true;
    }
    if (arguments.size() == 1 && arguments.get(0) instanceof FeelNode.Listed list) {
      arguments = list.items();
    }
    if (!skips) {
      spelling.nuance(
          "FEEL 的 " + call.function() + " 遇到未知参数时结果未知，这里忽略未知参数",
          "FEEL's "
              + call.function()
              + " is unknown when an argument is; here unknown arguments are left out");
    }
    List<String> written = new ArrayList<>();
    for (FeelNode argument : arguments) {
      written.add(argument instanceof FeelNode.If choice ? guarded(choice) : argument(argument));
    }
    return call.function() + "(" + String.join(", ", written) + ")";
  }

  /** A value, or one term with a factor and a number added. */
  private String argument(FeelNode node) {
    if (node instanceof Literal literal) {
      return spelling.literal(literal);
    }
    if (node instanceof FeelNode.Call call && call.function().equals("round half up")) {
      return rounded(call);
    }
    return sum(node);
  }

  private String rounded(FeelNode.Call call) {
    String scale = spelling.type().isWhole() ? "0" : "6";
    boolean ours =
        call.arguments().size() == 2
            && call.arguments().get(1) instanceof Literal digits
            && digits.value().equals(scale);
    if (!ours) {
      throw new FeelFault(
          "结果总是四舍五入到 " + scale + " 位小数，写不出别的位数",
          "results are rounded half up to " + scale + " decimals, no other number can be said");
    }
    return sum(call.arguments().get(0));
  }

  private String sum(FeelNode node) {
    if (node instanceof FeelNode.Name name) {
      return spelling.name(name.name());
    }
    if (node instanceof Arithmetic product && product.sign() == '*') {
      return spelling.factor(product);
    }
    if (node instanceof Arithmetic sum
        && "+-".indexOf(sum.sign()) >= 0
        && sum.right() instanceof Literal number) {
      String left = sum(sum.left());
      return number.kind() == Literal.Kind.DURATION
          ? later(left, sum.sign(), number.value())
          : left + " " + sum.sign() + " " + spelling.literal(number);
    }
    throw unfit();
  }

  private static String later(String left, char sign, String duration) {
    Matcher days = DAYS.matcher(duration);
    if (!days.matches()) {
      throw new FeelFault("日期只能加减整天数", "a date takes a whole number of days");
    }
    boolean minus = (sign == '-') != days.group(1).equals("-");
    return left + (minus ? " - " : " + ") + days.group(2);
  }
}
