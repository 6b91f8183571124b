package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who must agree is decided by a row or not at all. */
class ApprovalTest {

  private static final String TERMS =
      """
      Decision,offers,Offers,优惠
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,extensionKind,extensionDays
      OF-010,> 0,GRACE,14
      """;

  private static final String ASK =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,-,GRACE_PERIOD
      NA-020,-,COLLECTION_CALL
      """;

  private static Policies policies(String... rows) {
    return Policies.empty()
        .table(TERMS)
        .table(ASK)
        .table(
            """
            Decision,approval,Approval,审批
            Hit policy,FIRST

            ,When,,Then
            Row,option,option.amount,approvalRoles
            """
                + Policies.lines(rows));
  }

  private static Recommendation answer(String... rows) {
    return decide(policies(rows).load(), Cases.thirtyDaysLate());
  }

  @Test
  void aRowNamesTheRolesOfAnOfferAndItsAction() {
    Recommendation answer =
        answer("AP-1,GRACE_PERIOD,>= 1000,\"CREDIT_MANAGER, FINANCE\"", "AP-2,-,-,none");

    assertThat(answer.action().code()).isEqualTo("GRACE_PERIOD");
    assertThat(answer.action().approval()).hasValue(List.of("CREDIT_MANAGER", "FINANCE"));
    assertThat(answer.extension().orElseThrow().approval())
        .hasValue(List.of("CREDIT_MANAGER", "FINANCE"));
  }

  @Test
  void theWordNoneDecidesAnEmptyList() {
    assertThat(answer("AP-1,GRACE_PERIOD,> 1000,FINANCE", "AP-2,-,-,none").action().approval())
        .hasValue(List.of());
    assertThat(answer("AP-2,-,-,无").extension().orElseThrow().approval()).hasValue(List.of());
  }

  @Test
  void anOfferWhoseApprovalNoRowDecidesIsWithdrawn() {
    Recommendation answer = answer("AP-1,COLLECTION_CALL,-,none");

    assertThat(answer.extension()).isEmpty();
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(alternative(answer, "GRACE_PERIOD").status()).isEqualTo(Status.BLOCKED);
    assertThat(alternative(answer, "GRACE_PERIOD").because().get(0).term())
        .isEqualTo("approvalRoles");
    assertThat(alternative(answer, "GRACE_PERIOD").text().en()).contains("Approval roles");
  }

  @Test
  void anEmptyCellIsNotNone() {
    Recommendation answer = answer("AP-1,GRACE_PERIOD,-,", "AP-2,-,-,none");

    assertThat(answer.extension()).isEmpty();
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.action().approval()).hasValue(List.of());
  }

  @Test
  void anActionWhoseApprovalNoRowDecidesGoesToAPerson() {
    Recommendation answer = answer("AP-1,LITIGATION,-,EXECUTIVE");

    assertThat(answer.action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(answer.action().approval()).isEmpty();
    assertThat(answer.action().reason().en()).contains("Approval");
  }

  @Test
  void aHeadThatAsksForNothingLeavesApprovalOut() {
    Policies policies =
        Policies.empty()
            .table(TERMS)
            .table(ASK)
            .table(
                """
                Decision,approval,Approval,审批
                Hit policy,FIRST
                No match,NOTHING

                ,When,Then
                Row,option,approvalRoles
                AP-1,LITIGATION,EXECUTIVE
                """);
    Recommendation answer = decide(policies.load(), Cases.thirtyDaysLate());

    assertThat(answer.action().code()).isEqualTo("GRACE_PERIOD");
    assertThat(answer.action().approval()).isEmpty();
  }

  @Test
  void whereNoTableDecidesItApprovalIsAbsent() {
    Recommendation answer =
        decide(Policies.empty().table(TERMS).table(ASK).load(), Cases.thirtyDaysLate());

    assertThat(answer.action().approval()).isEmpty();
    assertThat(answer.extension().orElseThrow().approval()).isEmpty();
  }
}
