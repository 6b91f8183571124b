package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions that are recorded: what is answered, and what a second request gets. */
class RecordingTest {

  private static final String TOO_LONG =
      "0123456789012345678901234567890123456789012345678901234567890123456789"
          + "0123456789012345678901234567890123456789012345678901234567890123456789"
          + "0123456789012345678901234567890123456789012345678901234567890123456789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static HttpResponse<String> record(String body, String... headers) {
    HttpRequest.Builder request =
        Running.request("/v1/decisions")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return Running.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  void aDecisionIsCreatedUnderItsIdAndSaysWhatADryRunSays() {
    HttpResponse<String> answer = record(Running.exampleCase());
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode decision = json(answer.body());
    String id = decision.get("id").asText();
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    assertThat(answer.headers().firstValue("Location")).contains("/v1/decisions/" + id);
    JsonNode trial = json(Running.decide(Running.exampleCase()).body());
    assertThat(trial.get("id").isNull()).isTrue();
    ((com.fasterxml.jackson.databind.node.ObjectNode) trial).put("id", id);
    assertThat(decision).isEqualTo(trial);
  }

  @Test
  void theSameRequestUnderAKeyGetsTheSameAnswerInTheReadersLanguage() {
    String key = key();
    HttpResponse<String> first = record(Running.exampleCase(), "Idempotency-Key", key);
    HttpResponse<String> second = record(Running.exampleCase(), "Idempotency-Key", key);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    JsonNode chinese =
        json(record(Running.exampleCase(), "Idempotency-Key", key, "Accept-Language", "zh").body());
    assertThat(chinese.get("id")).isEqualTo(json(first.body()).get("id"));
    assertThat(chinese.at("/action/label").asText()).matches(".*\\p{IsHan}.*");
  }

  @Test
  void anotherBodyUnderTheKeyIsAConflict() {
    String key = key();
    record(Running.exampleCase(), "Idempotency-Key", key);
    HttpResponse<String> other =
        record(
            Running.exampleCase().replaceFirst("2026-11-21", "2026-11-22"), "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other.body()).get("type").asText())
        .isEqualTo("urn:huikuan:problem:IDEMPOTENCY_CONFLICT");
    assertThat(json(other.body()).get("detail").asText()).contains("Idempotency-Key");
  }

  @Test
  void aKeyBelongsToItsLedger() {
    String key = key();
    String elsewhere = Running.exampleCase().replaceFirst("\"default\"", "\"north\"");
    HttpResponse<String> here = record(Running.exampleCase(), "Idempotency-Key", key);
    HttpResponse<String> there = record(elsewhere, "Idempotency-Key", key);
    assertThat(there.statusCode()).as(there.body()).isEqualTo(201);
    assertThat(json(there.body()).get("id")).isNotEqualTo(json(here.body()).get("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", TOO_LONG})
  void aStrangeKeyIsRefused(String key) {
    HttpResponse<String> answer = record(Running.exampleCase(), "Idempotency-Key", key);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer.body()).get("detail").asText()).startsWith("Idempotency-Key");
  }

  @Test
  void manyAtOnceUnderOneKeyAreOneDecision() {
    String key = key();
    Set<String> ids =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> record(Running.exampleCase(), "Idempotency-Key", key))
            .map(answer -> json(answer.body()).get("id").asText())
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(1);
  }

  @Test
  void aHypotheticalCaseIsNeverRecorded() {
    String whatIf =
        Running.exampleCase().replaceFirst("\\{", "{\"whatIf\": {\"pay\": {\"percent\": 30}},");
    HttpResponse<String> answer = record(whatIf);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer.body()).get("id").isNull()).isTrue();
    assertThat(json(answer.body()).get("hypothetical").asBoolean()).isTrue();
  }

  private static HttpResponse<String> batch(String lines, String... headers) {
    HttpRequest.Builder request =
        Running.request("/v1/decisions/batch")
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines));
    return Running.send(headers.length == 0 ? request : request.headers(headers));
  }

  @Tag("once")
  @Test
  void aBatchIsRecordedLineByLineAndMayBeSentAgain() {
    String line = Running.exampleCase().replace("\n", " ");
    String lines = (line + "\n").repeat(300) + "{\"broken\": true}\n" + line + "\n";
    String key = key();
    List<JsonNode> first =
        batch(lines, "Idempotency-Key", key).body().lines().map(RecordingTest::json).toList();
    assertThat(first).hasSize(303);
    assertThat(first.get(300).at("/problem/status").asInt()).isEqualTo(422);
    assertThat(first.get(302).get("end").asInt()).isEqualTo(302);
    Set<String> ids =
        first.stream()
            .map(l -> l.at("/decision/id").asText())
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(301);
    List<JsonNode> again =
        batch(lines, "Idempotency-Key", key).body().lines().map(RecordingTest::json).toList();
    assertThat(again).isEqualTo(first);
  }
}
