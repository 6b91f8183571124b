package dev.huikuan.scenario;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.RawCell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** The cell As of: a date, as text or as a date cell, or a moment with offset. */
final class AsOfCell {

  private AsOfCell() {}

  static String written(RawCell cell) throws ScenarioFault {
    if (cell.date().isPresent()) {
      return cell.date().get().toLocalDate().toString();
    }
    String text = cell.text().strip();
    String[] parts = text.split("[-/.年月日]");
    try {
      if (parts.length == 3 && text.length() <= 11) {
        return LocalDate.parse(
                String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02d",
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2])))
            .toString();
      }
      return OffsetDateTime.parse(text).toString();
    } catch (DateTimeException | NumberFormatException e) {
      throw new ScenarioFault(
          cell.location(),
          new Text(
              "As of 应为日期，例如 2026-06-01，实为 `" + text + "`",
              "As of must be a date such as 2026-06-01, got `" + text + "`"),
          text,
          List.of());
    }
  }

  static LocalDate day(String asOf, Scenario scenario) throws ScenarioFault {
    try {
      return LocalDate.parse(asOf.substring(0, Math.min(10, asOf.length())));
    } catch (DateTimeException e) {
      throw new ScenarioFault(
          scenario.location(),
          new Text("案例的 asOf 不是日期：" + asOf, "the base's asOf is not a date: " + asOf));
    }
  }
}
