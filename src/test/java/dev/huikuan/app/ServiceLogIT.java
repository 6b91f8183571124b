package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a running service: for machines, complete, and without a word about a customer. */
class ServiceLogIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "Zaphod";

  /** Every place for a text has the mark in it. */
  private static final String CASE =
      """
      {"asOf": "2026-11-21", "ledger": "%1$s-L",
       "customer": {"id": "%1$s-1", "name": "%1$s Ltd", "pause": {"until": "2026-12-31", "reason": "%1$s"}},
       "contracts": [{"id": "%1$s-K", "currency": "CNY"}],
       "receivables": [{"id": "%1$s-INV", "contractId": "%1$s-K", "amount": 987654321, "dueOn": "2026-05-31"}]}
      """
          .formatted(MARK)
          .replace("\n", " ");

  @Test
  void everyLineIsJsonAndNoneNamesACustomer(@TempDir Path folder) throws Exception {
    try (ServeProcess service = ServeProcess.ready(folder, "--shutdown-grace", "0")) {
      List<Integer> statuses = new ArrayList<>();
      for (String body : bodies()) {
        statuses.add(post(service, "/v1/decisions?dryRun=true", "application/json", body));
        statuses.add(post(service, "/v1/decisions", "application/json", body));
      }
      statuses.add(post(service, "/v1/decisions?dryRun=" + MARK, "application/json", CASE));
      statuses.add(post(service, "/v1/decisions?dryRun=true", "text/" + MARK, CASE));
      statuses.add(
          post(
              service,
              "/v1/decisions/batch?dryRun=true",
              "application/x-ndjson",
              String.join("\n", bodies())));
      statuses.add(post(service, "/" + MARK, "application/json", CASE));
      statuses.add(get(service, "/v1/policies/" + MARK));
      statuses.add(get(service, "/v1/decisions/" + MARK + "?customerId=" + MARK));
      statuses.add(get(service, "/?q=" + MARK + "&hold=" + MARK));
      statuses.add(get(service, "/try?asOf=" + MARK));
      statuses.add(post(service, "/try", "application/x-www-form-urlencoded", "json=" + MARK));
      statuses.add(
          wire(service, "GET /" + MARK + "%zz HTTP/1.1\nHost: localhost:" + service.port()));
      statuses.add(wire(service, "GET / HTTP/1.1\nHost: " + MARK));
      statuses.add(wire(service, MARK + " / HTTP/1.1\nHost: localhost:" + service.port()));
      statuses.add(wire(service, "GET / HTTP/9.1\nHost: localhost\n" + MARK + " " + MARK));
      assertThat(statuses).contains(200, 400, 404, 415, 421, 422);
      service.terminate();
      assertThat(service.exitStatus()).isZero();
      assertThat(service.said()).doesNotContain(MARK).doesNotContain("987654321");
      List<JsonNode> lines = lines(service.said());
      assertThat(lines).allSatisfy(ServiceLogIT::isComplete);
      assertThat(lines).filteredOn(l -> l.path("message").asText().contains("http://")).hasSize(1);
      assertThat(requests(lines)).extracting(l -> l.get("status").asInt()).contains(200, 422, 404);
    }
  }

  private static List<String> bodies() {
    return List.of(
        CASE,
        CASE.replace("\"amount\": 987654321", "\"amount\": \"" + MARK + "\""),
        CASE.replace("\"amount\"", "\"" + MARK + "\""),
        CASE.replace("2026-05-31", MARK),
        CASE.replace("CNY", MARK),
        CASE.replace("2026-11-21", MARK),
        CASE.replace("{\"asOf\"", "{\"whatIf\": {\"set\": {\"" + MARK + "\": 1}}, \"asOf\""),
        "{\"" + MARK,
        MARK);
  }

  private static void isComplete(JsonNode line) {
    assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    assertThat(line.path("level").asText()).matches("INFO|WARN|ERROR");
    assertThat(line.path("logger").asText()).isNotEmpty();
    assertThat(line.path("message").isTextual()).isTrue();
  }

  @Test
  void aRequestHasOneLineWithItsTemplateAndItsIdInAllThreePlaces(@TempDir Path folder)
      throws Exception {
    try (ServeProcess service = ServeProcess.ready(folder, "--shutdown-grace", "0")) {
      HttpResponse<String> refused =
          service.send(service.request("/v1/policies/nothing").header("X-Request-Id", "a.B_c-1"));
      assertThat(refused.headers().firstValue("X-Request-Id")).contains("a.B_c-1");
      assertThat(JSON.readTree(refused.body()).get("requestId").asText()).isEqualTo("a.B_c-1");
      HttpResponse<String> made =
          service.send(service.request("/v1/policies").header("X-Request-Id", "not usable"));
      String id = made.headers().firstValue("X-Request-Id").orElse("");
      assertThat(id).matches("[0-9a-f]{16}");
      service.terminate();
      service.exitStatus();
      List<JsonNode> lines = requests(lines(service.said()));
      JsonNode first = withId(lines, "a.B_c-1").orElseThrow();
      assertThat(first.get("method").asText()).isEqualTo("GET");
      assertThat(first.get("route").asText()).isEqualTo("/v1/policies/{version}");
      assertThat(first.get("status").asInt()).isEqualTo(404);
      assertThat(first.get("ms").isNumber()).isTrue();
      assertThat(first.get("policyVersion").asText()).isNotEmpty();
      JsonNode second = withId(lines, id).orElseThrow();
      assertThat(second.get("bytes").asInt()).isEqualTo(made.body().getBytes("UTF-8").length);
      assertThat(lines).as("probes are not logged while they are well").hasSize(2);
    }
  }

  private static Optional<JsonNode> withId(List<JsonNode> lines, String id) {
    return lines.stream().filter(l -> l.get("requestId").asText().equals(id)).findFirst();
  }

  @Test
  void onRequestItIsTextForPeople(@TempDir Path folder) throws Exception {
    try (ServeProcess service =
        ServeProcess.ready(folder, "--log-format", "text", "--shutdown-grace", "0")) {
      service.awaitSaid("\nHuikuan is listening on ");
      get(service, "/v1/policies");
      service.terminate();
      service.exitStatus();
      assertThat(service.said())
          .containsPattern(
              "INFO .* request requestId=\\w+ method=GET route=/v1/policies status=200");
    }
  }

  private static List<JsonNode> lines(String said) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said.split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static List<JsonNode> requests(List<JsonNode> lines) {
    return lines.stream()
        .filter(l -> l.path("logger").asText().equals("dev.huikuan.requests"))
        .filter(l -> !l.path("route").asText().startsWith("/health"))
        .toList();
  }

  private static int post(ServeProcess service, String path, String type, String body)
      throws Exception {
    return service
        .send(
            service
                .request(path)
                .header("Content-Type", type)
                .header("Cookie", "session=" + MARK)
                .header("Idempotency-Key", MARK)
                .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static int get(ServeProcess service, String path) throws Exception {
    return service
        .send(service.request(path).header("Authorization", "Bearer " + MARK))
        .statusCode();
  }

  private static int wire(ServeProcess service, String head) {
    return Wire.send(service.port(), head, "").status();
  }
}
