package dev.huikuan.policy.table;

import dev.huikuan.domain.Origin;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;

/** Terms and parameters read alike: a parameter without a date is read as of the decision. */
final class Readings {

  private Readings() {}

  static Value value(Reading reading, TermRef ref) {
    return ref.term().origin() == Origin.PARAMETER
        ? reading.parameter(ref.code(), reading.asOf())
        : reading.value(ref);
  }
}
