package dev.huikuan.policy;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.ListSheet.Line;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetDates;
import dev.huikuan.policy.table.SheetWords;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Calendar sheets: one row for one day that differs from an ordinary week. A date {@code
 * *-05-01} means every year for which the jurisdiction has no dated row.
 */
final class CalendarReader {

  private static final String JURISDICTION = "Jurisdiction";
  private static final String DATE = "Date";
  private static final String DAY = "Day";
  private static final String NAME = "Name";
  private static final String SOURCE = "Source";
  private static final Text WORKING_DAY = new Text("调休上班", "working day");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern YEARLY = Pattern.compile("[*＊]\\s*[-/]\\s*(\\d{1,2})[-/](\\d{1,2})");
  static final SheetWords<String> COLUMNS = columns();
  private static final SheetWords<Boolean> KINDS =
      new SheetWords<Boolean>()
          .with(true, "HOLIDAY", "放假", "假日", "休")
          .with(false, "WORKDAY", "上班", "工作日", "班");

  private final Vocabulary vocabulary;
  private final Complaints complaints;
  private final List<HolidayCalendar.Row> rows = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();

  private CalendarReader(Vocabulary vocabulary, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.complaints = complaints;
  }

  /** All Calendar sheets of a policy as one calendar. */
  static HolidayCalendar read(List<Grid> grids, Vocabulary vocabulary, Complaints complaints) {
    CalendarReader reader = new CalendarReader(vocabulary, complaints);
    List<String> required = List.of(JURISDICTION, DATE, DAY);
    grids.forEach(
        grid -> ListSheet.read(grid, COLUMNS, required, complaints).forEach(reader::line));
    return new HolidayCalendar(reader.rows);
  }

  private static SheetWords<String> columns() {
    SheetWords<String> words = new SheetWords<>();
    ListSheet.name(words, JURISDICTION, "法域", "国家");
    ListSheet.name(words, DATE, "日期");
    ListSheet.name(words, DAY, "安排", "类别", "HOLIDAY or WORKDAY");
    ListSheet.namePair(words, NAME, "名称", "节日");
    ListSheet.name(words, SOURCE, "来源", "依据", "出处");
    return words;
  }

  private void line(Line line) {
    RawCell where = line.cell(JURISDICTION);
    String jurisdiction = line.text(JURISDICTION).toUpperCase(Locale.ROOT);
    if (!COUNTRY.matcher(jurisdiction).matches()) {
      complaints.error(
          Code.CELL_SYNTAX,
          where,
          "`" + where.text() + "` 不是国家或地区代码；写两个字母，例如 CN",
          "`" + where.text() + "` is no country code; write two letters, for example CN");
      return;
    }
    Optional<MonthDay> yearly = yearly(line.cell(DATE));
    Optional<LocalDate> date = yearly.isPresent() ? Optional.empty() : date(line.cell(DATE));
    Optional<Boolean> holiday = kind(line.cell(DAY));
    if ((yearly.isEmpty() && date.isEmpty()) || holiday.isEmpty()) {
      return;
    }
    Text name = Names.pair(line, NAME, holiday.get(), complaints);
    String key = jurisdiction + " " + date.map(LocalDate::toString).orElseGet(yearly::toString);
    String earlier = places.putIfAbsent(key, line.cell(DATE).location());
    if (earlier != null) {
      complaints.error(
          Code.DUPLICATE,
          line.cell(DATE),
          "同一天已有一行：" + earlier + "；请删除一行",
          "the day has a row already: " + earlier + "; delete one");
      return;
    }
    rows.add(
        new HolidayCalendar.Row(
            jurisdiction,
            date,
            yearly,
            holiday.get(),
            name.isEmpty() ? WORKING_DAY : name,
            line.text(SOURCE),
            line.cell(DATE).location()));
  }

  private static Optional<MonthDay> yearly(RawCell cell) {
    Matcher matcher = YEARLY.matcher(cell.text().strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date(RawCell cell) {
    if (cell.isBlank() || cell.text().strip().equals("-") || cell.text().strip().startsWith("*")) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "需要日期，例如 2026-10-01；每年相同的日子写 *-10-01",
          "a date is needed, for example 2026-10-01; write *-10-01 for a day of every year");
      return Optional.empty();
    }
    return SheetDates.read(cell, vocabulary, complaints);
  }

  private Optional<Boolean> kind(RawCell cell) {
    Optional<Boolean> kind = KINDS.find(cell.text());
    if (kind.isEmpty()) {
      complaints.unknown(
          Code.CELL_SYNTAX,
          cell,
          new Text(
              "`" + cell.text() + "` 不是日历安排；写 HOLIDAY（放假）或 WORKDAY（上班）",
              "`" + cell.text() + "` is no kind of day; write HOLIDAY or WORKDAY"),
          Text.same("HOLIDAY, WORKDAY"),
          KINDS.nearest(cell.text()));
    }
    return kind;
  }
}
