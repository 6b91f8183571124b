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
import java.util.Set;
import java.util.stream.Collectors;

/** How the report, the workbook and the page say things. */
public record Words(Language language, Map<String, Text> labels) {

  private static final Map<String, Text> PROPERTIES =
      Map.ofEntries(
          Map.entry("action", new Text("动作", "action")),
          Map.entry("priority", new Text("优先级", "priority")),
          Map.entry("discount", new Text("折扣", "discount")),
          Map.entry("installments", new Text("分期", "installments")),
          Map.entry("extension", new Text("延期", "extension")),
          Map.entry("holds", new Text("保留事项", "holds")),
          Map.entry("alerts", new Text("提示", "alerts")),
          Map.entry("advice", new Text("建议", "advice")),
          Map.entry("receivables", new Text("应收款", "receivables")),
          Map.entry("facts", new Text("事实", "facts")),
          Map.entry("exchangeRates", new Text("汇率", "exchange rates")),
          Map.entry("baseCurrency", new Text("本位币", "base currency")),
          Map.entry("nextReviewOn", new Text("下次复核日", "next review")));

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

  /** A code by its label. */
  public String label(String code) {
    return labels.containsKey(code) ? labels.get(code).in(language) : named(code);
  }

  static String money(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** With a sign, unless nothing changed. */
  public static String change(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + money(amount);
  }

  static String change(long count) {
    return count == 0 ? "" : count > 0 ? "+" + count : String.valueOf(count);
  }

  /** The rows that only one side of a step has, or that there is none. */
  public String rows(List<ChangedAccount.Row> rows, List<ChangedAccount.Row> other) {
    Set<Object> shared = other.stream().map(ChangedAccount.Row::said).collect(Collectors.toSet());
    List<ChangedAccount.Row> own =
        rows.stream().filter(row -> !shared.contains(row.said())).distinct().toList();
    if (own.isEmpty()) {
      return say("（无）", "(none)");
    }
    return own.stream()
        .map(
            row ->
                row.row().isEmpty()
                    ? row.text().in(language)
                    : row.row() + " " + row.text().in(language))
        .collect(Collectors.joining(" | "));
  }

  /** The properties of the answer that differ, as people call them. */
  String properties(List<String> properties) {
    return properties.stream().map(this::property).collect(Collectors.joining(say("、", ", ")));
  }

  String counts(Map<String, Long> properties) {
    return properties.entrySet().stream()
        .map(entry -> property(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(say("、", ", ")));
  }

  /** A property of the answer, as people call it. */
  public String property(String name) {
    return PROPERTIES.getOrDefault(name, Text.same(name)).in(language);
  }
}
