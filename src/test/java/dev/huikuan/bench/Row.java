package dev.huikuan.bench;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param name of the target: S1
 * @param measured what was seen, in words
 * @param ratio ours against the peer's in the same run
 * @param met whether the target is
 */
record Row(String name, String what, String measured, String target, double ratio, boolean met) {

  /** A ratio that should not be below. */
  static Row atLeast(String name, String what, String measured, double ratio, double least) {
    return new Row(name, what, measured, ">= " + least, ratio, ratio >= least);
  }

  /** A ratio that should not be above. */
  static Row atMost(String name, String what, String measured, double ratio, double most) {
    return new Row(name, what, measured, "<= " + most, ratio, ratio <= most);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-3s | %-46s | %-66s | %-8s | %7.2f | %s",
        name,
        what,
        measured,
        target,
        ratio,
        met ? "met" : "NOT MET");
  }
}
