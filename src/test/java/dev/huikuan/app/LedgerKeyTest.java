package dev.huikuan.app;

import static dev.huikuan.app.RestContractTest.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a key sees of the records: its own ledger, and what its role lets it do. */
@Tag("once")
class LedgerKeyTest {

  private static Guarded guarded;
  private static String everywhere;
  private static String north;
  private static String collector;

  @BeforeAll
  static void start() {
    guarded = Guarded.open();
    everywhere = guarded.key("everywhere", Optional.empty(), Role.CRM).secret();
    north = guarded.key("north", Optional.of("north"), Role.CRM, Role.COLLECTOR).secret();
    collector = guarded.key("collector", Optional.empty(), Role.COLLECTOR).secret();
    guarded.awaitKnown(collector);
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  private static HttpResponse<String> post(String path, String body, String secret) {
    HttpRequest.Builder request =
        guarded
            .request(path)
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json");
    return guarded.send(request.POST(BodyPublishers.ofString(body)));
  }

  private static String recorded(String ledger, String secret) {
    String json = Running.exampleCase().replaceFirst("\"default\"", '"' + ledger + '"');
    HttpResponse<String> answer = post("/v1/decisions", json, secret);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return body(answer).get("id").asText();
  }

  @Test
  void anotherLedgersDecisionsAreNotThere() {
    String foreign = recorded("default", everywhere);
    String own = recorded("north", north);
    assertThat(guarded.get("/v1/decisions/" + own, north).statusCode()).isEqualTo(200);
    assertThat(guarded.get("/v1/decisions/" + foreign, north).statusCode()).isEqualTo(404);
    assertThat(guarded.get("/v1/decisions/" + foreign + "?replay=true", north).statusCode())
        .isEqualTo(404);
    String contacted = "{\"type\": \"CONTACTED\"}";
    assertThat(post("/v1/decisions/" + foreign + "/outcomes", contacted, north).statusCode())
        .isEqualTo(404);
    assertThat(body(guarded.get("/v1/decisions", north)).findValuesAsText("ledger"))
        .isNotEmpty()
        .containsOnly("north");
    assertThat(body(guarded.get("/v1/worklist", north)).findValuesAsText("ledger"))
        .isNotEmpty()
        .containsOnly("north");
    assertThat(guarded.get("/v1/worklist?ledger=default", north).statusCode()).isEqualTo(403);
    assertThat(guarded.get("/v1/portfolio/summary?ledger=default", north).statusCode())
        .isEqualTo(403);
    assertThat(post("/v1/decisions", Running.exampleCase(), north).statusCode()).isEqualTo(403);
  }

  @Test
  void aCollectorAsksWhatIfAndRecordsOutcomesButNoCases() {
    String id = recorded("default", everywhere);
    assertThat(guarded.decide(Running.exampleCase(), collector).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = post("/v1/decisions", Running.exampleCase(), collector);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(body(refused).get("detail").asText()).contains("crm");
    String noAnswer = "{\"type\": \"NO_ANSWER\"}";
    HttpResponse<String> outcome = post("/v1/decisions/" + id + "/outcomes", noAnswer, collector);
    assertThat(outcome.statusCode()).as(outcome.body()).isEqualTo(201);
  }
}
