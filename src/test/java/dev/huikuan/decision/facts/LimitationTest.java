package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitationTest {

  private static FactBook decided(Cases cases, String start, boolean interrupts) {
    FactBook book = cases.book();
    book.put("R", "limitationYears", Value.whole(3));
    book.put("R", "limitationStart", Value.code(start));
    book.put("R", "demandInterrupts", Value.flag(interrupts));
    return book;
  }

  @ParameterizedTest(name = "due {0}: {1} days left")
  @CsvSource({"2023-07-01, 1", "2023-06-30, 0", "2023-06-29, -1", "2026-06-30, 1096"})
  void threeYearsFromTheDueDate(String due, long left) {
    Cases cases = Cases.thirtyDaysLate().with("/receivables/0/dueOn", '"' + due + '"');
    assertThat(decided(cases, "DUE_DATE", true).account("daysToLimitation"))
        .isEqualTo(Value.whole(left));
  }

  @Test
  void fromTheEndOfTheYearWhereTheLawSaysSo() {
    assertThat(decided(Cases.thirtyDaysLate(), "YEAR_END", false).account("daysToLimitation"))
        .isEqualTo(Value.whole(1280));
  }

  @Test
  void anInterruptionCountsOnlyWhereADemandInterrupts() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with("/receivables/0/dueOn", "\"2023-07-01\"")
            .with("/receivables/0/lastInterruptionOn", "\"2024-07-01\"");
    assertThat(decided(cases, "DUE_DATE", true).account("daysToLimitation"))
        .isEqualTo(Value.whole(366));
    assertThat(decided(cases, "DUE_DATE", false).account("daysToLimitation"))
        .isEqualTo(Value.whole(1));
  }

  @Test
  void withoutARowItIsUnknown() {
    assertThat(Cases.thirtyDaysLate().book().account("daysToLimitation")).isEqualTo(Value.UNKNOWN);
  }
}
