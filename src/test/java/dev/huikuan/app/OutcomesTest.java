package dev.huikuan.app;

import static dev.huikuan.app.Ledgers.body;
import static dev.huikuan.app.Ledgers.caseOf;
import static dev.huikuan.app.Ledgers.get;
import static dev.huikuan.app.Ledgers.json;
import static dev.huikuan.app.Ledgers.report;
import static dev.huikuan.app.Ledgers.reported;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is reported of a decision comes back in the next one. */
class OutcomesTest {

  /** Two overdue invoices, the older one with a promise; nothing else. */
  private static final String PLAIN =
      """
      {"asOf": "2026-11-20", "bankDataAsOf": "2026-11-19",
       "customer": {"id": "C-1", "jurisdiction": "CN", "segment": "STANDARD", "creditScore": 600},
       "contracts": [{"id": "K-1", "currency": "CNY", "totalAmount": 90000, "paidAmount": 1000}],
       "receivables": [
         {"id": "B", "contractId": "K-1", "amount": 50000, "dueOn": "2026-10-20",
          "invoiceDeliveredOn": "2026-09-20"},
         {"id": "A", "amount": 30000.50, "dueOn": "2026-09-30", "invoiceDeliveredOn": "2026-09-01",
          "dispute": {"openedOn": "2026-11-01", "amount": 20000, "reason": "QUALITY"}}],
       "promises": [{"receivableId": "A", "amount": 25000, "dueOn": "2026-11-20", "madeOn": "2026-11-10"}],
       "contacts": [], "actionsTaken": [{"code": "FRIENDLY_REMINDER", "at": "2026-11-05T09:00:00+08:00"}]}
      """;

  private final Ledgers ledger = Ledgers.fresh();

  private String plain() {
    return ledger.record(PLAIN).get("id").asText();
  }

  private static List<String> pointers(HttpResponse<String> answer) {
    return StreamSupport.stream(json(answer.body()).get("errors").spliterator(), false)
        .map(error -> error.get("pointer").asText())
        .toList();
  }

  @Test
  void withoutANameADisputeIsAboutWhatTheActionIsAbout() {
    JsonNode first = ledger.record(PLAIN);
    assertThat(first.at("/action/receivables").toString()).isEqualTo("[\"B\"]");
    JsonNode theCase = caseOf(reported(first.get("id").asText(), "{'type': 'DISPUTED'}"));
    assertThat(theCase.at("/receivables/0/dispute").isObject()).isTrue();
    assertThat(theCase.at("/receivables/1/dispute/amount").asInt()).isEqualTo(20000);
  }

