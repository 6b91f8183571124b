package dev.huikuan.scenario;

import dev.huikuan.domain.Value;

/** A value as it would be written in a cell. */
final class Written {

  private Written() {}

  static String of(Value value) {
    if (value instanceof Value.Num number) {
      return number.decimal().toPlainString();
    }
    if (value instanceof Value.Day day) {
      return day.date().toString();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toString();
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? "yes" : "no";
    }
    if (value instanceof Value.Code code) {
      return code.code();
    }
    if (value instanceof Value.Codes codes) {
      return codes.codes().isEmpty() ? "none" : String.join(", ", codes.codes());
    }
    if (value instanceof Value.Words words) {
      return words.text().zh() + " / " + words.text().en();
    }
    return value == Value.NOT_YET ? "not yet" : "unknown";
  }
}
