package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.access.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a collector does on the page of an account: outcomes, what-if, and who may. */
class AccountPageTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
  private static final String PAGE = "/decisions/";
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]+-quick)\"");
  private static final AtomicInteger CUSTOMERS = new AtomicInteger();

  private static Guarded guarded;
  private static String crm;
  private static String collector;

  @BeforeAll
  static void start() {
    guarded = Guarded.open();
    crm = guarded.key("crm", Optional.empty(), Role.CRM).secret();
    collector = guarded.key("An", Optional.empty(), Role.COLLECTOR).secret();
    guarded.awaitKnown(collector);
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  /** Records a case; the id of the decision. */
  private static String recorded(String ledger) {
    String json =
        """
        { "asOf": "2026-11-20", "bankDataAsOf": "2026-11-19", "ledger": "%s",
          "customer": { "id": "C-%s", "name": "Plain Ltd", "jurisdiction": "CN",
            "timeZone": "Asia/Shanghai", "segment": "STANDARD", "creditScore": 600,
            "financialStress": "NONE", "pause": null },
          "receivables": [
            { "id": "INV-1", "currency": "CNY", "amount": 90000, "dueOn": "2026-10-01",
              "invoiceDeliveredOn": "2026-09-01" },
            { "id": "INV-2", "currency": "CNY", "amount": 30000, "dueOn": "2026-10-11",
              "invoiceDeliveredOn": "2026-09-01",
              "dispute": { "openedOn": "2026-11-01", "amount": 5000, "reason": "QUALITY" } } ],
          "promises": [ { "amount": 9000, "dueOn": "2026-10-20", "paid": 1000 } ],
          "contacts": [ { "at": "2026-11-10T10:00:00+08:00", "channel": "PHONE",
            "outcome": "NO_ANSWER" } ],
          "actionsTaken": [ { "code": "FRIENDLY_REMINDER", "at": "2026-10-12T09:00:00+08:00" } ] }
        """
            .formatted(ledger, CUSTOMERS.incrementAndGet());
    HttpResponse<String> answer =
        guarded.send(
            guarded
                .request("/v1/decisions")
                .header("Authorization", "Bearer " + crm)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer.body()).path("id").asText();
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException broken) {
      throw new IllegalStateException(body, broken);
    }
  }

  private static HttpResponse<String> page(String id, String query) {
    return guarded.get(PAGE + id + "?lang=en" + query, collector);
  }

  private static HttpResponse<String> post(String id, String secret, String... fields) {
    StringBuilder form = new StringBuilder("lang=en");
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return guarded.form(
        PAGE + id + "/outcomes", form.toString(), "Authorization", "Bearer " + secret);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String key(String page) {
    Matcher found = KEY.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static JsonNode outcomes(String id) {
    return json(guarded.get("/v1/decisions/" + id, collector).body()).path("outcomes");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void anOutcomeThatIsSentTwiceIsRecordedOnceAndSaysWhatItChanged() {
    String id = recorded("default");
    String key = key(page(id, "&line=3").body());
    String first = location(post(id, collector, "type", "NO_ANSWER", "key", key));
    String again = location(post(id, collector, "type", "NO_ANSWER", "key", key));
    assertThat(again).isEqualTo(first);
    assertThat(outcomes(id)).hasSize(1);
    assertThat(outcomes(id).at("/0/recordedBy").asText()).isEqualTo("An");
    String next = guarded.get(first + "&lang=en", collector).body();
    assertThat(next).contains("Recorded:", "No answer", "What to do", "by An");
    assertThat(next).containsPattern("What to do (changes from|stays)");
    assertThat(page(id, "").body())
        .contains("There is a newer decision", "Record what happened at the latest decision.")
        .doesNotContain("name=\"key\"");
  }

  @Test
  void manyPressesAtOnceAreOneOutcome() {
    String id = recorded("default");
    String key = key(page(id, "").body());
    assertThat(
            IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> location(post(id, collector, "type", "CONTACTED", "key", key)))
                .distinct())
        .hasSize(1);
    assertThat(outcomes(id)).hasSize(1);
  }

  @Test
  void aFormThatWasRecordedWithOtherContentsIsAConflictWithAWayOn() {
    String id = recorded("default");
    String key = key(page(id, "").body());
    String next = location(post(id, collector, "type", "PAID", "amount", "100", "key", key));
    HttpResponse<String> other = post(id, collector, "type", "PAID", "amount", "200", "key", key);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body())
        .contains("This form was recorded before", next.substring(0, next.indexOf('?')));
    assertThat(outcomes(id)).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
    String id = recorded("default");
    HttpResponse<String> answer =
        post(
            id,
            collector,
            "type",
            "PROMISE",
            "amount",
            "9,000,000",
            "promisedOn",
            "2026-11-01",
            "note",
            HOSTILE,
            "receivableIds",
            "INV-2");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing was recorded", "id=\"promise-amount-fault\"", "30000 CNY")
        .contains("id=\"promise-promisedOn-fault\"", "value=\"9,000,000\"", "value=\"2026-11-01\"")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "value=\"INV-2\" checked")
        .containsPattern("data-outcome=\"promise\" open")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(outcomes(id)).isEmpty();
    HttpResponse<String> empty =
        post(id, collector, "type", "OVERRIDDEN", "action", "", "note", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains(
            "id=\"overridden-action-fault\"", "id=\"overridden-note-fault\"", "Fill this in.");
    assertThat(post(id, collector, "type", HOSTILE).body())
        .contains("Nothing was recorded")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(outcomes(id)).isEmpty();
  }

  @Test
  void anOverrideIsKeptWithItsReasonAndStandsInTheAuditOnce() {
    String id = recorded("default");
    String key = key(page(id, "").body());
    String[] form = {
      "type", "OVERRIDDEN", "action", "SITE_VISIT", "note", HOSTILE, "channel", "VISIT", "key", key
    };
    String next = location(post(id, collector, form));
    assertThat(location(post(id, collector, form))).isEqualTo(next);
    assertThat(outcomes(id).at("/0/note").asText()).isEqualTo(HOSTILE);
    assertThat(guarded.get(next, collector).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img src=x");
    String admin = guarded.key("admin " + id, Optional.empty(), Role.ADMIN).secret();
    guarded.awaitStatus(admin, 200);
    String audit = guarded.get("/v1/audit?limit=500", admin).body();
    assertThat(audit.split("\"" + id + "\"")).as("named once").hasSize(2);
    assertThat(audit).contains("OUTCOME_OVERRIDDEN", "SITE_VISIT").doesNotContain("alert(1)");
  }

  @Test
  void thePlaceInTheWorklistIsKept() {
    String id = recorded("default");
    assertThat(page(id, "&q=C-1&line=2").body())
        .containsPattern("action=\"/decisions/" + id + "/outcomes\\?q=C-1&(amp;)?line=2\"");
    HttpResponse<String> answer =
        guarded.form(
            PAGE + id + "/outcomes?q=C-1&line=2",
            "type=NO_ANSWER",
            "Authorization",
            "Bearer " + collector);
    assertThat(location(answer)).contains("q=C-1&line=2");
  }

  @Test
  void whoMayNotReportSeesNoFormAndIsRefused() {
    String id = recorded("default");
    String analyst = guarded.key("analyst " + id, Optional.empty(), Role.ANALYST).secret();
    guarded.awaitStatus(analyst, 200);
    String page = guarded.get(PAGE + id + "?lang=en", analyst).body();
    assertThat(page).doesNotContain("/outcomes\"", "What happened?").contains("/studio/");
    assertThat(page(id, "").body()).contains("What happened?").doesNotContain("href=\"/studio");
    HttpResponse<String> refused = post(id, analyst, "type", "CONTACTED");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("crm, collector");
    assertThat(outcomes(id)).isEmpty();
  }

  @Test
  void anotherLedgersAccountIsNotThere() {
    String id = recorded("south");
    String north = guarded.key("north " + id, Optional.of("north"), Role.COLLECTOR).secret();
    guarded.awaitStatus(north, 200);
    assertThat(post(id, north, "type", "CONTACTED").statusCode()).isEqualTo(404);
    assertThat(post("nonsense", north, "type", "CONTACTED").statusCode()).isEqualTo(404);
    assertThat(outcomes(id)).isEmpty();
  }

  @Test
  void whatIsAssumedIsLaidBesideWhatIsAndNeverRecorded() {
    String id = recorded("default");
    String page = page(id, "&pay=50&set.riskTier=E&set.evidenceComplete=yes").body();
    assertThat(page)
        .contains("What-if: not the recommendation", "What changes", "<mark class=\"changed\">")
        .contains("Assumed: Risk tier is E.", "set.evidenceComplete")
        .containsPattern("<option value=\"E\" selected");
    String same = page(id, "&set.financialStress=NONE").body();
    assertThat(same).contains("Nothing changes:").doesNotContain("<mark");
    String list = guarded.get("/v1/decisions?customerId=C-" + CUSTOMERS.get(), crm).body();
    assertThat(json(list).path("items")).hasSize(1);
  }

  @Test
  void anAssumptionThatCannotBeIsAFaultAtItsField() {
    String id = recorded("default");
    HttpResponse<String> answer =
        page(id, "&set.onTimeRatio=7&set.riskTier=" + encoded("\"><i>x") + "&set.nonsense=1");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing was worked out", "id=\"set.onTimeRatio-fault\"", "value=\"7\"")
        .contains("id=\"set.riskTier-fault\"", "there is no term `nonsense`")
        .doesNotContain("\"><i>x", "What-if: not the recommendation");
    assertThat(page(id, "&add=daysSinceLastContact").body())
        .containsPattern("name=\"set.daysSinceLastContact\"[^>]* autofocus");
  }

  @Test
  void theTableStandsAsWrittenWithTheMatchedRowAndWhatElseNearlyWas() {
    String page = page(recorded("default"), "").body();
    String decisive = page.substring(page.indexOf("step-decisive"));
    decisive = decisive.substring(0, decisive.indexOf("</li>"));
    assertThat(decisive)
        .contains("<details open>", "Next action", "Value met", "row-matched", "row-near")
        .contains("cell-yes", "✓", "fulfilled", "tabindex=\"0\"");
    assertThat(page).contains("cell-no", "✗");
  }

  @Test
  void whatIsOnRecordIsInTheReadersWords() {
    String id = recorded("default");
    assertThat(page(id, "").body())
        .contains("customer's local time (Asia/Shanghai, UTC+08:00)", "there now")
        .contains("2026-11-10 10:00 · Phone, no answer", "partly kept", "CNY\u00a09,000")
        .contains("quality", "CNY\u00a05,000", "Friendly reminder");
    assertThat(guarded.get(PAGE + id + "?lang=zh", collector).body())
        .contains("客户当地时间", "部分履行", "质量", "经过", "联系结果")
        .doesNotContain("What happened", "partly kept", "quality");
  }
}