  private static void refused(HttpResponse<String> answer, int status, String... places) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(pointers(answer)).containsExactly(places);
  }

  @Test
  void anOutcomeMakesANewDecisionBasedOnTheOneBefore() {
    String first = plain();
    HttpResponse<String> answer =
        report(first, "{'type': 'CONTACTED', 'channel': 'PHONE', 'actor': 'Wang', 'note': 'n'}");
    JsonNode body = body(answer, 201);
    JsonNode decision = body.get("decision");
    String id = decision.get("id").asText();
    assertThat(answer.headers().firstValue("Location")).contains("/v1/decisions/" + id);
    assertThat(decision.get("basedOn").asText()).isEqualTo(first);
    JsonNode before = get("/v1/decisions/" + first);
    assertThat(before.get("latest").asText()).isEqualTo(id);
    JsonNode outcome = before.at("/outcomes/0");
    assertThat(outcome.get("id")).isEqualTo(body.get("outcomeId"));
    assertThat(outcome.get("actor").asText()).isEqualTo("Wang");
    assertThat(outcome.get("on").asText()).isEqualTo("2026-11-20");
    assertThat(get("/v1/decisions/" + id + "?replay=true").get("equal").asBoolean()).isTrue();
  }

  @Test
  void theLadderMovesOnAndTheCallIsNotRepeatedTheSameDay() {
    JsonNode first = ledger.record(PLAIN);
    String done = first.at("/action/code").asText();
    assertThat(done).isEqualTo("COLLECTION_CALL");
    JsonNode next = reported(first.get("id").asText(), "{'type': 'NO_ANSWER'}");
    assertThat(next.at("/action/code").asText()).isNotEqualTo(done);
    JsonNode theCase = caseOf(next);
    assertThat(theCase.at("/actionsTaken/1/code").asText()).isEqualTo(done);
    assertThat(theCase.at("/contacts/0/outcome").asText()).isEqualTo("NO_ANSWER");
    assertThat(theCase.at("/contacts/0/channel").asText()).isEqualTo("PHONE");
  }

  @Test
  void moneyServesTheOldestFirstKeepsThePromiseAndLowersTheDispute() {
    JsonNode theCase = caseOf(reported(plain(), "{'type': 'PAID', 'amount': 28000.5}"));
    assertThat(theCase.at("/receivables/1/outstanding").decimalValue())
        .isEqualByComparingTo("2000");
    assertThat(theCase.at("/receivables/1/amount").decimalValue()).isEqualByComparingTo("30000.50");
    assertThat(theCase.at("/receivables/1/dispute/amount").decimalValue())
        .isEqualByComparingTo("2000");
    assertThat(theCase.at("/receivables/0").has("outstanding")).isFalse();
    assertThat(theCase.at("/promises/0/paid").decimalValue()).isEqualByComparingTo("25000");
    assertThat(theCase.has("credits")).isFalse();
  }

  @Test
  void moneyForANamedInvoiceStaysThereAndTheRestIsUnapplied() {
    String id = plain();
    JsonNode decision =
        reported(
            id, "{'type': 'PAID', 'amount': 50100, 'receivableIds': ['B'], 'on': '2026-11-20'}");
    JsonNode theCase = caseOf(decision);
    assertThat(theCase.at("/receivables/0/outstanding").decimalValue()).isEqualByComparingTo("0");
    assertThat(theCase.at("/receivables/1").has("outstanding")).isFalse();
    assertThat(theCase.at("/credits/0/kind").asText()).isEqualTo("UNAPPLIED_CASH");
    assertThat(theCase.at("/credits/0/amount").decimalValue()).isEqualByComparingTo("100");
    assertThat(theCase.at("/contracts/0/paidAmount").decimalValue()).isEqualByComparingTo("51000");
  }

  @Test
  void aPromiseHoldsItsAmountBackUntilItsDay() {
    JsonNode decision =
        reported(
            plain(),
            "{'type': 'PROMISE', 'amount': 50000, 'promisedOn': '2026-11-27', 'receivableIds': ['B']}");
    JsonNode theCase = caseOf(decision);
    assertThat(theCase.at("/promises/1/receivableId").asText()).isEqualTo("B");
    assertThat(theCase.at("/promises/1/madeOn").asText()).isEqualTo("2026-11-20");
    assertThat(theCase.at("/contacts/0/outcome").asText()).isEqualTo("PROMISE");
    assertThat(decision.get("holds").findValuesAsText("code")).contains("PROMISE_NOT_DUE");
  }

  @Test
  void aDisputeHoldsTheInvoiceThatItNames() {
    JsonNode decision = reported(plain(), "{'type': 'DISPUTED', 'receivableIds': ['B']}");
    JsonNode theCase = caseOf(decision);
    assertThat(theCase.at("/receivables/0/dispute/openedOn").asText()).isEqualTo("2026-11-20");
    assertThat(theCase.at("/receivables/0/dispute").has("amount")).isFalse();
    assertThat(theCase.at("/receivables/1/dispute/openedOn").asText()).isEqualTo("2026-11-01");
    JsonNode all =
        caseOf(
            reported(
                plain(), "{'type': 'DISPUTED', 'amount': 31000.5, 'receivableIds': ['A', 'B']}"));
    assertThat(all.at("/receivables/1/dispute/amount").decimalValue())
        .isEqualByComparingTo("30000.5");
    assertThat(all.at("/receivables/0/dispute/amount").decimalValue()).isEqualByComparingTo("1000");
  }

  @Test
  void aRefusalIsTheReasonOfWhatItIsAbout() {
    JsonNode theCase = caseOf(reported(plain(), "{'type': 'REFUSED', 'receivableIds': ['A']}"));
    assertThat(theCase.at("/receivables/1/delayReason").asText()).isEqualTo("REFUSAL");
    assertThat(theCase.at("/receivables/0").has("delayReason")).isFalse();
    assertThat(theCase.at("/contacts/0/outcome").asText()).isEqualTo("REFUSED");
  }

  @Test
  void somethingElseThatWasDoneStandsInTheHistory() {
    JsonNode theCase =
        caseOf(
            reported(
                plain(), "{'type': 'OVERRIDDEN', 'action': 'SITE_VISIT', 'note': 'was nearby'}"));
    assertThat(theCase.at("/actionsTaken/1/code").asText()).isEqualTo("SITE_VISIT");
    assertThat(theCase.get("contacts")).isEmpty();
  }

  @Test
  void everyFaultOfTheBodyIsNamedAtOnceInBothLanguages() {
    String id = plain();
    HttpResponse<String> answer =
        report(
            id,
            "{'type': 'PROMISE', 'amount': -1, 'chanel': 'PHONE', 'channel': 'FAX', 'offer': 'DISCOUNT',"
                + " 'receivableIds': ['A', 3, 'A'], 'on': 'today', 'note': ''}",
            "Accept-Language",
            "zh");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer.body()).get("type").asText()).isEqualTo("urn:huikuan:problem:MALFORMED");
    assertThat(pointers(answer))
        .containsExactlyInAnyOrder(
            "/chanel",
            "/promisedOn",
            "/offer",
            "/receivableIds/1",
            "/receivableIds/2",
            "/channel",
            "/amount",
            "/on",
            "/note");
    assertThat(json(answer.body()).at("/errors/0/message").asText()).matches(".*\\p{IsHan}.*");
    refused(report(id, "{'type': 'PAYED'}"), 400, "/type");
    refused(report(id, "{}"), 400, "/type");
    refused(report(id, "{'type': 'OVERRIDDEN'}"), 400, "/action", "/note");
    refused(report(id, "[]"), 400, "");
    assertThat(report(id, "{'type': 'PAID'").statusCode()).isEqualTo(400);
    assertThat(get("/v1/decisions/" + id).get("outcomes")).isEmpty();
  }

  @Test
  void whatDoesNotFitTheCaseIsNamedAtItsPlace() {
    String id = plain();
    refused(
        report(
            id,
            "{'type': 'PROMISE', 'amount': 900000, 'promisedOn': '2026-11-01', 'receivableIds': ['Z', 'B'],"
                + " 'action': 'COLLECTION_CAL'}"),
        422,
        "/action",
        "/amount",
        "/promisedOn",
        "/receivableIds/0");
    refused(report(id, "{'type': 'CONTACTED', 'on': '2062-11-20'}"), 422, "/on");
    HttpResponse<String> offer = report(id, "{'type': 'OFFER_ACCEPTED', 'offer': 'EXTENSION'}");
    refused(offer, 422, "/offer");
    String twoCurrencies = PLAIN.replace("\"id\": \"A\",", "\"id\": \"A\", \"currency\": \"EUR\",");
    String mixed = ledger.record(twoCurrencies).get("id").asText();
    refused(report(mixed, "{'type': 'PAID', 'amount': 5}"), 422, "/receivableIds");
    assertThat(report(mixed, "{'type': 'PAID', 'amount': 5, 'receivableIds': ['A']}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void theSameReportUnderAKeyIsOneOutcome() {
    String id = plain();
    String key = UUID.randomUUID().toString();
    String paid = "{'type': 'PAID', 'amount': 10}";
    JsonNode first = body(report(id, paid, "Idempotency-Key", key), 201);
    JsonNode second = body(report(id, paid, "Idempotency-Key", key), 201);
    assertThat(second).isEqualTo(first);
    assertThat(report(id, "{'type': 'PAID', 'amount': 11}", "Idempotency-Key", key).statusCode())
        .isEqualTo(409);
    assertThat(get("/v1/decisions/" + id).get("outcomes")).hasSize(1);
  }

  @Test
  void ofManyOutcomesAtOnceNoneIsLost() {
    String id = plain();
    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> report(id, "{'type': 'PAID', 'amount': 100}").statusCode())
            .toList();
    assertThat(statuses).containsOnly(201);
    JsonNode first = get("/v1/decisions/" + id);
    assertThat(first.get("outcomes")).hasSize(16);
    JsonNode latest = get("/v1/decisions/" + first.get("latest").asText());
    assertThat(latest.at("/case/receivables/1/outstanding").decimalValue())
        .isEqualByComparingTo("28400.5");
  }

  @Test
  void anOfferThatIsTakenIsAnAgreementOnItsOwnTerms() {
    int taken = 0;
    for (var account : DemoPortfolio.asOf(DemoPortfolio.AS_OF)) {
      JsonNode trial = json(Running.decide(account.json()).body());
      for (String offer : List.of("discount", "installments", "extension")) {
        if (trial.get(offer).isObject() && taken < 30) {
          taken++;
          accepted(account.json(), offer);
        }
      }
    }
    assertThat(taken).isEqualTo(30);
  }

  private static void accepted(String json, String offer) {
    JsonNode decision = body(Ledgers.post("/v1/decisions", json), 201);
    JsonNode terms = decision.get(offer);
    String id = decision.get("id").asText();
    String outcome =
        "{'type': 'OFFER_ACCEPTED', 'offer': '" + offer.toUpperCase(java.util.Locale.ROOT) + "'}";
    JsonNode next = reported(id, outcome);
    JsonNode theCase = caseOf(next);
    JsonNode agreements = theCase.get("agreements");
    JsonNode agreement = agreements.get(agreements.size() - 1);
    assertThat(agreement.get("receivableIds")).isEqualTo(terms.get("receivables"));
    switch (offer) {
      case "discount" -> {
        assertThat(agreement.get("until")).isEqualTo(terms.get("payBy"));
        assertThat(agreement.get("payNow")).isEqualTo(terms.get("payNow"));
      }
      case "extension" -> {
        assertThat(agreement.get("kind")).isEqualTo(terms.get("kind"));
        assertThat(agreement.get("until")).isEqualTo(terms.get("newDueOn"));
      }
      default -> {
        int down = terms.get("downPayment").decimalValue().signum();
        assertThat(agreement.get("schedule")).hasSize(terms.get("schedule").size() + down);
        assertThat(agreement.at("/schedule/" + down + "/amount").decimalValue())
            .isEqualByComparingTo(terms.at("/schedule/0/total").decimalValue());
      }
    }
    assertThat(next.get("holds").findValuesAsText("code"))
        .containsAnyOf("GRACE_ACTIVE", "PLAN_ACTIVE");
    refused(report(id, outcome), 422, "/offer");
    assertThat(
            get("/v1/decisions/" + next.get("id").asText() + "?replay=true")
                .get("equal")
                .asBoolean())
        .isTrue();
  }

  @Test
  void theNextCaseOfTheCrmReplacesWhatWasReported() {
    String id = plain();
    reported(id, "{'type': 'PAID', 'amount': 100}");
    JsonNode fresh = ledger.record(PLAIN);
    JsonNode row = get("/v1/worklist?ledger=" + ledger.name()).at("/items/0");
    assertThat(row.get("decisionId")).isEqualTo(fresh.get("id"));
    assertThat(row.get("outstanding").decimalValue()).isEqualByComparingTo("80000.5");
    assertThat(fresh.get("basedOn").isNull()).isTrue();
  }

  @Test
  void whatHappenedEarlierDoesNotTurnTheCalendarBack() {
    JsonNode decision =
        reported(plain(), "{'type': 'CONTACTED', 'on': '2026-11-12T10:15:00+08:00'}");
    assertThat(decision.get("asOf").asText()).isEqualTo("2026-11-20");
    JsonNode theCase = caseOf(decision);
    assertThat(theCase.at("/contacts/0/at").asText()).isEqualTo("2026-11-12T10:15:00+08:00");
    JsonNode later =
        reported(decision.get("id").asText(), "{'type': 'CONTACTED', 'on': '2026-11-21'}");
    assertThat(later.get("asOf").asText()).isEqualTo("2026-11-21");
  }

  @Test
  void anExactMomentStaysExact() {
    String exact = PLAIN.replace("\"2026-11-20\", \"bank", "\"2026-11-20T15:00:00+08:00\", \"bank");
    String id = ledger.record(exact).get("id").asText();
    JsonNode same = reported(id, "{'type': 'CONTACTED', 'on': '2026-11-20'}");
    assertThat(same.get("asOf").asText()).startsWith("2026-11-20T15:00");
    assertThat(same.get("facts").get("contactsLast7Days").asInt()).isEqualTo(1);
    JsonNode later = reported(id, "{'type': 'CONTACTED', 'on': '2026-11-20T16:30:00+08:00'}");
    assertThat(later.get("asOf").asText()).startsWith("2026-11-20T16:30");
    assertThat(later.get("facts").get("contactsLast7Days").asInt()).isEqualTo(2);
  }

  @Test
  void anOutcomeOfNothingIsNotFound() {
    assertThat(report(UUID.randomUUID().toString(), "{'type': 'CONTACTED'}").statusCode())
        .isEqualTo(404);
    assertThat(report("nonsense", "{'type': 'CONTACTED'}").statusCode()).isEqualTo(404);
  }
}
