package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels: FRIENDLY_REMINDER 1, COLLECTION_CALL 2, EXECUTIVE_ESCALATION 3, FORMAL_DEMAND 4. */
class LadderTest {

  private static Cases taken(String... actions) {
    StringBuilder list = new StringBuilder();
    for (String action : actions) {
      String[] part = action.split(" @ ");
      list.append(list.isEmpty() ? "" : ", ");
      list.append(
          "{ \"code\": \"%s\", \"at\": \"2026-%sT10:00:00+08:00\" }".formatted(part[0], part[1]));
    }
    return Cases.thirtyDaysLate().with("/actionsTaken", "[" + list + "]");
  }

  private static Value level(Cases cases, long due) {
    FactBook book = cases.book();
    book.put("dunningLevelDue", Value.whole(due));
    return book.account("dunningLevel");
  }

  @ParameterizedTest(name = "{0} days after the reminder: {1}")
  @CsvSource({"2, 1", "3, 2", "4, 2"})
  void oneStepUpWhenTheWaitOfTheLastStepIsOver(int days, long expected) {
    Cases cases = taken("FRIENDLY_REMINDER @ 06-" + (30 - days));
    assertThat(level(cases, 4)).isEqualTo(Value.whole(expected));
  }

  @ParameterizedTest(name = "last level 2, due {0}: {1}")
  @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3", "5, 3"})
  void neverAboveWhatIsDue(long due, long expected) {
    assertThat(level(taken("COLLECTION_CALL @ 06-10"), due)).isEqualTo(Value.whole(expected));
  }

  @Test
  void theHighestLevelOfTheEpisodeIsTheLast() {
    Cases cases = taken("FORMAL_DEMAND @ 06-05", "FRIENDLY_REMINDER @ 06-20");
    assertThat(cases.book().account("lastDunningLevel")).isEqualTo(Value.whole(4));
    assertThat(level(cases, 5)).isEqualTo(Value.whole(5));
    assertThat(level(taken("FORMAL_DEMAND @ 06-05", "FRIENDLY_REMINDER @ 06-21"), 5))
        .isEqualTo(Value.whole(4));
  }

  @Test
  void theEpisodeBeginsOnTheDueDateOfTheOldestStillOverdue() {
    assertThat(taken("COLLECTION_CALL @ 05-30").book().account("lastDunningLevel"))
        .isEqualTo(Value.whole(0));
    assertThat(taken("COLLECTION_CALL @ 05-31").book().account("lastDunningLevel"))
        .isEqualTo(Value.whole(2));
  }

  @Test
  void allPaidBeginsANewEpisode() {
    Cases cases = taken("COLLECTION_CALL @ 06-10").with("/receivables/0/outstanding", "0");
    assertThat(cases.book().account("lastDunningLevel")).isEqualTo(Value.whole(0));
  }

  @Test
  void anActionThatNamesOtherReceivablesDoesNotCount() {
    Cases cases = taken("COLLECTION_CALL @ 06-10");
    assertThat(
            cases
                .with("/actionsTaken/0/receivableIds", "[\"X\"]")
                .book()
                .account("lastDunningLevel"))
        .isEqualTo(Value.whole(0));
    assertThat(
            cases
                .with("/actionsTaken/0/receivableIds", "[\"X\", \"R\"]")
                .book()
                .account("lastDunningLevel"))
        .isEqualTo(Value.whole(2));
    assertThat(cases.with("/actionsTaken/0/receivableIds", "[]").book().account("lastDunningLevel"))
        .isEqualTo(Value.whole(2));
  }

  @Test
  void withoutAHistoryTheFirstContactGoesNoHigherThanItsBound() {
    assertThat(level(Cases.thirtyDaysLate(), 4)).isEqualTo(Value.whole(2));
    assertThat(level(Cases.thirtyDaysLate(), 1)).isEqualTo(Value.whole(1));
    assertThat(level(Cases.thirtyDaysLate().with("/actionsTaken", "[]"), 4))
        .isEqualTo(Value.whole(1));
  }

  @Test
  void theLevelIsUnknownUntilTheLevelDueIsDecided() {
    assertThat(Cases.thirtyDaysLate().book().account("dunningLevel")).isEqualTo(Value.UNKNOWN);
  }

  @Test
  void resumingAtTheClosestLevelSkipsSteps() {
    var policy = BuiltIn.policy(Map.of("resumeLadder", Value.code("CLOSEST")), List.of());
    assertThat(level(taken("FRIENDLY_REMINDER @ 06-10").under(policy), 4))
        .isEqualTo(Value.whole(4));
    assertThat(level(taken("FRIENDLY_REMINDER @ 06-28").under(policy), 4))
        .isEqualTo(Value.whole(1));
  }
}
