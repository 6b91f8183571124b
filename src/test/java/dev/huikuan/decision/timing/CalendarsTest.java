package dev.huikuan.decision.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {

  private static final Calendars CALENDARS = Calendars.of(shipped());

  private static Policy shipped() {
    try {
      return PolicyLoader.load(PolicyFolder.read(Path.of(""))).policy().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource({
    "CN, 2026-01-02, false, New Year's Day",
    "CN, 2026-01-04, true, the Sunday worked for it",
    "CN, 2026-02-14, true, the Saturday before Spring Festival is worked",
    "CN, 2026-02-16, false, Spring Festival",
    "CN, 2026-02-23, false, its last day",
    "CN, 2026-02-24, true, the day after",
    "CN, 2026-02-28, true, the Saturday worked for it",
    "CN, 2026-03-07, false, an ordinary Saturday",
    "CN, 2026-04-06, false, Qingming",
    "CN, 2026-05-05, false, Labour Day",
    "CN, 2026-05-09, true, the Saturday worked for it",
    "CN, 2026-06-19, false, Dragon Boat",
    "CN, 2026-09-20, true, the Sunday worked for National Day",
    "CN, 2026-09-25, false, Mid-Autumn",
    "CN, 2026-10-07, false, National Day",
    "CN, 2026-10-08, true, the day after",
    "CN, 2026-10-10, true, the Saturday worked for it",
    "CN, 2025-01-26, true, the Sunday worked for Spring Festival 2025",
    "CN, 2025-10-08, false, National Day and Mid-Autumn 2025",
    "CN, 2027-01-01, false, a fixed day of a year not published",
    "CN, 2027-10-04, true, nobody knows yet",
    "DE, 2026-10-03, false, Unity Day on a Saturday",
    "DE, 2026-05-14, false, Ascension",
    "DE, 2026-05-15, true, the bridge day is worked",
    "GB, 2026-12-28, false, Boxing Day moved to Monday",
    "GB, 2026-04-06, false, Easter Monday in England",
    "GB, 2026-08-31, false, the summer bank holiday in England",
    "US, 2026-07-03, false, Independence Day falls on a Saturday",
    "US, 2026-11-26, false, Thanksgiving",
    "US, 2026-11-27, true, the day after is no federal holiday",
    "HK, 2026-02-18, false, second day of Lunar New Year",
    "HK, 2026-02-20, true, the fourth day is worked",
    "HK, 2026-04-07, false, the day after Easter Monday makes up for Ching Ming",
    "HK, 2027-02-09, false, the fourth day makes up for a Sunday",
    "HK, 2027-07-01, false, Establishment Day from the library",
    "ZZ, 2026-12-25, true, nothing is known of it but weekends",
  })
  void knowsTheDays(String jurisdiction, LocalDate day, boolean open, String what) {
    assertThat(CALENDARS.of(jurisdiction).isBusinessDay(day)).isEqualTo(open);
  }

  @ParameterizedTest(name = "{2} business days after {1} in {0} is {3}")
  @CsvSource({
    "CN, 2026-02-13, 1, 2026-02-14",
    "CN, 2026-02-13, 2, 2026-02-24",
    "CN, 2026-02-27, 2, 2026-03-02",
    "CN, 2026-09-30, 3, 2026-10-10",
    "CN, 2026-09-30, 4, 2026-10-12",
    "DE, 2026-04-02, 1, 2026-04-07",
    "US, 2026-11-25, 1, 2026-11-27",
  })
  void countsOverHolidays(String jurisdiction, LocalDate from, int n, LocalDate expected) {
    assertThat(CALENDARS.of(jurisdiction).after(from, n)).isEqualTo(expected);
    assertThat(CALENDARS.of(jurisdiction).between(from, expected)).isEqualTo(n);
  }

  @Test
  void theClosedFormAgreesWithCountingDayByDay() {
    Random random = new Random(11);
    for (int run = 0; run < 3000; run++) {
      BusinessDays days =
          CALENDARS.of(List.of("CN", "DE", "GB", "US", "ZZ").get(random.nextInt(5)));
      LocalDate from = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(1200));
      int n = random.nextInt(60);
      LocalDate day = from;
      for (int left = n; left > 0; ) {
        day = day.plusDays(1);
        left -= days.isBusinessDay(day) ? 1 : 0;
      }
      assertThat(days.after(from, n)).isEqualTo(day);
      assertThat(days.between(from, day)).isEqualTo(n);
    }
  }

  @Test
  void saysWhichYearsArePublished() {
    assertThat(CALENDARS.of("CN").isPublished(2026)).isTrue();
    assertThat(CALENDARS.of("CN").isPublished(2027)).isFalse();
    assertThat(CALENDARS.of("DE").isPublished(2027)).isTrue();
    assertThat(CALENDARS.of("ZZ").isPublished(2026)).isFalse();
  }

  @Test
  void namesTheHolidayAndOtherwiseTheWeekend() {
    BusinessDays china = CALENDARS.of("CN");
    assertThat(china.closedBecause(LocalDate.of(2026, 2, 17)))
        .hasValue(new Text("春节", "Spring Festival"));
    assertThat(china.closedBecause(LocalDate.of(2026, 3, 7))).hasValue(new Text("周末", "weekend"));
    assertThat(china.closedBecause(LocalDate.of(2026, 2, 14))).isEmpty();
    assertThat(CALENDARS.of("DE").closedBecause(LocalDate.of(2026, 10, 3)).map(Text::en))
        .hasValue("German Unity Day");
  }
}
