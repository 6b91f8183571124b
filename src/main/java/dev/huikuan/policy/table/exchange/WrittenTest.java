package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.UnaryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a test means, in the spelling of the policy format: {@code [1..30]}, {@code not(A, B)}. */
final class WrittenTest implements UnaryTest.Cases<String> {

  private final Term term;
  private final Level tableLevel;

  /**
   * @param column the term that is tested
   */
  WrittenTest(TermRef column, Level tableLevel) {
    this.term = column.term();
    this.tableLevel = tableLevel;
  }

  String of(UnaryTest test) {
    return test.fold(this);
  }

  @Override
  public String anything() {
    return "-";
  }

  @Override
  public String state(UnaryTest.State state) {
    return switch (state) {
      case UNKNOWN -> "unknown";
      case KNOWN -> "known";
      case NOT_YET -> "not yet";
    };
  }

  @Override
  public String within(Interval interval) {
    boolean least = interval.low() == Long.MIN_VALUE;
    boolean greatest = interval.high() == Long.MAX_VALUE;
    if (least && greatest) {
      return "known";
    }
    String low = WrittenValue.point(interval.axis(), interval.low(), term);
    String high = WrittenValue.point(interval.axis(), interval.high(), term);
    if (least) {
      return (interval.highOpen() ? "< " : "<= ") + high;
    }
    if (greatest) {
      return (interval.lowOpen() ? "> " : ">= ") + low;
    }
    return interval.equals(Interval.single(interval.axis(), interval.low()))
        ? low
        : (interval.lowOpen() ? "(" : "[") + low + ".." + high + (interval.highOpen() ? ")" : "]");
  }

  /** In the order of the term's values. */
  @Override
  public String codes(Set<String> codes) {
    List<String> ordered = new ArrayList<>();
    term.values().stream().map(AllowedValue::code).filter(codes::contains).forEach(ordered::add);
    codes.stream().sorted().filter(code -> !ordered.contains(code)).forEach(ordered::add);
    return ordered.stream().map(WrittenValue::item).collect(Collectors.joining(", "));
  }

  @Override
  public String texts(Set<String> texts) {
    return texts.stream().sorted().map(WrittenValue::item).collect(Collectors.joining(", "));
  }

  @Override
  public String flag(boolean yes) {
    return yes ? "yes" : "no";
  }

  @Override
  public String compared(UnaryTest.Compared compared) {
    String factor =
        compared.factor() == Micros.ONE
            ? ""
            : Micros.toDecimal(compared.factor()).toPlainString() + " * ";
    return compared.comparison().sign() + " " + factor + compared.ref().qualifiedFrom(tableLevel);
  }

  @Override
  public String anyOf(List<UnaryTest> parts) {
    return parts.stream().map(this::of).collect(Collectors.joining(", "));
  }

  @Override
  public String noneOf(List<UnaryTest> parts) {
    return "not(" + anyOf(parts) + ")";
  }
}
