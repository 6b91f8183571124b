package dev.huikuan.simulation;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the report and the workbook say things. */
record Words(Language language, Map<String, Text> labels) {

  String say(String zh, String en) {
    return new Text(zh, en).in(language);
  }

  /** A code by its label with the code behind it. */
  String named(String code) {
    if (code.isEmpty()) {
      return say("（未指定）", "(nobody named)");
    }
    return labels.containsKey(code) ? labels.get(code).in(language) + " (" + code + ")" : code;
  }

  String label(String code) {
    return labels.containsKey(code) ? labels.get(code).in(language) : named(code);
  }

  static String money(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** With a sign, unless nothing changed. */
  static String change(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + money(amount);
  }

  static String change(long count) {
    return count == 0 ? "" : count > 0 ? "+" + count : String.valueOf(count);
  }

  /** The rows of one side of a step, or that there is none. */
  String rows(List<ChangedAccount.Row> rows) {
    if (rows.isEmpty()) {
      return say("（无）", "(none)");
    }
    return rows.stream()
        .map(
            row ->
                row.row().isEmpty()
                    ? row.text().in(language)
                    : row.row() + " " + row.text().in(language))
        .collect(Collectors.joining(" | "));
  }
}
