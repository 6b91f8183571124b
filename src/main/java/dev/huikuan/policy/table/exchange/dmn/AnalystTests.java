package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Compare;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Literal;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Tested;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Unary tests of FEEL as the text of an input cell. Where FEEL lets null pass, the cell says
 * unknown (for dates also not yet: null there is either).
 */
final class AnalystTests {

  private final Spelling spelling;

  AnalystTests(Spelling spelling) {
    this.spelling = spelling;
  }

  /** The cell for an input entry; empty for any value. */
  String cell(String feel) {
    Set<String> items = new LinkedHashSet<>();
    FeelParser.tests(feel).forEach(test -> items.addAll(items(test)));
    return String.join(", ", items);
  }

  private List<String> absent() {
    return spelling.type() == TermType.DATE ? List.of("unknown", "not yet") : List.of("unknown");
  }

  private String never() {
    return spelling.type() == TermType.DATE
        ? "not(known, unknown, not yet)"
        : "not(known, unknown)";
  }

  private static List<String> with(String item, List<String> more) {
    List<String> all = new ArrayList<>(List.of(item));
    all.addAll(more);
    return all;
  }

  private static boolean isNull(FeelNode node) {
    return node instanceof Literal literal && literal.isNull();
  }

  /** What one test of a list lets pass. */
  private List<String> items(FeelNode test) {
    if (test instanceof Literal literal) {
      return literal.isNull() ? absent() : values(literal);
    }
    if (test instanceof FeelNode.Range range) {
      return List.of(range(range));
    }
    if (test instanceof Compare compare && compare.left() instanceof Tested) {
      return compared(compare);
    }
    if (test instanceof FeelNode.In in && in.value() instanceof Tested) {
      return in.tests().stream().flatMap(one -> items(one).stream()).toList();
    }
    if (test instanceof FeelNode.Or or) {
      return either(or);
    }
    if (test instanceof FeelNode.And and) {
      return new Together(and).items();
    }
    if (test instanceof FeelNode.Call call) {
      return called(call);
    }
    if (test instanceof FeelNode.Name || test instanceof FeelNode.Arithmetic) {
      return compared(new Compare("=", new Tested(), test));
    }
    throw unfit();
  }

  private static FeelFault unfit() {
    return new FeelFault(
        "这个条件没有对应的单元格写法；请改写成值、比较、区间、列表、not(…) 或 list contains(?, …)",
        "no cell says this; write values, comparisons, ranges, lists, not(…) or list contains(?,"
            + " …)");
  }

  private List<String> values(Literal literal) {
    if (spelling.type() == TermType.CODES) {
      throw new FeelFault(
          "列表词条请写 list contains(?, " + Feel.text(literal.value()) + ")",
          "of a list write list contains(?, " + Feel.text(literal.value()) + ")");
    }
    return List.of(spelling.literal(literal));
  }

  private String range(FeelNode.Range range) {
    return (range.lowOpen() ? "(" : "[")
        + end(range.low())
        + ".."
        + end(range.high())
        + (range.highOpen() ? ")" : "]");
  }

  private String end(FeelNode node) {
    if (node instanceof Literal literal) {
      return spelling.literal(literal);
    }
    throw new FeelFault("区间的两端要写值", "the ends of a range are values");
  }

  private List<String> compared(Compare compare) {
    if (isNull(compare.right())) {
      return switch (compare.sign()) {
        case "=" -> absent();
        case "!=" -> List.of("known");
        default -> throw unfit();
      };
    }
    String operand = spelling.operand(compare.right());
    boolean value = compare.right() instanceof Literal;
    if (compare.sign().equals("!=")) {
      return with("!= " + operand, absent());
    }
    if (!compare.sign().equals("=")) {
      return List.of(compare.sign() + " " + operand);
    }
    if (!value) {
      spelling.nuance(
          "两边都未知时 FEEL 认为相等，这里不算；要它也符合请再写 unknown",
          "FEEL takes two unknowns for equal, here they are not; add unknown if it should pass");
    }
    return value ? values((Literal) compare.right()) : List.of("= " + operand);
  }

  private List<String> either(FeelNode.Or or) {
    if (or.left() instanceof Compare known
        && known.left() instanceof Tested
        && known.sign().equals("!=")
        && isNull(known.right())
        && isNotYet(or.right())) {
      return List.of("not(unknown)");
    }
    List<String> all = new ArrayList<>(items(or.left()));
    all.addAll(items(or.right()));
    return all;
  }

