package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.Comparison;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.UnaryTest;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cells of one input column as FEEL. Unknown is null. Two things of FEEL are not ours and are
 * written so that they cannot tell: {@code not("A")} passes null there, and an expression that
 * gives null is an error to some engines.
 */
final class FeelTests {

  private static final String PRESENT = "? != null";
  private static final String NEVER = "? = null and ? != null";

  private final Term term;
  private final boolean list;
  private final Optional<String> notYet;
  private final Function<TermRef, String> names;

  /**
   * @param list the value is a list of codes
   * @param notYet the variable that says that a date has not come; empty for other types and for
   *     dates of which nobody asks that
   * @param names FEEL for the terms that cells name
   */
  FeelTests(Term term, boolean list, Optional<String> notYet, Function<TermRef, String> names) {
    this.term = term;
    this.list = list;
    this.notYet = notYet;
    this.names = names;
  }

  /** True when a cell tells unknown from not yet. */
  static boolean asksNotYet(UnaryTest test) {
    if (test instanceof UnaryTest.AnyOf list) {
      return list.parts().stream().anyMatch(FeelTests::asksNotYet);
    }
    if (test instanceof UnaryTest.NoneOf list) {
      return list.parts().stream().anyMatch(part -> part instanceof UnaryTest.State);
    }
    return test instanceof UnaryTest.State && test != UnaryTest.State.KNOWN;
  }

  /** The unary tests of an input entry. */
  String entry(UnaryTest test) {
    return test.fold(new Entry());
  }

  /** A condition on {@code ?} that is true or false, never null, where {@code ?} has a value. */
  private String condition(UnaryTest test) {
    return test.fold(new Condition());
  }

  private List<String> sorted(Set<String> codes) {
    Comparator<String> byList =
        Comparator.comparingInt(
            code -> term.allowed(code).map(term.values()::indexOf).orElse(Integer.MAX_VALUE));
    return codes.stream().sorted(byList.thenComparing(Comparator.naturalOrder())).toList();
  }

  private String contained(Set<String> codes) {
    return sorted(codes).stream()
        .map(code -> "list contains(?, " + Feel.text(code) + ")")
        .collect(Collectors.joining(" or "));
  }

  private String scaled(UnaryTest.Compared compared) {
    String name = names.apply(compared.ref());
    return compared.factor() == Micros.ONE ? name : Feel.number(compared.factor()) + " * " + name;
  }

  private static String range(Interval interval) {
    Interval.Axis axis = interval.axis();
    boolean below = interval.low() == Long.MIN_VALUE;
    boolean above = interval.high() == Long.MAX_VALUE;
    if (below || above) {
      String sign = below ? interval.highOpen() ? "< " : "<= " : interval.lowOpen() ? "> " : ">= ";
      return sign + Feel.point(axis, below ? interval.high() : interval.low());
    }
    return (interval.lowOpen() ? "(" : "[")
        + Feel.point(axis, interval.low())
        + ".."
        + Feel.point(axis, interval.high())
        + (interval.highOpen() ? ")" : "]");
  }

  private static boolean isEverything(Interval interval) {
    return interval.low() == Long.MIN_VALUE && interval.high() == Long.MAX_VALUE;
  }

  private static boolean isPoint(Interval interval) {
    return interval.low() == interval.high() && !interval.lowOpen() && !interval.highOpen();
  }

  private String state(UnaryTest.State state) {
    return switch (state) {
      case KNOWN -> PRESENT;
      case UNKNOWN -> notYet.map(name -> "? = null and not(" + name + " = true)").orElse(Feel.NULL);
      case NOT_YET -> notYet.map(name -> "? = null and " + name + " = true").orElse(NEVER);
    };
  }

  /** {@code not(…)} of words only: of what is not excluded, unknown never passes. */
  private String otherStates(List<UnaryTest> parts) {
    boolean present = !parts.contains(UnaryTest.State.KNOWN);
    boolean coming = notYet.isPresent() && !parts.contains(UnaryTest.State.NOT_YET);
    if (present) {
      return coming ? "? != null or " + notYet.get() + " = true" : PRESENT;
    }
    return coming ? state(UnaryTest.State.NOT_YET) : NEVER;
  }

