package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.OutputEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row decides, as Java over the fields of the case that it binds as {@code $field}. */
final class DrlEntry {

  private final DrlFields fields;
  private final Set<String> bound;

  /**
   * @param bound takes the names of the fields that must be bound
   */
  DrlEntry(DrlFields fields, Set<String> bound) {
    this.fields = fields;
    this.bound = bound;
  }

  /** The arguments that fill an output field: its value, and for a date its flag. */
  List<String> arguments(Optional<OutputEntry> entry, DrlFields.Field field) {
    String value = entry.map(this::of).orElse("null");
    return field.hasNotYet()
        ? List.of(value, entry.map(this::notYet).orElse("false"))
        : List.of(value);
  }

  private String of(OutputEntry entry) {
    if (entry instanceof OutputEntry.Literal literal) {
      return constant(literal.constant());
    }
    if (entry instanceof OutputEntry.TermValue value) {
      return bind(value.ref());
    }
    if (entry instanceof OutputEntry.ParameterAt at) {
      return bind(fields.of(at).name());
    }
    if (entry instanceof OutputEntry.ParameterAtAccrual accrual) {
      return bind(accrual.parameter());
    }
    if (entry instanceof OutputEntry.Scaled scaled) {
      return "scaled( %sL, %s, %sL, %b )"
          .formatted(scaled.factor(), of(scaled.of()), scaled.plus(), scaled.whole());
    }
    if (entry instanceof OutputEntry.DaysLater later) {
      return "later( %s, %sL )".formatted(of(later.of()), later.days());
    }
    OutputEntry.Extreme extreme = (OutputEntry.Extreme) entry;
    return extreme.arguments().stream()
        .map(this::of)
        .collect(
            Collectors.joining(
                ", ",
                (extreme.greatest() ? "greatest" : "least") + "( Arrays.asList( new Long[] { ",
                " } ) )"));
  }

  /** Only a date that is taken over as it is can be one that has not come. */
  private String notYet(OutputEntry entry) {
    if (entry instanceof OutputEntry.TermValue value && fields.of(value.ref()).hasNotYet()) {
      return bind(fields.of(value.ref()).notYet());
    }
    return "false";
  }

  private String bind(TermRef ref) {
    return bind(fields.of(ref).name());
  }

  private String bind(String field) {
    bound.add(field);
    return "$" + field;
  }

  private static String constant(Value value) {
    if (value instanceof Value.Num number) {
      return number.micros() + "L";
    }
    if (value instanceof Value.Day day) {
      return day.date().toEpochDay() + "L";
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toNanoOfDay() + "L";
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? "Boolean.TRUE" : "Boolean.FALSE";
    }
    if (value instanceof Value.Code code) {
      return DrlWords.literal(code.code());
    }
    if (value instanceof Value.Codes list) {
      return list(list.codes());
    }
    return value instanceof Value.Words words
        ? list(List.of(words.text().zh(), words.text().en()))
        : "null";
  }

  private static String list(List<String> words) {
    return words.stream()
        .map(DrlWords::literal)
        .collect(Collectors.joining(", ", "List.of( ", " )"));
  }
}
