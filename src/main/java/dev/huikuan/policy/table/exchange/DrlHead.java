package dev.huikuan.policy.table.exchange;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Period;
import java.util.Locale;

/** What stands above the rules: what the table is, how to use the text, and its package. */
final class DrlHead {

  private final DecisionTable table;
  private final DrlHitPolicy hitPolicy;
  private final StringBuilder text = new StringBuilder();

  DrlHead(DecisionTable table, DrlHitPolicy hitPolicy) {
    this.table = table;
    this.hitPolicy = hitPolicy;
  }

  String written() {
    line("Decision table " + table.code() + ": " + table.label().en() + " · " + table.label().zh());
    line("Written from " + table.location() + "; change the table there, not these rules.");
    line("Hit policy " + table.hitPolicy().written() + ": " + hitPolicy.meaning() + ".");
    if (!table.effective().isAlways()) {
      line("In force " + period(table.effective()) + "; whoever asks sees to that.");
    }
    table.description().lines().forEach(this::line);
    text.append(
        """
        //
        // Insert a Case for each thing to decide, fire all rules, and read what is left of MatchedRow, with
        // Violated and Total. A field that is null is unknown; a date known not to have come is null and has its
        // flag set. Numbers, amounts and percents are millionths (1.5 is 1500000), dates days since 1970-01-01,
        // times nanoseconds of the day; a text is the list of its normal form (half width, lower case, no blanks)
        // in each language.
        """);
    text.append("package huikuan.").append(packageName()).append("\n");
    text.append(
        """

        import java.math.BigDecimal
        import java.math.BigInteger
        import java.math.RoundingMode
        import java.net.URLDecoder
        import java.nio.charset.StandardCharsets
        import java.util.Arrays
        import java.util.List
        import java.util.Objects
        """);
    return text.toString();
  }

  private void line(String words) {
    text.append("// ").append(DrlWords.comment(words)).append("\n");
  }

  static String period(Period period) {
    return period.from().map(Object::toString).orElse("…")
        + " – "
        + period.until().map(Object::toString).orElse("…");
  }

  /** Tables of other names and periods get other packages, so that all can be loaded together. */
  private String packageName() {
    String code = table.code().toLowerCase(Locale.ROOT).replace('-', '_');
    String name = DrlWords.identifier(code);
    String distinct =
        name.equals(code) && table.code().equals(code.replace('_', '-'))
            ? name
            : name + "_" + Integer.toHexString(table.code().hashCode());
    return distinct
        + table.effective().from().map(day -> "_" + day.toString().replace('-', '_')).orElse("");
  }
}
