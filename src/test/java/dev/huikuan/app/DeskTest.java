package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk and the account page over a log: what they show, to whom, and when they cannot. */
class DeskTest {

  private static final String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

  private static String theCase(String ledger, String customer, String name) {
    return """
        { "asOf": "2026-11-20", "ledger": "%s", "customer": { "id": "%s", "name": "%s" },
          "receivables": [ { "id": "INV-1", "currency": "CNY", "amount": 90000, "dueOn": "2026-08-01" } ] }
        """
        .formatted(ledger, customer, name);
  }

  /** Decides and records; the id. */
  private static String record(Guarded guarded, String secret, String json) throws IOException {
    HttpResponse<String> answer =
        guarded.send(
            guarded
                .request("/v1/decisions")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new ObjectMapper().readTree(answer.body()).path("id").asText();
  }

  @Test
  void anEmptyDeskSaysHowToRecord() {
    try (Guarded guarded = Guarded.open()) {
      HttpResponse<String> english = guarded.get("/?lang=en");
      assertThat(english.statusCode()).isEqualTo(200);
      assertThat(english.body())
          .contains("Nothing has been decided yet", "curl -X POST http://127.0.0.1:", "--demo");
      assertThat(guarded.get("/?lang=zh").body()).contains("还没有决策记录", "--demo");
    }
  }

  @Test
  void theAccountIsShownAsItWasDecidedWithItsHistoryAndWhatIfIsNotRecorded() throws IOException {
    try (Guarded guarded = Guarded.open()) {
      String crm = guarded.secret("crm", Role.CRM);
      String first = record(guarded, crm, theCase("A", "C 1/ü", "Acme"));
      String second = record(guarded, crm, theCase("A", "C 1/ü", "Acme"));
      String page = guarded.get("/decisions/" + first + "?lang=en", crm).body();
      assertThat(page)
          .contains("Acme", "C 1/ü", "There is a newer decision", "/decisions/" + second)
          .contains("What happened so far");
      HttpResponse<String> assumed = guarded.get("/decisions/" + second + "?pay=40&lang=en", crm);
      assertThat(assumed.body()).contains("What-if: not the recommendation");
      assertThat(guarded.get("/decisions/" + second + "?pay=400", crm).statusCode()).isEqualTo(422);
      String list = guarded.get("/v1/decisions?customerId=C%201%2F%C3%BC", crm).body();
      assertThat(list.split("recordedAt")).as("two decisions, no third").hasSize(3);
      assertThat(guarded.get("/?lang=en", crm).body())
          .contains("1 account<", second)
          .doesNotContain(first);
    }
  }

  @Test
  void whatACustomerIsCalledStaysTextOnEveryPage() throws IOException {
    try (Guarded guarded = Guarded.open()) {
      String crm = guarded.secret("crm", Role.CRM);
      String id = record(guarded, crm, theCase("<b>L</b>", ATTACK, ATTACK));
      record(guarded, crm, theCase("M", "C-2", "Plain Ltd"));
      for (String path : new String[] {"/", "/decisions/" + id, "/?q=%3Cscript%3E"}) {
        assertThat(guarded.get(path, crm).body())
            .as(path)
            .contains("&lt;script&gt;")
            .doesNotContain("<script>alert", "<img src=x", "<b>L</b>");
      }
      String hostile = "/?action=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&cursor=%22%3E%3Cb%3E";
      HttpResponse<String> none = guarded.get(hostile + "&lang=en", crm);
      assertThat(none.statusCode()).isEqualTo(200);
      assertThat(none.body()).contains("No account matches").doesNotContain("<script>alert");
    }
  }

  @Test
  void aKeyForOneLedgerSeesThatOneOnly() throws IOException {
    try (Guarded guarded = Guarded.open()) {
      String crm = guarded.secret("crm", Role.CRM);
      String mine = record(guarded, crm, theCase("A", "C-1", "Mine Ltd"));
      String other = record(guarded, crm, theCase("B", "C-2", "Other Ltd"));
      String bound = guarded.key("a", Optional.of("A"), Role.COLLECTOR).secret();
      guarded.awaitKnown(bound);
      for (String path : new String[] {"/", "/?ledger=B", "/?q=Ltd"}) {
        assertThat(guarded.get(path, bound).body())
            .as(path)
            .contains("Mine Ltd")
            .doesNotContain("Other Ltd", "filter-ledger");
      }
      assertThat(guarded.get("/decisions/" + mine, bound).statusCode()).isEqualTo(200);
      assertThat(guarded.get("/decisions/" + other, bound).statusCode()).isEqualTo(404);
      assertThat(guarded.get("/?ledger=B", crm).body())
          .contains("Other Ltd")
          .doesNotContain("Mine Ltd");
    }
  }

  @Test
  void aKeyWithoutARoleThatReadsIsToldWhichDo() {
    try (Guarded guarded = Guarded.open()) {
      String admin = guarded.secret("admin", Role.ADMIN);
      for (String path : new String[] {"/?lang=en", "/decisions/" + NOTHING + "?lang=en"}) {
        HttpResponse<String> page = guarded.get(path, admin);
        assertThat(page.statusCode()).as(path).isEqualTo(403);
        assertThat(page.body()).contains("crm, collector, analyst, approver");
      }
    }
  }

  @Test
  void aDecisionThatIsNotThereIsAPageThatHelps() {
    try (Guarded guarded = Guarded.open()) {
      for (String id : new String[] {NOTHING, "x", "..", "%3Cb%3E"}) {
        HttpResponse<String> page = guarded.get("/decisions/" + id + "?lang=en");
        assertThat(page.statusCode()).as(id).isIn(404, 400);
        assertThat(page.body()).doesNotContain("<b>");
      }
      assertThat(guarded.get("/decisions/" + NOTHING + "?lang=zh").body()).contains("没有这个决策");
    }
  }

  @Test
  void aLogThatCannotBeReadIsAPageThatSaysSo() {
    try (Guarded guarded = Guarded.open()) {
      guarded.loseDatabase();
      HttpResponse<String> page = guarded.get("/?lang=en");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.body()).contains("The decision log cannot be read now");
      assertThat(guarded.get("/?lang=zh").body()).contains("决策记录暂时无法读取");
    }
  }
}
