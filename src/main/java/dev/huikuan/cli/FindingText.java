package dev.huikuan.cli;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;

/** A finding as one line for people. */
final class FindingText {

  private FindingText() {}

  static Text line(Finding finding) {
    return new Text(
        plain(finding.location() + "：" + finding.message().zh() + nearestZh(finding)),
        plain(finding.location() + ": " + finding.message().en() + nearestEn(finding)));
  }

  /** Without what would turn the direction of the line that quotes it. */
  private static String plain(String line) {
    return line.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }

  private static String nearestZh(Finding finding) {
    return finding.nearest().isEmpty() || mentions(finding, finding.message().zh())
        ? ""
        : "；是否指 `" + String.join("`、`", finding.nearest()) + "`";
  }

  private static String nearestEn(Finding finding) {
    return finding.nearest().isEmpty() || mentions(finding, finding.message().en())
        ? ""
        : "; did you mean `" + String.join("`, `", finding.nearest()) + "`?";
  }

  private static boolean mentions(Finding finding, String message) {
    return finding.nearest().stream().anyMatch(message::contains);
  }
}
