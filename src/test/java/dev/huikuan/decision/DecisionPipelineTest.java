package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Amount;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Candidates, blocking, choice, referral and explanation, through the whole pipeline. */
class DecisionPipelineTest {

  private static final String TALK =
      """
      Decision,talk,Talking points,沟通要点
      Hit policy,COLLECT

      ,When,Then
      Row,action,talkingPoint (zh),talkingPoint (en)
      TP-010,COLLECTION_CALL,逾期 {daysPastDue} 天，拖延原因：{delayReason},"{daysPastDue} days late, reason: {delayReason}"
      """;

  private static final String PRIORITY =
      """
      Decision,priority,Priority,优先级
      Hit policy,C+

      ,When,,Then,Notes
      Row,daysPastDue,collectible,priority,Reason (zh),Reason (en)
      PP-010,>= 30,-,20,,
      PP-020,-,>= 1000,4.5,金额 {collectible},amount {collectible}
      PP-030,-,>= 100000,50,,
      """;

  private static final Policy POLICY =
      Policies.withRules().table(Policies.NEXT_ACTION).table(TALK).table(PRIORITY).load();

  @Test
  void aPolicyOfOneTableDecidesWithItAlone() {
    Recommendation answer = decide(Policies.empty().table(Policies.NEXT_ACTION).load(), late());

    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.action().reason().en()).isEqualTo("30 days late, CNY 1,000.00 collectible");
    assertThat(answer.action().reason().zh()).isEqualTo("逾期 30 天，可催收 CNY 1,000.00");
    assertThat(answer.action().channel()).hasValue("PHONE");
    assertThat(answer.action().dueBy()).hasValue(LocalDate.of(2026, 7, 2));
    assertThat(answer.action().approval()).isEmpty();
    assertThat(answer.action().dunningLevelDue()).isEmpty();
    assertThat(answer.priority().points()).isEmpty();
    assertThat(answer.holds()).isEmpty();
    assertThat(answer.alerts()).isEmpty();
  }

  @Test
  void withoutRulesTheFirstCandidateIsTheActionEvenWhereAHoldWouldBlockIt() {
    Policy policy = Policies.empty().table(Policies.NEXT_ACTION).load();

    assertThat(decide(policy, late().with("/customer/doNotContact", "true")).action().code())
        .isEqualTo("COLLECTION_CALL");
  }

  @Test
  void aPolicyThatProposesNothingWaits() {
    Recommendation answer = decide(Policies.empty().table(PRIORITY).load(), late());

    assertThat(answer.action().code()).isEqualTo("WAIT");
    assertThat(answer.action().reason().en()).contains("proposes no action");
    assertThat(answer.priority().points()).hasValue(new BigDecimal("24.5"));
  }

  @Test
  void aBlockedCandidateIsPassedOverAndNamesItsHold() {
    Recommendation answer =
        decide(
            POLICY,
            late("/bankDataAsOf", "\"2026-06-01\"").with("/receivables/0/dueOn", "\"2026-04-01\""));

    assertThat(answer.action().code()).isEqualTo("RECONCILE_ACCOUNT");
    assertThat(answer.action().reason().en()).contains("reconcile");
    Alternative call = alternative(answer, "COLLECTION_CALL");
    assertThat(call.status()).isEqualTo(Status.BLOCKED);
    assertThat(call.because().get(0).term()).isEqualTo("holds");
    assertThat(call.because().get(0).value()).isEqualTo(Value.code("WAIT_CASH_APPLICATION"));
    assertThat(call.because().get(0).location().orElseThrow()).startsWith("rules/choice.drl:");
    assertThat(call.text().zh()).contains("等待到账核销");
    assertThat(alternative(answer, "FRIENDLY_REMINDER").status()).isEqualTo(Status.ELIGIBLE);
  }

  @Test
  void anAmountHoldIsACandidateOnlyWhileNothingElseCanBeCollected() {
    Recommendation all = decide(POLICY, late("/receivables/0/dispute", "{}"));
    Recommendation part = decide(POLICY, late("/receivables/0/dispute", "{\"amount\": 999}"));

    assertThat(all.action().code()).isEqualTo("RESOLVE_ISSUE");
    assertThat(all.action().receivables()).containsExactly("R");
    assertThat(all.action().amounts()).containsExactly(new Amount("CNY", new BigDecimal("1000")));
    assertThat(all.advice()).isEmpty();
    assertThat(part.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(part.action().amounts()).containsExactly(new Amount("CNY", BigDecimal.ONE));
    assertThat(part.advice().get(0).code()).isEqualTo("RESOLVE_ISSUE");
    assertThat(part.advice().get(0).receivables()).containsExactly("R");
  }

  @Test
  void ourOwnFaultComesBeforeAnyRow() {
    Recommendation answer =
        decide(
            POLICY,
            late("/receivables/0/invoiceDeliveredOn", "null").with("/customer/segment", "\"KEY\""));

    assertThat(answer.action().code()).isEqualTo("REISSUE_INVOICE");
    assertThat(alternative(answer, "VALUE_REPORT").status()).isEqualTo(Status.ELIGIBLE);
    assertThat(answer.facts().get("nextAction")).isEqualTo(Value.code("REISSUE_INVOICE"));
  }

  @Test
  void aHoldNeverBlocksWhatItCallsFor() {
    Recommendation answer =
        decide(
            POLICY,
            late("/receivables/0/dispute", "{}")
                .with("/customer/financialStress", "\"INSOLVENT\""));

    assertThat(answer.action().code()).isEqualTo("FILE_INSOLVENCY_CLAIM");
    assertThat(answer.action().amounts())
        .containsExactly(new Amount("CNY", new BigDecimal("1000")));
  }

  @Test
  void whereEverythingIsBlockedWeWaitAndSayWhy() {
    Recommendation answer =
        decide(
            POLICY,
            late("/customer/doNotContact", "true").with("/receivables/0/dueOn", "\"2026-06-15\""));

    assertThat(answer.action().code()).isEqualTo("WAIT");
    assertThat(answer.action().reason().zh()).contains("禁止联系");
    assertThat(answer.action().receivables()).isEmpty();
    assertThat(answer.action().dueBy()).isEmpty();
  }

  @Test
  void evidenceThatIsKnownToBeIncompleteBlocksTheCourtAndUnknownDoesNot() {
    Cases old = late("/receivables/0/dueOn", "\"2026-03-01\"");

    assertThat(decide(POLICY, old).action().code()).isEqualTo("LITIGATION");
    Recommendation without =
        decide(POLICY, old.with("/receivables/0/evidence", "{\"contract\": false}"));
    assertThat(without.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(alternative(without, "LITIGATION").because().get(0).term())
        .isEqualTo("evidenceComplete");
    assertThat(alternative(without, "LITIGATION").text().zh()).isEqualTo("需要 证据齐全 为 是，现为 否。");
  }

  @Test
  void anOfferThatIsNotMadeCannotBeTheAction() {
    Policy policy =
        Policies.empty()
            .table(Policies.NEXT_ACTION.replace("COLLECTION_CALL,逾", "OFFER_DISCOUNT,逾"))
            .load();

    Recommendation answer = decide(policy, late());

    assertThat(answer.action().code()).isEqualTo("FRIENDLY_REMINDER");
    assertThat(alternative(answer, "OFFER_DISCOUNT").status()).isEqualTo(Status.BLOCKED);
    assertThat(alternative(answer, "OFFER_DISCOUNT").because()).isNotEmpty();
  }

  @Test
  void aRuleMayPreferACandidate() {
    Policy policy =
        Policies.withRules()
            .table(Policies.NEXT_ACTION)
            .rule(
                "rule \"softer\" @phase(choice) when Candidate() then out.prefer(\"FRIENDLY_REMINDER\"); end")
            .load();

    assertThat(decide(policy, late()).action().code()).isEqualTo("FRIENDLY_REMINDER");
  }

  @Test
  void aRuleThatThrowsSendsTheCaseToAPersonAndIsNamed() {
    Policy policy =
        Policies.withRules()
            .table(Policies.NEXT_ACTION)
            .rule(
                "rule \"Bad day\" when Account() then if (true) throw new RuntimeException(\"bang\"); end")
            .load();

    Recommendation answer = decide(policy, late("/receivables/0/dispute", "{\"amount\": 1}"));

    assertThat(answer.action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(answer.action().reason().zh()).contains("Bad day").contains("rules/own.drl:4");
    assertThat(answer.holds()).extracting(h -> h.code()).containsExactly("DISPUTE_OPEN");
    assertThat(answer.trace())
        .anyMatch(e -> e instanceof TraceEntry.RuleFired r && r.rule().equals("Bad day"));
    assertThat(alternative(answer, "COLLECTION_CALL").status()).isEqualTo(Status.ELIGIBLE);
  }

  @Test
  void aRuleThatDoesNotCompileKeepsThePolicyFromLoading() {
    assertThat(Policies.empty().rule("rule \"x\" when Acount() then end").findings())
        .filteredOn(f -> f.code() == Finding.Code.DRL)
        .extracting(Finding::location)
        .contains("rules/own.drl:4");
  }

  @Test
  void aNeededTableWithoutAMatchingRowGoesToAPersonWithItsClosestRows() {
    String withoutDefault =
        Policies.NEXT_ACTION
            .lines()
            .filter(l -> !l.contains("NA-990"))
            .collect(Collectors.joining("\n"));
    Cases early = late("/receivables/0/dueOn", "\"2026-07-30\"");

    Recommendation answer = decide(Policies.empty().table(withoutDefault).load(), early);

    assertThat(answer.action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(answer.action().reason().en()).contains("Next action");
    TraceEntry.NotMade notMade =
        answer.trace().stream()
            .filter(TraceEntry.NotMade.class::isInstance)
            .map(TraceEntry.NotMade.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(notMade.closest()).isNotEmpty();
    assertThat(notMade.closest().get(0).failed()).isNotEmpty();

    String nothing = withoutDefault.replace("RULE ORDER\n", "RULE ORDER\nNo match,NOTHING\n");
    assertThat(decide(Policies.empty().table(nothing).load(), early).action().code())
        .isEqualTo("WAIT");
  }

  @Test
  void aRiskTierThatCannotBeDecidedGoesToAPersonToo() {
    String tier =
        """
        Decision,risk-tier,Risk tier,风险等级
        Hit policy,UNIQUE

        ,When,Then
        Row,daysPastDue,riskTier
        RT-1,>= 31,D
        RT-2,>= 60,E
        """;
    Policy policy = Policies.empty().table(Policies.NEXT_ACTION).table(tier).load();

    assertThat(decide(policy, late()).action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(decide(policy, late("/receivables/0/dueOn", "\"2026-05-30\"")).action().code())
        .isEqualTo("COLLECTION_CALL");
    Recommendation twice = decide(policy, late("/receivables/0/dueOn", "\"2026-01-01\""));
    assertThat(twice.action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(twice.action().reason().en()).contains("RT-1, RT-2");
  }

  @Test
  void rowsThatDidNotMatchSayWhatWouldHaveToChange() {
    Alternative court = alternative(decide(POLICY, late()), "LITIGATION");

    assertThat(court.status()).isEqualTo(Status.BLOCKED);
    assertThat(court.because()).hasSize(1);
    assertThat(court.because().get(0).test()).isEqualTo(">= 60");
    assertThat(court.because().get(0).location()).hasValue("decision-tables/next-action.csv#B6");
    assertThat(court.text().en()).isEqualTo("Needs Days past due >= 60, it is 30.");
  }

  @Test
  void priorityAddsItsRowsWithReasons() {
    Recommendation answer = decide(POLICY, late());

    assertThat(answer.priority().points()).hasValue(new BigDecimal("24.5"));
    assertThat(answer.priority().reasons())
        .extracting(r -> r.row() + " " + r.text().en())
        .containsExactly("PP-010 Days past due 30 (>= 30)", "PP-020 amount CNY 1,000.00");
  }

  @Test
  void textsQuoteFactsByTypeAndLanguageAndUnknownIsSaid() {
    assertThat(decide(POLICY, late()).action().talkingPoints().get(0).zh())
        .isEqualTo("逾期 30 天，拖延原因：未知");
    assertThat(
            decide(POLICY, late("/customer/delayReason", "\"CASH_FLOW\""))
                .action()
                .talkingPoints()
                .get(0)
                .en())
        .isEqualTo("30 days late, reason: Cash flow");
  }

  @Test
  void whatIsSetInPlaceOfTheFactsIsMarked() {
    Recommendation answer =
        new DecisionPipeline(POLICY).decide(late().read(), Map.of("daysPastDue", Value.whole(70)));

    assertThat(answer.hypothetical()).isTrue();
    assertThat(answer.action().code()).isEqualTo("LITIGATION");
    assertThat(answer.trace())
        .anyMatch(e -> e instanceof TraceEntry.Note n && n.code().equals("OVERRIDDEN"));
  }

  @Test
  void aRuleMaySetATermThatTablesRead() {
    Policy policy =
        Policies.empty()
            .with(
                "decision-tables/attributes.csv",
                """
                Attributes,own
                Code,Label (zh),Label (en),Level,Origin,Type
                seasonal,旺季,Seasonal,account,rule,yes/no
                """)
            .table(
                """
                Decision,next-action,Next action,下一步动作
                Hit policy,RULE ORDER

                ,When,Then
                Row,seasonal,nextAction
                NA-1,yes,VALUE_REPORT
                NA-2,-,WAIT
                """)
            .rule("rule \"summer\" when Account() then out.set(\"seasonal\", true); end")
            .load();

    assertThat(decide(policy, late()).action().code()).isEqualTo("VALUE_REPORT");
  }

  @Test
  void theSameCaseGivesTheSameStoredFormWhateverTheOrderOfRulesAndReceivables() {
    Random chance = new Random(7);
    JsonNode first = null;
    for (int i = 0; i < 6; i++) {
      Policies shuffled = Policies.empty().table(Policies.NEXT_ACTION).table(TALK).table(PRIORITY);
      for (String name : List.of("rules/holds.drl", "rules/choice.drl")) {
        shuffled.with(name, salience(Policies.shipped(name), chance));
      }
      Policy policy = shuffled.load();
      ObjectNode stored = RecommendationJson.stored(decide(policy, manyReceivables(i % 2 == 0)));
      stored.remove("policyVersion");
      first = first == null ? stored : first;
      assertThat(stored).isEqualTo(first);
    }
    assertThat(first.path("holds")).hasSize(5);
  }

  /** Gives each rule a random turn, on its own line, so that places stay where they are. */
  private static String salience(String drl, Random chance) {
    return Pattern.compile("\nwhen\n")
        .matcher(drl)
        .replaceAll(match -> " salience " + chance.nextInt(100) + "\nwhen\n");
  }

  private static Cases manyReceivables(boolean forward) {
    List<String> items =
        new ArrayList<>(
            List.of(
                "{\"id\":\"A\",\"amount\":100,\"dueOn\":\"2026-05-01\",\"dispute\":{\"amount\":10}}",
                "{\"id\":\"B\",\"amount\":200,\"dueOn\":\"2026-05-01\",\"invoiceError\":true}",
                "{\"id\":\"D\",\"amount\":300,\"dueOn\":\"2026-04-01\",\"dispute\":{\"amount\":20}}",
                "{\"id\":\"E\",\"amount\":400,\"dueOn\":\"2026-06-01\",\"pause\":{\"reason\":\"x\"}}",
                "{\"id\":\"F\",\"amount\":5,\"outstanding\":6,\"dueOn\":\"2026-06-01\"}"));
    if (!forward) {
      java.util.Collections.reverse(items);
    }
    return late("/receivables", items.toString()).with("/bankDataAsOf", "\"2026-06-01\"");
  }

  @Test
  void whatAHoldAndARowBothAdviseStandsOnce() {
    Policy policy =
        Policies.withRules()
            .table(Policies.NEXT_ACTION)
            .table(
                """
                Decision,advice,Advice,建议
                Hit policy,COLLECT

                ,When,Then,Notes
                Row,disputed,advice,Reason (zh),Reason (en)
                AD-010,> 0,RESOLVE_ISSUE,争议 {disputed},disputed {disputed}
                """)
            .load();

    Recommendation answer = decide(policy, late("/receivables/0/dispute", "{\"amount\": 12.345}"));

    assertThat(answer.advice()).hasSize(1);
    assertThat(answer.advice().get(0).row()).hasValue("AD-010");
    assertThat(answer.advice().get(0).receivables()).containsExactly("R");
    assertThat(answer.advice().get(0).text().en()).isEqualTo("disputed CNY 12.35");
  }

  @Test
  void anActionThatWasDecidedFromContractTermsCoversThatContractOnly() {
    Policy policy =
        Policies.empty()
            .table(
                """
                Decision,next-action,Next action,下一步动作
                Hit policy,RULE ORDER

                ,When,,Then
                Row,daysPastDue,suspensionClause,nextAction
                NA-1,>= 1,yes,SUSPENSION_NOTICE
                NA-2,-,-,COLLECTION_CALL
                """)
            .load();
    String contract = "\"contractId\":\"%s\",\"amount\":5,\"dueOn\":\"2026-05-0%s\"";
    Cases two =
        late("/contracts", "[{\"id\":\"K\",\"suspensionClause\":true},{\"id\":\"L\"}]")
            .with(
                "/receivables",
                ("[{\"id\":\"A\"," + contract + "},{\"id\":\"B\"," + contract + "}]")
                    .formatted("K", 1, "L", 2));

    assertThat(decide(policy, two).action().receivables()).containsExactly("A");
    assertThat(decide(policy, two).action().contracts()).containsExactly("K");
    Recommendation call = decide(policy, two.with("/contracts/0/suspensionClause", "false"));
    assertThat(call.action().contracts()).containsExactly("K", "L");
  }

  @Test
  void anUninvoicedMilestoneIsNamedByTheActionThatInvoicesIt() {
    Policy policy =
        Policies.empty()
            .table(
                """
                Decision,next-action,Next action,下一步动作
                Hit policy,RULE ORDER

                ,When,Then
                Row,notYetInvoiced,nextAction
                NA-1,> 0,ISSUE_INVOICE
                NA-2,-,WAIT
                """)
            .load();
    String milestones =
        "[{\"id\":\"M1\",\"percent\":30,\"completedOn\":\"2026-06-01\",\"invoicedOn\":%s},"
            + "{\"id\":\"M2\",\"percent\":70,\"completedOn\":null,\"invoicedOn\":null}]";
    String contract = "[{\"id\":\"K\",\"totalAmount\":900,\"milestones\":" + milestones + "}]";

    Recommendation owing = decide(policy, late("/contracts", contract.formatted("null")));
    assertThat(owing.action().milestones()).containsExactly("M1");
    assertThat(owing.action().contracts()).containsExactly("K");
    assertThat(owing.action().amounts().get(0).amount()).isEqualByComparingTo("270");
    assertThat(
            decide(policy, late("/contracts", contract.formatted("\"2026-06-02\"")))
                .action()
                .code())
        .isEqualTo("WAIT");
  }

  @Test
  void anApprovalThatCannotBeDecidedGoesToAPerson() {
    String approval =
        """
        Decision,approval,Approval,审批
        Hit policy,FIRST

        ,When,,Then
        Row,option,collectible,approvalRoles
        AP-1,COLLECTION_CALL,< 1000,CREDIT_MANAGER
        AP-2,FRIENDLY_REMINDER,-,
        """;
    Policy policy = Policies.empty().table(Policies.NEXT_ACTION).table(approval).load();

    assertThat(decide(policy, late()).action().code()).isEqualTo("REFER_TO_PERSON");
    assertThat(decide(policy, late("/receivables/0/amount", "999")).action().approval())
        .hasValue(List.of("CREDIT_MANAGER"));
  }

  @Test
  void theEngineVersionIsTheProjects() throws Exception {
    assertThat(java.nio.file.Files.readString(java.nio.file.Path.of("pom.xml")))
        .contains("<version>" + Explanation.ENGINE_VERSION + "</version>\n  <packaging>");
  }

  @Test
  void everyTextExistsInBothLanguages() {
    ObjectNode stored = RecommendationJson.stored(decide(POLICY, manyReceivables(true)));

    stored
        .findParents("zh")
        .forEach(
            text -> {
              assertThat(text.get("zh").asText().isEmpty())
                  .isEqualTo(text.get("en").asText().isEmpty());
              assertThat(text.get("zh").asText() + text.get("en").asText()).doesNotContain("{");
            });
    assertThat(stored.findParents("zh")).hasSizeGreaterThan(20);
  }

  @Test
  void theAnswerHasItsPropertiesInTheOrderOfTheContract() {
    ObjectNode answer =
        RecommendationJson.answer(decide(POLICY, manyReceivables(true)), Language.ZH);

    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "customerId",
            "ledger",
            "asOf",
            "policyVersion",
            "engineVersion",
            "hypothetical",
            "basedOn",
            "baseCurrency",
            "exchangeRates",
            "action",
            "priority",
            "discount",
            "installments",
            "extension",
            "holds",
            "alerts",
            "advice",
            "alternatives",
            "receivables",
            "facts",
            "trace",
            "nextReviewOn");
    assertThat(answer.path("receivables").path(0).fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "currency",
            "daysPastDue",
            "agingBucket",
            "outstanding",
            "payable",
            "collectible",
            "accruedInterest",
            "interestBasis",
            "discount");
    assertThat(answer.path("receivables").path(0).path("outstanding").toString()).isEqualTo("300");
    assertThat(answer.path("action").path("label").asText()).isEqualTo("核对账目");
    assertThat(answer.path("discount").isNull()).isTrue();
  }

  private static Alternative alternative(Recommendation answer, String code) {
    return answer.alternatives().stream()
        .filter(a -> a.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " not in " + answer.alternatives()));
  }

  private static Recommendation decide(Policy policy, Cases cases) {
    return new DecisionPipeline(policy).decide(cases.under(policy).read());
  }

  private static Cases late() {
    return Cases.thirtyDaysLate();
  }

  private static Cases late(String pointer, String json) {
    return late().with(pointer, json);
  }
}
