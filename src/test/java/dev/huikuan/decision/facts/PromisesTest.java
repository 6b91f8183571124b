package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.decision.facts.PromiseState.Outcome;
import dev.huikuan.domain.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promises are judged after three business days of tolerance; asOf is a Tuesday. */
class PromisesTest {

  private static Cases promise(String dueOn, int paid) {
    return Cases.thirtyDaysLate()
        .with(
            "/promises",
            "[ { \"receivableId\": \"R\", \"amount\": 100, \"dueOn\": \"%s\", \"paid\": %s } ]"
                .formatted(dueOn, paid));
  }

  @ParameterizedTest(name = "due {0}, paid {1}: {2}")
  @CsvSource({
    "2026-07-10, 0, OPEN",
    "2026-06-25, 0, OPEN",
    "2026-06-24, 0, BROKEN",
    "2026-06-25, 1, OPEN",
    "2026-06-24, 1, PARTIALLY_KEPT",
    "2026-06-24, 99, PARTIALLY_KEPT",
    "2026-06-24, 100, KEPT",
    "2026-07-10, 100, KEPT",
  })
  void aPromiseIsJudgedWhenItsToleranceIsOver(String dueOn, int paid, Outcome outcome) {
    assertThat(promise(dueOn, paid).facts().promises().get(0).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "due {0}: {1} broken")
  @CsvSource({"2026-06-24, 1", "2025-07-01, 1", "2025-06-30, 0", "2026-06-25, 0"})
  void brokenPromisesCountWithinAYear(String dueOn, long broken) {
    assertThat(promise(dueOn, 0).book().account("brokenPromises")).isEqualTo(Value.whole(broken));
  }

  @Test
  void noListIsUnknownAndAnEmptyOneIsNone() {
    assertThat(Cases.thirtyDaysLate().book().account("brokenPromises")).isEqualTo(Value.UNKNOWN);
    assertThat(Cases.thirtyDaysLate().with("/promises", "[]").book().account("brokenPromises"))
        .isEqualTo(Value.whole(0));
  }

  @Test
  void aBrokenPromiseHoldsNothingBack() {
    assertThat(promise("2026-06-25", 40).facts().items().get(0).payable())
        .isEqualByComparingTo("940");
    assertThat(promise("2026-06-24", 40).facts().items().get(0).payable())
        .isEqualByComparingTo("1000");
  }
}
