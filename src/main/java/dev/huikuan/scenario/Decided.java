package dev.huikuan.scenario;

import dev.huikuan.domain.Value;

/**
 * What a scenario found for a field.
 *
 * @param by id of the row or name of the rule that decided it; empty when none did
 * @param at where that stands
 */
record Decided(Value value, String by, String at) {

  static final Decided NOTHING = new Decided(Value.UNKNOWN, "", "");

  static Decided of(Value value) {
    return new Decided(value, "", "");
  }

  Decided by(String row, String location) {
    return new Decided(value, row, location);
  }
}
