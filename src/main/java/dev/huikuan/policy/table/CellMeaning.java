package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an input cell means, written one way: equal for cells that pass the same values, however
 * they are spelled ({@code 31-60} and {@code 31..60}, {@code A, B} and {@code B, A}, of whole
 * numbers {@code > 30} and {@code >= 31}). Cells with different meanings never get the same one.
 */
final class CellMeaning implements UnaryTest.Cases<String> {

  private final boolean whole;

  private CellMeaning(boolean whole) {
    this.whole = whole;
  }

  static String of(UnaryTest test, TermType type) {
    return test.fold(new CellMeaning(type.isWhole()));
  }

  @Override
  public String anything() {
    return "";
  }

  @Override
  public String state(UnaryTest.State state) {
    return state.name();
  }

  @Override
  public String within(Interval interval) {
    long first = interval.first();
    long last = interval.last();
    if (whole) {
      first = first == Long.MIN_VALUE ? first : -Math.floorDiv(-first, Micros.ONE) * Micros.ONE;
      last = last == Long.MAX_VALUE ? last : Math.floorDiv(last, Micros.ONE) * Micros.ONE;
    }
    return interval.axis() + " " + first + ".." + last;
  }

  @Override
  public String codes(Set<String> codes) {
    return "codes " + new TreeSet<>(codes);
  }

  @Override
  public String texts(Set<String> texts) {
    return "texts " + new TreeSet<>(texts);
  }

  @Override
  public String flag(boolean yes) {
    return "is " + yes;
  }

  @Override
  public String compared(UnaryTest.Compared compared) {
    return compared.comparison()
        + " "
        + compared.factor()
        + " "
        + compared.ref().level()
        + " "
        + compared.ref().code();
  }

  @Override
  public String anyOf(List<UnaryTest> parts) {
    return "any " + all(parts);
  }

  @Override
  public String noneOf(List<UnaryTest> parts) {
    return "none " + all(parts);
  }

  private String all(List<UnaryTest> parts) {
    return parts.stream()
        .map(part -> part.fold(this))
        .sorted()
        .distinct()
        .collect(Collectors.joining("; ", "(", ")"));
  }
}
