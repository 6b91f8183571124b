package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.decision.facts.AgreementState.Outcome;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementsTest {

  private static Cases agreement(String rest) {
    return Cases.thirtyDaysLate()
        .with("/agreements", "[ { \"id\": \"A\", \"receivableIds\": [\"R\"], " + rest + " } ]");
  }

  private static Outcome outcome(Cases cases) {
    return cases.facts().agreements().get(0).outcome();
  }

  @ParameterizedTest(name = "until {0} with {1} open: {2}")
  @CsvSource({
    "2026-06-30, 1000, RUNNING",
    "2026-06-29, 1000, LAPSED",
    "2026-06-25, 1000, LAPSED",
    "2026-06-24, 1000, BROKEN",
    "2026-06-24, 0, KEPT",
  })
  void aDeferralRunsToItsLastDayAndIsJudgedAfterTolerance(
      String until, int open, Outcome expected) {
    Cases cases = agreement("\"kind\": \"GRACE\", \"until\": \"" + until + "\"");
    assertThat(outcome(cases.with("/receivables/0/outstanding", "" + open))).isEqualTo(expected);
  }

  /** Four installments of 250; of the first n, due in May, nothing was paid. */
  private static Cases planWithMissed(int n) {
    StringBuilder schedule = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String month = i < n ? "05" : "07";
      schedule.append(i == 0 ? "" : ", ");
      schedule.append("{ \"dueOn\": \"2026-%s-1%s\", \"amount\": 250 }".formatted(month, i));
    }
    return agreement("\"kind\": \"INSTALLMENTS\", \"schedule\": [" + schedule + "]");
  }

  private static Cases underAcceleration(String rule, int missed) {
    return planWithMissed(missed)
        .under(BuiltIn.policy(Map.of("planAcceleration", Value.code(rule)), List.of()));
  }

  @ParameterizedTest(name = "{0} with {1} missed: {2}")
  @CsvSource({
    "NONE, 3, RUNNING",
    "NONE, 4, BROKEN",
    "MISSED_2, 1, RUNNING",
    "MISSED_2, 2, BROKEN",
    "ONE_FIFTH, 0, RUNNING",
    "ONE_FIFTH, 1, BROKEN",
  })
  void theParameterSaysWhenTheRestFallsDue(String rule, int missed, Outcome expected) {
    assertThat(outcome(underAcceleration(rule, missed))).isEqualTo(expected);
  }

  @Test
  void aFifthIsEnoughAndLessIsNot() {
    String schedule =
        "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": \"2026-05-10\", \"amount\": %s },"
            + " { \"dueOn\": \"2026-07-10\", \"amount\": %s } ]";
    var policy = BuiltIn.policy(Map.of("planAcceleration", Value.code("ONE_FIFTH")), List.of());
    assertThat(outcome(agreement(schedule.formatted(200, 800)).under(policy)))
        .isEqualTo(Outcome.BROKEN);
    assertThat(outcome(agreement(schedule.formatted(199, 801)).under(policy)))
        .isEqualTo(Outcome.RUNNING);
  }

  @Test
  void aBrokenPlanMakesAllOfItOverdueAgainFromTheFirstDueDate() {
    OpenItem item = underAcceleration("MISSED_2", 2).facts().items().get(0);
    assertThat(item.collectible()).isEqualByComparingTo("1000");
    assertThat(item.due().daysLate()).isEqualTo(30);
  }

  @Test
  void missedInstallmentsCountAsBrokenPromises() {
    assertThat(planWithMissed(2).book().account("brokenPromises")).isEqualTo(Value.whole(2));
    assertThat(planWithMissed(0).book().account("brokenPromises")).isEqualTo(Value.UNKNOWN);
    assertThat(planWithMissed(2).with("/promises", "[]").book().account("brokenPromises"))
        .isEqualTo(Value.whole(2));
  }

  @Test
  void aPlanPaidInFullIsKeptAndHoldsNothing() {
    Cases kept =
        agreement(
            "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": \"2026-05-10\", \"amount\": 250, \"paid\": 250 } ]");
    assertThat(outcome(kept)).isEqualTo(Outcome.KEPT);
    assertThat(kept.facts().items().get(0).collectible()).isEqualByComparingTo("1000");
  }
}
