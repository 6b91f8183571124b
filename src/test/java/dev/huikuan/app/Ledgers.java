package dev.huikuan.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A ledger of one test's own on the running server, so that tests do not see each other. */
record Ledgers(String name) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Ledgers fresh() {
    return new Ledgers("L-" + UUID.randomUUID());
  }

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }

  /** The same case in this ledger. */
  String owned(String json) {
    ObjectNode theCase = (ObjectNode) json(json);
    return theCase.put("ledger", name).toString();
  }

  /** Records a case here. */
  JsonNode record(String json) {
    return body(post("/v1/decisions", owned(json)), 201);
  }

  static JsonNode body(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "expected " + status + ", answered " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body());
  }

  static HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        Running.request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return Running.send(headers.length == 0 ? request : request.headers(headers));
  }

  static HttpResponse<String> report(String decisionId, String outcome, String... headers) {
    return post("/v1/decisions/" + decisionId + "/outcomes", outcome.replace('\'', '"'), headers);
  }

  /** Reports an outcome that fits; the new decision. */
  static JsonNode reported(String decisionId, String outcome) {
    return body(report(decisionId, outcome), 201).get("decision");
  }

  static JsonNode get(String path) {
    return body(Running.get(path), 200);
  }

  /** The case that a decision was made of. */
  static JsonNode caseOf(JsonNode decision) {
    return get("/v1/decisions/" + decision.get("id").asText()).get("case");
  }
}
