package dev.huikuan.decision;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the calendar moved and why, in words for the trace. */
final class Moves {

  /** The moment lies outside the contact window of a day that is open. */
  static final Text QUIET = new Text("不在可联系时段", "quiet hours");

  private Moves() {}

  /** Why nobody works from one day to another, each reason once. */
  static List<Text> closed(LocalDate first, LocalDate last, BusinessDays days) {
    return first
        .datesUntil(last.isBefore(first) ? first : last.plusDays(1))
        .map(days::closedBecause)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Holidays and worked weekends from one day to another, each once; weekends when none is. */
  static List<Text> named(LocalDate first, LocalDate last, BusinessDays days) {
    List<Text> named =
        first
            .datesUntil(last.plusDays(1))
            .map(days::name)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return named.isEmpty() ? closed(first, last, days) : named;
  }

  static Text contact(String start, List<Text> because) {
    return new Text(
        "最早联系时间为 %s：%s。".formatted(start, zh(because)),
        "Contact moves to %s: %s.".formatted(start, en(because)));
  }

  static Text due(LocalDate plain, LocalDate day, List<Text> because) {
    return new Text(
        "办理期限由 %s 改为 %s：%s。".formatted(plain, day, zh(because)),
        "The last day moves from %s to %s: %s.".formatted(plain, day, en(because)));
  }

  static Text review(LocalDate plain, LocalDate day, List<Text> because) {
    return new Text(
        "下次复核由 %s 顺延至 %s：%s。".formatted(plain, day, zh(because)),
        "The next review moves from %s to %s: %s.".formatted(plain, day, en(because)));
  }

  private static String zh(List<Text> because) {
    return because.stream().map(Text::zh).collect(Collectors.joining("、"));
  }

  private static String en(List<Text> because) {
    return because.stream().map(Text::en).collect(Collectors.joining(", "));
  }
}