  private String noneOf(List<UnaryTest> parts) {
    if (parts.stream().allMatch(part -> part instanceof UnaryTest.State)) {
      return otherStates(parts);
    }
    if (parts.contains(UnaryTest.State.KNOWN)) {
      return NEVER;
    }
    Set<String> all = new LinkedHashSet<>(List.of(PRESENT));
    Set<String> excluded = new LinkedHashSet<>();
    for (UnaryTest part : parts) {
      if (part instanceof UnaryTest.Compared compared) {
        all.add(names.apply(compared.ref()) + " != null");
      }
      if (!(part instanceof UnaryTest.State)) {
        excluded.add(condition(part));
      }
    }
    all.add("not(" + String.join(" or ", excluded) + ")");
    return String.join(" and ", all);
  }

  /** In a list of tests, where a plain value or sign speaks of {@code ?} by itself. */
  private final class Entry implements UnaryTest.Cases<String> {

    @Override
    public String anything() {
      return "-";
    }

    @Override
    public String state(UnaryTest.State state) {
      return FeelTests.this.state(state);
    }

    @Override
    public String within(Interval interval) {
      if (interval.first() > interval.last()) {
        return NEVER;
      }
      if (isEverything(interval)) {
        return PRESENT;
      }
      return isPoint(interval) ? Feel.point(interval.axis(), interval.low()) : range(interval);
    }

    @Override
    public String codes(Set<String> codes) {
      return list ? PRESENT + " and (" + contained(codes) + ")" : Feel.texts(sorted(codes));
    }

    @Override
    public String texts(Set<String> texts) {
      return Feel.texts(sorted(texts));
    }

    @Override
    public String flag(boolean yes) {
      return String.valueOf(yes);
    }

    @Override
    public String compared(UnaryTest.Compared compared) {
      String other = scaled(compared);
      return switch (compared.comparison()) {
        case EQUAL -> PRESENT + " and ? = " + other;
        case NOT_EQUAL ->
            PRESENT + " and " + names.apply(compared.ref()) + " != null and ? != " + other;
        default -> compared.comparison().sign() + " " + other;
      };
    }

    @Override
    public String anyOf(List<UnaryTest> parts) {
      return parts.stream().map(FeelTests.this::entry).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public String noneOf(List<UnaryTest> parts) {
      return FeelTests.this.noneOf(parts);
    }
  }

  /** As a condition that names {@code ?}. */
  private final class Condition implements UnaryTest.Cases<String> {

    @Override
    public String anything() {
      return "true";
    }

    @Override
    public String state(UnaryTest.State state) {
      return FeelTests.this.state(state);
    }

    @Override
    public String within(Interval interval) {
      if (interval.first() > interval.last()) {
        return "(" + NEVER + ")";
      }
      if (isEverything(interval)) {
        return PRESENT;
      }
      if (isPoint(interval)) {
        return "? = " + Feel.point(interval.axis(), interval.low());
      }
      // Never `? in (a..b]`: some engines take that parenthesis for a list's.
      if (interval.low() == Long.MIN_VALUE || interval.high() == Long.MAX_VALUE) {
        return "? " + range(interval);
      }
      Interval.Axis axis = interval.axis();
      return "(? "
          + (interval.lowOpen() ? "> " : ">= ")
          + Feel.point(axis, interval.low())
          + " and ? "
          + (interval.highOpen() ? "< " : "<= ")
          + Feel.point(axis, interval.high())
          + ")";
    }

    @Override
    public String codes(Set<String> codes) {
      return list ? contained(codes) : among(codes);
    }

    @Override
    public String texts(Set<String> texts) {
      return among(texts);
    }

    private String among(Set<String> words) {
      String list = Feel.texts(sorted(words));
      return words.size() == 1 ? "? = " + list : "? in (" + list + ")";
    }

    @Override
    public String flag(boolean yes) {
      return "? = " + yes;
    }

    @Override
    public String compared(UnaryTest.Compared compared) {
      Comparison comparison = compared.comparison();
      return "? " + comparison.sign() + " " + scaled(compared);
    }

    @Override
    public String anyOf(List<UnaryTest> parts) {
      return parts.stream()
          .map(FeelTests.this::condition)
          .collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public String noneOf(List<UnaryTest> parts) {
      return "(" + FeelTests.this.noneOf(parts) + ")";
    }
  }
}
