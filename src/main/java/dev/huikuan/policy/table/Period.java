package dev.huikuan.policy.table;

import java.time.LocalDate;
import java.util.Optional;

/** From and until, both inclusive; an empty end is open. */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  public boolean contains(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** True when every day of the other is one of this. */
  public boolean covers(Period other) {
    return from.map(first -> other.from.filter(day -> !day.isBefore(first)).isPresent())
            .orElse(true)
        && until
            .map(last -> other.until.filter(day -> !day.isAfter(last)).isPresent())
            .orElse(true);
  }

  public boolean isAlways() {
    return from.isEmpty() && until.isEmpty();
  }
}
