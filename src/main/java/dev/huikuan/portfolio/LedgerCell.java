package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one cell of a ledger as its target demands. */
final class LedgerCell {

  /** A cell that does not fit. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    Unfit(String zh, String en) {
      super(en);
      this.text = new Text(zh, en);
    }

    Text text() {
      return text;
    }
  }

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
  private static final int LONGEST_NUMBER = 40;
  private static final Set<String> YES = Set.of("true", "yes", "y", "是");
  private static final Set<String> NO = Set.of("false", "no", "n", "否");

  private final LedgerMapping mapping;
  private final DateTimeFormatter dates;

  LedgerCell(LedgerMapping mapping) {
    this.mapping = mapping;
    this.dates =
        DateTimeFormatter.ofPattern(mapping.dateFormat().replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The value, or empty when the cell says nothing (unknown). */
  Optional<JsonNode> read(Target target, String written) throws Unfit {
    String cell = written.strip();
    Optional<JsonNode> meant = meant(target, cell);
    if (meant.isPresent()) {
      return checked(target, meant.get());
    }
    if (cell.isEmpty()) {
      return target.type() == Target.Type.DATE ? Optional.of(NullNode.instance) : Optional.empty();
    }
    return Optional.of(
        switch (target.type()) {
          case TEXT -> TextNode.valueOf(cell);
          case NUMBER -> number(cell);
          case DATE -> date(cell);
          case FLAG -> flag(target, cell);
          case ANY -> any(cell);
        });
  }

  private Optional<JsonNode> meant(Target target, String cell) {
    Map<String, JsonNode> values = mapping.values().getOrDefault(target.name(), Map.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    JsonNode exact = values.get(cell);
    if (exact != null) {
      return Optional.of(exact);
    }
    String key = Wording.normalise(cell);
    return values.entrySet().stream()
        .filter(entry -> Wording.normalise(entry.getKey()).equals(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A value that the mapping gives, held to the type of its target. */
  Optional<JsonNode> checked(Target target, JsonNode node) throws Unfit {
    if (node.isNull()) {
      return target.type() == Target.Type.DATE ? Optional.of(node) : Optional.empty();
    }
    return Optional.of(
        switch (target.type()) {
          case TEXT -> TextNode.valueOf(node.asText());
          case NUMBER -> node.isNumber() ? bounded(node.decimalValue()) : number(node.asText());
          case DATE -> iso(node.asText());
          case FLAG -> node.isBoolean() ? node : flag(target, node.asText());
          case ANY -> node.isNumber() ? bounded(node.decimalValue()) : node;
        });
  }

  private static JsonNode number(String cell) throws Unfit {
    if (cell.length() > LONGEST_NUMBER || !NUMBER.matcher(cell).matches()) {
      throw new Unfit(
          "应为数字，例如 1234.50，实为 `" + shortened(cell) + "`",
          "must be a number such as 1234.50, got `" + shortened(cell) + "`");
    }
    return bounded(new BigDecimal(cell.replace(",", "")));
  }

  private static JsonNode bounded(BigDecimal number) throws Unfit {
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
      throw new Unfit(
          "数字太长，最多读取 " + LONGEST_NUMBER + " 位",
          "number too long: at most " + LONGEST_NUMBER + " digits are read");
    }
    if (number.abs().compareTo(Micros.LIMIT) >= 0) {
      throw new Unfit("数字太大，应小于一万亿", "number too large: must be below 10^12");
    }
    return DecimalNode.valueOf(number);
  }

  private JsonNode date(String cell) throws Unfit {
    try {
      return TextNode.valueOf(LocalDate.parse(cell, dates).toString());
    } catch (DateTimeException e) {
      throw new Unfit(
          "应为日期，格式 " + mapping.dateFormat() + "，实为 `" + shortened(cell) + "`",
          "must be a date, "
              + mapping.dateFormat()
              + " as the mapping says, got `"
              + shortened(cell)
              + "`");
    }
  }

  private static JsonNode iso(String written) throws Unfit {
    try {
      return TextNode.valueOf(LocalDate.parse(written).toString());
    } catch (DateTimeException e) {
      throw new Unfit(
          "映射文件中的日期应写成 2026-01-31，实为 `" + shortened(written) + "`",
          "dates in the mapping are written 2026-01-31, got `" + shortened(written) + "`");
    }
  }

  private JsonNode flag(Target target, String cell) throws Unfit {
    String word = Wording.normalise(cell);
    if (YES.contains(word) || NO.contains(word)) {
      return BooleanNode.valueOf(YES.contains(word));
    }
    String name = target.name();
    throw new Unfit(
        "应为是或否，实为 `" + shortened(cell) + "`；可在映射的 values." + name + " 中说明它的意思",
        "must be yes or no, got `"
            + shortened(cell)
            + "`; the mapping may say under values what it means");
  }

  private static JsonNode any(String cell) throws Unfit {
    boolean leadingZero = cell.matches("0\\d+.*");
    if (cell.length() <= LONGEST_NUMBER && NUMBER.matcher(cell).matches() && !leadingZero) {
      return number(cell);
    }
    String word = cell.toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("false")
        ? BooleanNode.valueOf(word.equals("true"))
        : TextNode.valueOf(cell);
  }

  private static String shortened(String cell) {
    return cell.length() <= 60 ? cell : cell.substring(0, 60) + "…";
  }
}
