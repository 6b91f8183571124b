package dev.huikuan.decision.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekdaysTest {

  @ParameterizedTest(name = "{1} business days after {0} is {2}: {3}")
  @CsvSource({
    "2026-06-26, 0, 2026-06-26, none is the day itself",
    "2026-06-27, 0, 2026-06-27, also on a Saturday",
    "2026-06-26, 1, 2026-06-29, Friday to Monday",
    "2026-06-27, 1, 2026-06-29, Saturday to Monday",
    "2026-06-28, 1, 2026-06-29, Sunday to Monday",
    "2026-06-25, 3, 2026-06-30, over a weekend",
    "2026-06-26, 5, 2026-07-03, a week",
    "2026-06-28, 10, 2026-07-10, two weeks from a Sunday",
  })
  void countsMondayToFriday(LocalDate from, int n, LocalDate expected, String what) {
    assertThat(BusinessDays.MONDAY_TO_FRIDAY.after(from, n)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} to {1}: {2}, {3}")
  @CsvSource({
    "2026-06-26, 2026-06-26, 0, the same day",
    "2026-06-26, 2026-06-28, 0, a weekend is no age",
    "2026-06-26, 2026-06-29, 1, Friday to Monday",
    "2026-06-26, 2026-07-03, 5, a week",
    "2026-07-03, 2026-06-26, 0, backwards",
  })
  void measuresAge(LocalDate from, LocalDate to, long expected, String what) {
    assertThat(BusinessDays.MONDAY_TO_FRIDAY.between(from, to)).isEqualTo(expected);
  }

  @Test
  void agreesWithCountingDayByDay() {
    Random random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
      int n = random.nextInt(60);
      LocalDate day = from;
      for (int left = n; left > 0; ) {
        day = day.plusDays(1);
        left -= BusinessDays.MONDAY_TO_FRIDAY.isBusinessDay(day) ? 1 : 0;
      }
      assertThat(BusinessDays.MONDAY_TO_FRIDAY.after(from, n)).isEqualTo(day);
      assertThat(BusinessDays.MONDAY_TO_FRIDAY.between(from, day)).isEqualTo(n);
    }
  }
}
