package dev.huikuan.decision.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactWindowTest {

  @ParameterizedTest(name = "{0} {2}–{3} from {1}: {4}")
  @CsvSource({
    "Europe/Berlin, 2026-03-29T00:00+01:00, 02:30, 06:00, 2026-03-29T03:00+02:00, the gap ends",
    "Europe/Berlin, 2026-03-29T00:00+01:00, 02:00, 03:00, 2026-03-30T02:00+02:00, all in the gap",
    "Europe/Berlin, 2026-10-25T00:00+02:00, 02:30, 06:00, 2026-10-25T02:30+02:00, first of two",
    "Europe/Berlin, 2026-10-25T02:10+01:00, 02:30, 06:00, 2026-10-25T02:30+01:00, second of two",
    "Europe/Berlin, 2026-10-25T02:50+02:00, 02:00, 02:45, 2026-10-25T02:00+01:00, the hour again",
    "America/New_York, 2026-03-08T00:00-05:00, 02:30, 06:00, 2026-03-08T03:00-04:00, the gap ends",
    "America/New_York, 2026-11-01T01:40-04:00, 01:30, 01:35, 2026-11-01T01:30-05:00, again",
    "Asia/Shanghai, 2026-03-03T10:00+08:00, 08:00, 08:00, 2026-03-03T10:00+08:00, the whole day",
  })
  void followsTheClockOnTheWall(
      String zone, String moment, LocalTime from, LocalTime until, String expected, String what) {
    ContactWindow window = new ContactWindow(from, until);

    assertThat(
            window
                .earliest(
                    OffsetDateTime.parse(moment).atZoneSameInstant(ZoneId.of(zone)), day -> true)
                .toOffsetDateTime())
        .isEqualTo(OffsetDateTime.parse(expected));
  }
}
