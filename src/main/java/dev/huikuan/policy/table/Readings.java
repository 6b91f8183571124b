package dev.huikuan.policy.table;

import dev.huikuan.domain.Origin;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import java.time.LocalDate;

/** Terms and parameters read alike: a parameter without a date is read as of the decision. */
public final class Readings {

  private Readings() {}

  /** As outputs compute with it: an amount in the currency of the place. */
  static Value value(Reading reading, TermRef ref) {
    return isParameter(ref) ? parameter(reading, ref, reading.asOf()) : reading.value(ref);
  }

  /** A parameter on a date, as outputs compute with it. */
  static Value parameter(Reading reading, TermRef ref, LocalDate on) {
    Value value = reading.parameter(ref.code(), on);
    return ref.term().type() == TermType.MONEY ? reading.inPlace(value) : value;
  }

  /** As cells test it: an amount in the base currency. */
  public static Value tested(Reading reading, TermRef ref) {
    return isParameter(ref)
        ? reading.parameter(ref.code(), reading.asOf())
        : reading.tested(ref);
  }

  private static boolean isParameter(TermRef ref) {
    return ref.term().origin() == Origin.PARAMETER;
  }
}
