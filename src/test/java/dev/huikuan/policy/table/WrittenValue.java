package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Values and cells as the corpus files write them, read without the code under test. */
final class WrittenValue {

  private WrittenValue() {}

  static Value value(String written, TermType type) {
    if (written.equals("unknown")) {
      return Value.UNKNOWN;
    }
    if (written.equals("not-yet")) {
      return Value.NOT_YET;
    }
    if (type.isNumeric()) {
      return Value.number(Micros.exact(new BigDecimal(written)));
    }
    return switch (type) {
      case DATE -> Value.date(LocalDate.parse(written));
      case TIME -> Value.time(LocalTime.parse(written));
      case YES_NO -> Value.flag(written.equals("yes"));
      case CODE -> Value.code(written);
      case CODES ->
          Value.codes(written.equals("[]") ? List.of() : Arrays.asList(written.split("\\+")));
      default -> Value.words(Text.same(written));
    };
  }

  /**
   * {@code 30}: a text; {@code number:}, {@code percent:}, {@code date:} and so on: typed cells.
   */
  static RawCell cell(String written, String location) {
    String text = unescape(written);
    int colon = text.indexOf(':');
    String rest = colon < 0 ? text : text.substring(colon + 1);
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "number" -> number(rest, new BigDecimal(rest), false, Optional.empty(), location);
      case "formula" -> number(rest, new BigDecimal(rest), false, Optional.empty(), location);
      case "percent" ->
          number(
              new BigDecimal(rest).movePointRight(2).toPlainString() + " %",
              new BigDecimal(rest),
              true,
              Optional.empty(),
              location);
      case "date" ->
          number(
              rest,
              BigDecimal.ONE,
              false,
              Optional.of(LocalDateTime.parse(rest.length() > 10 ? rest : rest + "T00:00")),
              location);
      case "bool" -> raw(RawCell.Kind.BOOLEAN, rest, rest.equals("TRUE"), location);
      case "error" -> raw(RawCell.Kind.ERROR, rest, false, location);
      case "novalue" -> raw(RawCell.Kind.NO_VALUE, rest, false, location);
      default -> RawCell.text(text, "B14", location);
    };
  }

  private static RawCell number(
      String text,
      BigDecimal number,
      boolean percent,
      Optional<LocalDateTime> date,
      String location) {
    return new RawCell(
        RawCell.Kind.NUMBER, text, Optional.of(number), percent, date, false, "", "B14", location);
  }

  private static RawCell raw(RawCell.Kind kind, String text, boolean flag, String location) {
    return new RawCell(
        kind, text, Optional.empty(), false, Optional.empty(), flag, "A1*2", "B14", location);
  }

  private static String unescape(String written) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.startsWith("\\u", i)) {
        result.append((char) Integer.parseInt(written.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        result.append(written.charAt(i));
      }
    }
    return result.toString();
  }
}
