package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.policy.table.exchange.dmn.FeelNode.Literal;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Literal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads FEEL by descent: unary tests of input entries and expressions of output entries. Nothing is
 * ever evaluated. Depth and length are bounded.
 */
final class FeelParser {

  private static final int DEEPEST = 60;
  private static final Set<String> WORDS =
      Set.of("and", "or", "in", "between", "if", "then", "else", "for", "some", "every", "return");

  private final FeelScanner scan;
  private int depth;

  private FeelParser(String text) {
    this.scan = new FeelScanner(text);
  }

  /** Unary tests; empty for a dash and for nothing at all, which pass anything. */
  static List<FeelNode> tests(String text) {
    FeelParser parser = new FeelParser(text);
    if (text.isBlank() || text.strip().equals("-")) {
      return List.of();
    }
    List<FeelNode> tests = parser.testList();
    parser.scan.end();
    return tests;
  }

  static FeelNode expression(String text) {
    FeelParser parser = new FeelParser(text);
    FeelNode node = parser.expression();
    parser.scan.end();
    return node;
  }

  private List<FeelNode> testList() {
    List<FeelNode> tests = new ArrayList<>();
    do {
      tests.add(test());
    } while (scan.take(","));
    return tests;
  }

  private FeelNode test() {
    String sign = scan.takeSign();
    return sign.isEmpty() ? expression() : new FeelNode.Compare(sign, new FeelNode.Tested(), sum());
  }

  private FeelNode expression() {
    if (++depth > DEEPEST) {
      throw new FeelFault("表达式嵌套太深", "the expression is nested too deeply");
    }
    try {
      FeelNode left = conjunction();
      while (scan.takeWord("or")) {
        left = new FeelNode.Or(left, conjunction());
      }
      return left;
    } finally {
      depth--;
    }
  }

  private FeelNode conjunction() {
    FeelNode left = comparison();
    while (scan.takeWord("and")) {
      left = new FeelNode.And(left, comparison());
    }
    return left;
  }

  private FeelNode comparison() {
    FeelNode left = sum();
    String sign = scan.takeSign();
    if (!sign.isEmpty()) {
      return new FeelNode.Compare(sign, left, sum());
    }
    if (scan.takeWord("between")) {
      FeelNode low = sum();
      if (!scan.takeWord("and")) {
        throw scan.unreadable();
      }
      return new FeelNode.In(left, List.of(new FeelNode.Range(low, false, sum(), false)));
    }
    return scan.takeWord("in") ? new FeelNode.In(left, alternatives()) : left;
  }

  /** What stands behind in: a range, or tests in parentheses. */
  private List<FeelNode> alternatives() {
    int start = scan.position();
    if (scan.take("(")) {
      FeelNode first = test();
      if (!scan.stands("..")) {
        List<FeelNode> tests = new ArrayList<>(List.of(first));
        while (scan.take(",")) {
          tests.add(test());
        }
        scan.expect(")");
        return tests;
      }
      scan.backTo(start);
    }
    return List.of(test());
  }

  private FeelNode sum() {
    FeelNode left = product();
    for (char sign = scan.takeAny("+-"); sign != 0; sign = scan.takeAny("+-")) {
      left = new FeelNode.Arithmetic(sign, left, product());
    }
    return left;
  }

  private FeelNode product() {
    FeelNode left = filtered();
    for (char sign = scan.takeAny("*/"); sign != 0; sign = scan.takeAny("*/")) {
      left = new FeelNode.Arithmetic(sign, left, filtered());
    }
    return left;
  }

  private FeelNode filtered() {
    FeelNode of = primary();
    while (scan.standsFilter() && !(of instanceof Literal)) {
      scan.expect("[");
      of = new FeelNode.Filter(of, expression());
      scan.expect("]");
    }
    return of;
  }

  private FeelNode primary() {
    if (scan.take("?")) {
      return new FeelNode.Tested();
    }
    if (scan.stands("\"")) {
      return new Literal(Kind.STRING, scan.string());
    }
    if (scan.take("@")) {
      return moment(scan.string());
    }
    if (scan.standsNumber()) {
      return new Literal(Kind.NUMBER, scan.number());
    }
    if (scan.stands("[") || scan.stands("(") || scan.stands("]")) {
      return bracket();
    }
    if (scan.takeWord("if")) {
      return conditional();
    }
    return named(scan.name(WORDS));
  }

  private FeelNode conditional() {
    FeelNode condition = expression();
    if (!scan.takeWord("then")) {
      throw scan.unreadable();
    }
    FeelNode then = expression();
    if (!scan.takeWord("else")) {
      throw scan.unreadable();
    }
    return new FeelNode.If(condition, then, expression());
  }

  /** An interval, a list, or an expression in parentheses. */
  private FeelNode bracket() {
    char opening = scan.takeAny("[(]");
    if (opening == '[' && scan.take("]")) {
      return new FeelNode.Listed(List.of());
    }
    FeelNode first = expression();
    if (scan.take("..")) {
      FeelNode high = expression();
      char closing = scan.takeAny("])[");
      if (closing == 0) {
        throw scan.unreadable();
      }
      return new FeelNode.Range(first, opening != '[', high, closing != ']');
    }
    if (opening == '(') {
      scan.expect(")");
      return first;
    }
    List<FeelNode> items = new ArrayList<>(List.of(first));
    while (opening == '[' && scan.take(",")) {
      items.add(expression());
    }
    scan.expect("]");
    return new FeelNode.Listed(items);
  }

  private FeelNode named(String name) {
    switch (name) {
      case "true", "false" -> {
        return new Literal(Kind.FLAG, name);
      }
      case "null" -> {
        return new Literal(Kind.NULL, name);
      }
      default -> {
        // a variable or a function
      }
    }
    if (!scan.take("(")) {
      return new FeelNode.Name(name);
    }
    List<FeelNode> arguments = new ArrayList<>();
    if (!scan.take(")")) {
      // The tests of not(…) are tests, not expressions.
      do {
        arguments.add(name.equals("not") ? test() : expression());
      } while (scan.take(","));
      scan.expect(")");
    }
    boolean literal =
        arguments.size() == 1
            && arguments.get(0) instanceof Literal text
            && text.kind() == Kind.STRING;
    return literal ? call(name, ((Literal) arguments.get(0)).value()) : function(name, arguments);
  }

  private static FeelNode function(String name, List<FeelNode> arguments) {
    return new FeelNode.Call(name, arguments);
  }

  private static FeelNode call(String name, String text) {
    return switch (name) {
      case "date", "time" -> moment(text);
      case "duration" -> new Literal(Kind.DURATION, text);
      default -> function(name, List.of(new Literal(Kind.STRING, text)));
    };
  }

  private static FeelNode moment(String text) {
    if (text.startsWith("P") || text.startsWith("-P")) {
      return new Literal(Kind.DURATION, text);
    }
    return new Literal(text.indexOf(':') < 0 ? Kind.DATE : Kind.TIME, text);
  }
}
