package dev.huikuan.policy.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates and times as people write them: {@code 2026-01-31}, {@code 2026年1月31日}, {@code 08:30}. */
final class Dates {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|年(\\d{1,2})月)(\\d{1,2})(?!\\d)日?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?!\\d)");

  private Dates() {}

  /** Goes past the date that stands here, if one does. */
  static Optional<LocalDate> scanDate(CellScanner scan) {
    int start = scan.position();
    return scan.take(DATE).map(match -> date(match, scan.writtenFrom(start)));
  }

  /** Goes past the time that stands here, if one does. */
  static Optional<LocalTime> scanTime(CellScanner scan) {
    int start = scan.position();
    return scan.take(TIME).map(match -> time(match, scan.writtenFrom(start)));
  }

  private static LocalDate date(MatchResult match, String written) {
    int month = 2;
    while (match.group(month) == null) {
      month++;
    }
    try {
      return LocalDate.of(number(match, 1), number(match, month), number(match, 5));
    } catch (DateTimeException e) {
      throw CellFault.range("没有 `" + written + "` 这一天", "there is no day `" + written + "`");
    }
  }

  private static LocalTime time(MatchResult match, String written) {
    try {
      return LocalTime.of(
          number(match, 1), number(match, 2), match.group(3) == null ? 0 : number(match, 3));
    } catch (DateTimeException e) {
      throw CellFault.range(
          "没有 `" + written + "` 这个时间，请写 00:00 到 23:59",
          "there is no time `" + written + "`; write 00:00 to 23:59");
    }
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** The day of a date cell; one with a time of day is not a date. */
  static LocalDate day(RawCell cell, LocalDateTime moment) {
    if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw CellFault.type(
          "`" + cell.text() + "` 带有时刻，请只写日期 `" + moment.toLocalDate() + "`",
          "`" + cell.text() + "` has a time of day; write the date `" + moment.toLocalDate() + "`");
    }
    return moment.toLocalDate();
  }
}
