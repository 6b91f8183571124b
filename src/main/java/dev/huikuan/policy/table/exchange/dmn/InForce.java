package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.policy.table.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a whole table is in force on the day of the decision, in FEEL.
 *
 * @param condition on {@code asOf}; {@code true} for always
 */
record InForce(String condition) {

  private static final String ALWAYS = "true";
  private static final String THEN = " then (";
  private static final String ELSE = ") else " + Feel.NULL;

  static InForce of(Period period) {
    return of(
        period.from().map(LocalDate::toString).orElse(""),
        period.until().map(LocalDate::toString).orElse(""));
  }

  /** From and until as written, empty for open ends. */
  static InForce of(String from, String until) {
    List<String> all = new ArrayList<>();
    day(from, ">=").ifPresent(all::add);
    day(until, "<=").ifPresent(all::add);
    return new InForce(all.isEmpty() ? ALWAYS : String.join(" and ", all));
  }

  private static Optional<String> day(String day, String sign) {
    return Optional.of(day)
        .filter(written -> !written.isEmpty())
        .map(written -> "%s %s date(\"%s\")".formatted(FeelNames.AS_OF, sign, written));
  }

  /** The entry while in force, else nothing: a default output has no condition of its own. */
  String only(String entry) {
    return condition.equals(ALWAYS) ? entry : "if " + condition + THEN + entry + ELSE;
  }

  /** The entry without what {@link #only} puts around it. */
  String without(String feel) {
    String before = "if " + condition + THEN;
    return feel.startsWith(before) && feel.endsWith(ELSE)
        ? feel.substring(before.length(), feel.length() - ELSE.length())
        : feel;
  }
}
