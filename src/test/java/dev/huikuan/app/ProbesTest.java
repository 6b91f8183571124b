package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.app.operation.ControlRoom;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.rest.Vitals.Check;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the person who runs the service sees of it: probes and figures. */
@Tag("once")
class ProbesTest {

  private static final Text BROKEN = new Text("坏了", "broken");

  @Test
  void readinessNamesEachThingThatItRestsOn() {
    HttpResponse<String> answer = Running.get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = RestContractTest.body(answer);
    assertThat(body.get("status").asText()).isEqualTo("ready");
    assertThat(body.get("policyVersion").asText()).isNotEmpty();
    assertThat(body.get("checks"))
        .allSatisfy(check -> assertThat(check.get("ok").asBoolean()).isTrue())
        .extracting(check -> check.get("name").asText())
        .containsExactly("policy", "database", "log", "running");
  }

  @Test
  void beforeThePolicyIsLoadedItIsNotReadyAndSaysWhy() throws Exception {
    HttpServer server = HttpServer.listen("127.0.0.1", 0, Clock.systemUTC());
    try {
      Wire.Answer answer =
          Wire.send(
              server.port(),
              "GET /health/ready HTTP/1.1\nHost: 127.0.0.1:"
                  + server.port()
                  + "\nAccept-Language: zh",
              "");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(answer.body())
          .contains("\"status\":\"unready\"")
          .contains("{\"name\":\"policy\",\"ok\":false,\"detail\":\"策略尚未加载\"}")
          .contains("\"policyVersion\":null");
      assertThat(OpenApiTest.faults("Health", answer.body())).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aLogThatCannotBeWrittenIsNamed() throws Exception {
    String url = Databases.SQLITE.fresh();
    try (Database database = Database.open(url);
        Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      HttpServer server =
          HttpServer.listen(
              "127.0.0.1",
              0,
              Workshops.over(database, new RulesOnDisk(Optional.empty()), Clock.systemUTC()));
      statement.execute("DROP TABLE probe");
      try {
        String head = "GET /health/ready HTTP/1.1\nHost: 127.0.0.1:" + server.port();
        Wire.Answer answer = Wire.send(server.port(), head, "");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
            .contains("{\"name\":\"database\",\"ok\":true,")
            .contains("{\"name\":\"log\",\"ok\":false,");
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void aCheckThatFailsOrThrowsOrHangsIsNotOkAndTheAnswerComes() {
    CountDownLatch never = new CountDownLatch(1);
    try (ControlRoom room = new ControlRoom(new PolicyRegistry())) {
      room.readiness().rely("well", () -> true, BROKEN);
      room.readiness().rely("fails", () -> false, BROKEN);
      room.readiness()
          .rely(
              "throws",
              () -> {
                throw new IllegalStateException("no");
              },
              BROKEN);
      room.readiness().rely("hangs", () -> waited(never), BROKEN);
      List<Check> checks = room.readiness().checks();
      assertThat(checks)
          .extracting(Check::name, Check::ok)
          .contains(
              org.assertj.core.groups.Tuple.tuple("well", true),
              org.assertj.core.groups.Tuple.tuple("fails", false),
              org.assertj.core.groups.Tuple.tuple("throws", false),
              org.assertj.core.groups.Tuple.tuple("hangs", false));
    } finally {
      never.countDown();
    }
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @Test
  void figuresHaveNamesHelpAndClosedLabels() {
    Running.decide(Running.exampleCase());
    Running.get("/v1/policies/some-id");
    Running.get("/no/such/address");
    HttpResponse<String> answer = Running.get("/metrics");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    String text = answer.body();
    for (String name :
        List.of(
            "huikuan_http_requests_seconds",
            "huikuan_http_in_flight",
            "huikuan_batch_lines_total",
            "huikuan_log_append_seconds",
            "huikuan_log_failures_total",
            "huikuan_policy_folder_differs",
            "huikuan_policy_info",
            "huikuan_policy_activated_timestamp_seconds",
            "huikuan_policy_folder_differs",
            "huikuan_policy_activation_failed_timestamp_seconds",
            "jvm_memory_used_bytes",
            "jvm_gc_live_data_size_bytes",
            "jvm_threads_live_threads",
            "process_start_time_seconds")) {
      assertThat(text).contains("# HELP " + name + " ").contains("# TYPE " + name + " ");
    }
    assertThat(text)
        .contains("area=\"heap\"", "id=\"Metaspace\"")
        .containsPattern("huikuan_policy_info\\{version=\"[0-9a-f]+\"} 1")
        .containsPattern(bucket("/v1/decisions", "POST", "2xx"))
        .containsPattern(bucket("/v1/policies/{version}", "GET", "4xx"))
        .containsPattern(bucket("none", "GET", "4xx"))
        .doesNotContain("some-id", "no/such");
  }

  private static double figure(String line) {
    Matcher found =
        Pattern.compile("(?m)^" + Pattern.quote(line) + " (\\S+)$")
            .matcher(Running.get("/metrics").body());
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  @Test
  void aDecisionThatIsRecordedMovesTheCountersAndADryRunDoesNot() {
    String json = Running.exampleCase();
    JsonNode answer = RestContractTest.body(Running.decide(json));
    String action =
        "huikuan_decisions_total{action=\"" + answer.at("/action/code").asText() + "\"}";
    String hold = "huikuan_holds_total{code=\"" + answer.at("/holds/0/code").asText() + "\"}";
    JsonNode matched =
        StreamSupport.stream(answer.get("trace").spliterator(), false)
            .filter(entry -> entry.has("row"))
            .findFirst()
            .orElseThrow();
    String row =
        "huikuan_decision_rows_total{row=\""
            + matched.get("row").asText()
            + "\",table=\""
            + matched.get("decision").asText()
            + "\"}";
    List<String> lines =
        List.of(
            action, hold, row, "huikuan_log_append_seconds_count", "huikuan_log_failures_total");
    List<Double> before = lines.stream().map(ProbesTest::figure).toList();
    Running.decide(json);
    assertThat(lines.stream().map(ProbesTest::figure)).isEqualTo(before);
    HttpResponse<String> recorded =
        Running.send(
            Running.request("/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    List<Double> after = lines.stream().map(ProbesTest::figure).toList();
    for (int i = 0; i < lines.size() - 1; i++) {
      assertThat(after.get(i)).as(lines.get(i)).isEqualTo(before.get(i) + 1);
    }
    assertThat(after.get(lines.size() - 1)).isEqualTo(before.get(lines.size() - 1));
    assertThat(figure("huikuan_log_capacity")).isPositive();
  }

  @Test
  void linesOfABatchAreCounted() {
    String good = "huikuan_batch_lines_total{result=\"decided\"}";
    String bad = "huikuan_batch_lines_total{result=\"refused\"}";
    double goodBefore = figure(good);
    double badBefore = figure(bad);
    Running.batch(
        Running.exampleCase().replace("\n", " ") + "\n{}\n",
        "Content-Type",
        "application/x-ndjson");
    assertThat(figure(good)).isEqualTo(goodBefore + 1);
    assertThat(figure(bad)).isEqualTo(badBefore + 1);
  }

  private static Pattern bucket(String route, String method, String status) {
    return Pattern.compile(
        "huikuan_http_requests_seconds_bucket\\{method=\""
            + method
            + "\",route=\""
            + Pattern.quote(route)
            + "\",status=\""
            + status
            + "\",le=\"0.005\"}");
  }
}