  private static boolean isNotYet(FeelNode node) {
    return node instanceof Compare compare
        && compare.sign().equals("=")
        && compare.left() instanceof FeelNode.Name name
        && name.name().endsWith(FeelNames.NOT_YET)
        && compare.right() instanceof Literal literal
        && literal.value().equals("true");
  }

  private List<String> called(FeelNode.Call call) {
    if (call.function().equals("not")) {
      // FEEL's own not lets null pass unless null is among what it excludes.
      boolean excludesNull = call.arguments().stream().anyMatch(AnalystTests::isNull);
      List<FeelNode> others =
          call.arguments().stream().filter(argument -> !isNull(argument)).toList();
      if (others.isEmpty()) {
        return List.of("known");
      }
      return excludesNull ? List.of(not(others)) : with(not(others), absent());
    }
    if (call.function().equals("list contains")
        && call.arguments().size() == 2
        && call.arguments().get(0) instanceof Tested
        && call.arguments().get(1) instanceof Literal code) {
      return List.of(spelling.literal(code));
    }
    throw unfit();
  }

  private String not(List<FeelNode> excluded) {
    Set<String> items = new LinkedHashSet<>();
    excluded.forEach(node -> items.addAll(excluded(node)));
    return "not(" + String.join(", ", items) + ")";
  }

  /** Inside not(…), where a value is there and null does not come into it. */
  private List<String> excluded(FeelNode node) {
    if (node instanceof FeelNode.Or or) {
      List<String> all = new ArrayList<>(excluded(or.left()));
      all.addAll(excluded(or.right()));
      return all;
    }
    if (node instanceof Compare compare
        && compare.left() instanceof Tested
        && compare.sign().equals("!=")) {
      return List.of("!= " + spelling.operand(compare.right()));
    }
    if (node instanceof Compare compare
        && compare.left() instanceof Tested
        && compare.sign().equals("=")
        && !(compare.right() instanceof Literal)) {
      return List.of("= " + spelling.operand(compare.right()));
    }
    return items(node);
  }

  /** Conditions joined by and. */
  private final class Together {

    private final List<FeelNode> rest = new ArrayList<>();
    private boolean present;
    private boolean absent;

    Together(FeelNode.And and) {
      add(and);
    }

    private void add(FeelNode node) {
      if (node instanceof FeelNode.And and) {
        add(and.left());
        add(and.right());
      } else if (node instanceof Compare compare && isNull(compare.right())) {
        boolean own = compare.left() instanceof Tested;
        boolean known = compare.sign().equals("!=");
        if (!own && !(known && compare.left() instanceof FeelNode.Name)) {
          throw unfit();
        }
        // That another term has a value is what a comparison with it asks for by itself.
        present |= own && known;
        absent |= own && !known;
      } else {
        rest.add(node);
      }
    }

    List<String> items() {
      if (absent) {
        return whileAbsent();
      }
      if (rest.isEmpty()) {
        return List.of("known");
      }
      return rest.size() == 1 ? one(rest.get(0)) : List.of(between());
    }

    private List<String> whileAbsent() {
      if (present) {
        return List.of(never());
      }
      if (rest.size() == 1 && isNotYet(rest.get(0))) {
        return List.of("not yet");
      }
      boolean unknown =
          rest.size() == 1
              && rest.get(0) instanceof FeelNode.Call call
              && call.function().equals("not")
              && call.arguments().size() == 1
              && isNotYet(call.arguments().get(0));
      if (!unknown) {
        throw unfit();
      }
      return List.of("unknown");
    }

    private List<String> one(FeelNode node) {
      if (!present) {
        return AnalystTests.this.items(node);
      }
      if (node instanceof FeelNode.Call call && call.function().equals("not")) {
        return List.of(not(call.arguments()));
      }
      return excluded(node);
    }

    /** Two comparisons that are an interval. */
    private String between() {
      String low = "";
      String high = "";
      for (FeelNode node : rest) {
        if (node instanceof Compare compare && compare.left() instanceof Tested) {
          switch (compare.sign()) {
            case ">" -> low = "(" + end(compare.right());
            case ">=" -> low = "[" + end(compare.right());
            case "<" -> high = end(compare.right()) + ")";
            case "<=" -> high = end(compare.right()) + "]";
            default -> throw unfit();
          }
        }
      }
      if (rest.size() != 2 || low.isEmpty() || high.isEmpty()) {
        throw unfit();
      }
      return low + ".." + high;
    }
  }
}
