package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.UnaryTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A test as a constraint on the fields of a case; a field that is null is unknown. */
final class DrlConstraint implements UnaryTest.Cases<String> {

  private static final String ALWAYS = "true";

  private final DrlFields fields;
  private final DrlFields.Field field;

  /**
   * @param field the one that is tested
   */
  DrlConstraint(DrlFields fields, DrlFields.Field field) {
    this.fields = fields;
    this.field = field;
  }

  String of(UnaryTest test) {
    return test.fold(this);
  }

  private String present() {
    return field.name() + " != null";
  }

  private String never() {
    return "(" + field.name() + " == null && " + present() + ")";
  }

  private static String all(List<String> conditions) {
    return "(" + String.join(" && ", conditions) + ")";
  }

  private static String any(Collection<String> conditions) {
    return "(" + String.join(" || ", conditions) + ")";
  }

  @Override
  public String anything() {
    return ALWAYS;
  }

  @Override
  public String state(UnaryTest.State state) {
    return switch (state) {
      case UNKNOWN ->
          field.hasNotYet()
              ? all(List.of(field.name() + " == null", field.notYet() + " == false"))
              : field.name() + " == null";
      case KNOWN -> present();
      case NOT_YET -> field.hasNotYet() ? field.notYet() + " == true" : never();
    };
  }

  @Override
  public String within(Interval interval) {
    List<String> conditions = new ArrayList<>(List.of(present()));
    if (interval.first() == interval.last()) {
      conditions.add(field.name() + " == " + interval.first() + "L");
      return all(conditions);
    }
    if (interval.low() != Long.MIN_VALUE) {
      conditions.add(field.name() + " >= " + interval.first() + "L");
    }
    if (interval.high() != Long.MAX_VALUE) {
      conditions.add(field.name() + " <= " + interval.last() + "L");
    }
    return all(conditions);
  }

  @Override
  public String codes(Set<String> codes) {
    return words(codes, field.type() == TermType.CODES ? " contains " : " == ");
  }

  /** The field holds the normal form of the text in each language. */
  @Override
  public String texts(Set<String> texts) {
    return words(texts, " contains ");
  }

  private String words(Set<String> words, String relation) {
    return all(
        List.of(
            present(),
            any(
                new TreeSet<>(words)
                    .stream()
                        .map(word -> field.name() + relation + DrlWords.literal(word))
                        .toList())));
  }

  @Override
  public String flag(boolean yes) {
    return all(List.of(present(), field.name() + " == " + yes));
  }

  @Override
  public String compared(UnaryTest.Compared compared) {
    String other = fields.of(compared.ref()).name();
    String sign =
        switch (compared.comparison()) {
          case EQUAL -> "==";
          case NOT_EQUAL -> "!=";
          default -> compared.comparison().sign();
        };
    String relation =
        compared.factor() == Micros.ONE
            ? field.name() + " " + sign + " " + other
            : "compare(%s, %sL, %s) %s 0".formatted(field.name(), compared.factor(), other, sign);
    return all(List.of(present(), other + " != null", relation));
  }

  @Override
  public String anyOf(List<UnaryTest> parts) {
    return any(parts.stream().map(this::of).toList());
  }

  /** See {@link UnaryTest.NoneOf}: a term that cannot be compared with fails it. */
  @Override
  public String noneOf(List<UnaryTest> parts) {
    List<String> conditions = new ArrayList<>(List.of(present()));
    for (UnaryTest part : parts) {
      if (part instanceof UnaryTest.Compared compared) {
        conditions.add(fields.of(compared.ref()).name() + " != null");
      }
      conditions.add("!" + bracketed(of(part)));
    }
    boolean words = parts.stream().allMatch(UnaryTest.State.class::isInstance);
    return words && field.hasNotYet() && !parts.contains(UnaryTest.State.NOT_YET)
        ? any(List.of(all(conditions), field.notYet() + " == true"))
        : all(conditions);
  }

  private static String bracketed(String condition) {
    return condition.startsWith("(") ? condition : "(" + condition + ")";
  }
}
