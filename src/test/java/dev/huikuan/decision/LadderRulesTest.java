package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ladder's rules as the repository ships them: each just applies and just does not. */
class LadderRulesTest {

  private static final String LEVEL =
      """
      Decision,dunning-level,Dunning level due,应催级别
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,dunningLevelDue
      DL-010,> 0,5
      """;

  private static final String NEXT =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,-,LAWYER_LETTER
      NA-015,-,SUSPEND_WORK
      NA-020,-,FORMAL_DEMAND
      NA-030,-,EXECUTIVE_ESCALATION
      NA-040,-,COLLECTION_CALL
      NA-050,-,FRIENDLY_REMINDER
      """;

  private static final Policy POLICY =
      Policies.empty()
          .table(LEVEL)
          .table(NEXT)
          .with("rules/ladder.drl", Policies.shipped("rules/ladder.drl"))
          .load();

  private static final String[] STEPS = {
    "FRIENDLY_REMINDER", "COLLECTION_CALL", "EXECUTIVE_ESCALATION", "FORMAL_DEMAND", "LAWYER_LETTER"
  };

  /** A hundred days late, with what was done: {@code FRIENDLY_REMINDER 3} is three days ago. */
  private static Recommendation after(String... taken) {
    return decide(POLICY, history(taken));
  }

  private static Cases history(String... taken) {
    List<String> actions = new ArrayList<>();
    for (String action : taken) {
      String[] words = action.split(" ");
      String day = java.time.LocalDate.of(2026, 6, 30).minusDays(Long.parseLong(words[1])) + "";
      actions.add("{\"code\":\"%s\",\"at\":\"%sT09:00:00+08:00\"}".formatted(words[0], day));
    }
    return Cases.thirtyDaysLate()
        .with("/receivables/0/dueOn", "\"2026-03-22\"")
        .with("/actionsTaken", actions.toString());
  }

  @Test
  void noStepIsSkippedWhateverTheTableProposes() {
    List<String> done = new ArrayList<>();
    int[] daysAgo = {80, 60, 40, 20};
    for (int i = 0; i < STEPS.length; i++) {
      Recommendation answer = after(done.toArray(String[]::new));
      assertThat(answer.action().code()).isEqualTo(STEPS[i]);
      if (i < daysAgo.length) {
        done.add(STEPS[i] + " " + daysAgo[i]);
      }
    }
  }

  @Test
  void aCandidateAboveTheLadderNamesTheStepThatIsMissing() {
    Alternative demand = alternative(after("FRIENDLY_REMINDER 40"), "FORMAL_DEMAND");

    assertThat(demand.status()).isEqualTo(Status.BLOCKED);
    assertThat(demand.because())
        .extracting(Because::term)
        .containsExactly("lastDunningLevel", "dunningLevel");
    assertThat(demand.text().en()).contains("First comes: Collection call.");
    assertThat(demand.text().zh()).contains("须先完成：催收电话。");
    assertThat(demand.because().get(0).location().orElseThrow()).startsWith("rules/ladder.drl:");
  }

  @Test
  void aStepIsNotRepeatedBeforeItsWaitIsOver() {
    // level 1 waits three days
    Recommendation soon = after("FRIENDLY_REMINDER 2");
    assertThat(soon.action().code()).isEqualTo("WAIT");
    Because because = alternative(soon, "FRIENDLY_REMINDER").because().get(0);
    assertThat(because.term()).isEqualTo("daysSince FRIENDLY_REMINDER");
    assertThat(because.test()).isEqualTo(">= 3");
    assertThat(alternative(after("FRIENDLY_REMINDER 3"), "FRIENDLY_REMINDER").status())
        .isEqualTo(Status.ELIGIBLE);
  }

  @Test
  void anUnknownHistoryBeginsNoHigherThanTheParameterSays() {
    Recommendation answer =
        decide(POLICY, Cases.thirtyDaysLate().with("/receivables/0/dueOn", "\"2026-03-22\""));

    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(alternative(answer, "FORMAL_DEMAND").text().en())
        .contains("First comes: Collection call.");
  }

  @Test
  void aLegalStepNeedsARecordedDemand() {
    String[] without = {"EXECUTIVE_ESCALATION 60", "LAWYER_LETTER 30"};
    assertThat(alternative(after(without), "LAWYER_LETTER").because())
        .extracting(Because::term)
        .containsExactly("times FORMAL_DEMAND");
    assertThat(after("FORMAL_DEMAND 90", "LAWYER_LETTER 30").action().code())
        .isEqualTo("LAWYER_LETTER");
  }

  @Test
  void suspendingWorkNeedsANoticeInGoodTime() {
    assertThat(alternative(after("SUSPENSION_NOTICE 6"), "SUSPEND_WORK").because())
        .extracting(Because::term, Because::test)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("daysSince SUSPENSION_NOTICE", ">= 7"));
    assertThat(after("SUSPENSION_NOTICE 7").action().code()).isEqualTo("SUSPEND_WORK");
    assertThat(alternative(after(), "SUSPEND_WORK").status()).isEqualTo(Status.BLOCKED);
  }

  @Test
  void theOrderOfFiringDoesNotMatter() {
    Random chance = new Random(11);
    ObjectNode first = null;
    for (int i = 0; i < 4; i++) {
      String shuffled =
          Pattern.compile("\nwhen\n")
              .matcher(Policies.shipped("rules/ladder.drl"))
              .replaceAll(match -> " salience " + chance.nextInt(100) + "\nwhen\n");
      Policy policy =
          Policies.empty().table(LEVEL).table(NEXT).with("rules/ladder.drl", shuffled).load();
      ObjectNode stored = RecommendationJson.stored(decide(policy, history("FRIENDLY_REMINDER 2")));
      stored.remove("policyVersion");
      first = first == null ? stored : first;
      assertThat(stored).isEqualTo(first);
    }
  }
}
