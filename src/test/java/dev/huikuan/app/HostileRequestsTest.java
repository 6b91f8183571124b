package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are meant to hurt: each is a problem that names the place, and the next request is
 * answered. Bodies and paths are tried on every route that the OpenAPI document names.
 */
class HostileRequestsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> HOSTILE_PARTS =
      List.of(
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e",
          "%252e%252e%252f",
          "..;",
          "x;y=1",
          "..%5c..%5cwindows",
          "%00",
          "a%00.json",
          "%0d%0aX-Injected:1",
          "%c0%af",
          "%ff",
          "%ed%a0%80",
          "%",
          "%zz",
          "<script>",
          "$%7Bjndi:ldap:%2f%2f127.0.0.1%2fa%7D",
          "'%20or%201=1--",
          "a".repeat(3_000));

  private static int port() {
    return Running.server().port();
  }

  @AfterEach
  void theNextRequestIsAnswered() {
    assertThat(Running.decide(Running.exampleCase()).statusCode()).isEqualTo(200);
  }

  private static Wire.Answer get(String target) {
    return Wire.send(port(), "GET " + target + " HTTP/1.1\nHost: localhost:" + port(), "");
  }

  private static void assertRefused(Wire.Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .doesNotContain("Exception", "\tat ", "\\tat ", "org.eclipse", "dev.huikuan", "javalin");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(OpenApiTest.faults("Problem", problem.toString())).isEmpty();
    assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.header("X-Injected")).isEmpty();
  }

  /** Method and path of every route with a body of this type, ready to be called. */
  private static List<String> routes(String mediaType) {
    return OpenApiTest.routes()
        .filter(route -> route.operation().at("/requestBody/content").has(mediaType))
        .map(route -> route.method() + " " + route.target("x"))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyJsonRouteRefusesEveryHostileBody() {
    assertThat(routes("application/json")).contains("POST /v1/decisions?dryRun=true");
    return routes("application/json").stream()
        .flatMap(
            route ->
                HostileBodies.all().entrySet().stream()
                    .map(
                        body ->
                            dynamicTest(
                                route + ": " + body.getKey(),
                                () -> assertRefused(posted(route, body.getValue())))));
  }

  private static Wire.Answer posted(String route, byte[] body) {
    String head = route + " HTTP/1.1\nHost: localhost:" + port();
    return Wire.send(port(), head + "\nContent-Type: application/json", body);
  }

  @Test
  void aHostileCaseIsRefusedAtItsPlace() throws IOException {
    for (Map.Entry<String, byte[]> body : HostileBodies.all().entrySet()) {
      JsonNode problem =
          JSON.readTree(posted("POST /v1/decisions?dryRun=true", body.getValue()).body());
      String places =
          problem.get("detail").asText()
              + String.join(" ", problem.get("errors").findValuesAsText("pointer"));
      assertThat(places).as(body.getKey()).containsPattern("line \\d+, column \\d+|/\\w+");
    }
  }

  @Test
  void everyHostileLineOfABatchIsRefusedInItsPlace() throws IOException {
    List<byte[]> lines = List.copyOf(HostileBodies.all().values());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      body.writeBytes(line);
      body.write('\n');
    }
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions/batch?dryRun=true")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    List<String> answers = answer.body().lines().toList();
    assertThat(answers).hasSize(lines.size() + 1);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = JSON.readTree(answers.get(i));
      assertThat(line.get("line").asInt()).isEqualTo(i + 1);
      assertThat(line.at("/problem/status").asInt()).as(answers.get(i)).isBetween(400, 499);
    }
    assertThat(answers.get(lines.size())).isEqualTo("{\"end\":" + lines.size() + "}");
  }

  @TestFactory
  Stream<DynamicTest> hostilePartsOfAPathLeadNowhere() {
    List<String> targets = new ArrayList<>();
    for (String part : HOSTILE_PARTS) {
      targets.add("/" + part);
      targets.add("/assets/" + part);
      targets.add("/assets/huikuan.css" + part);
      OpenApiTest.routes()
          .filter(route -> route.path().contains("{") && route.method().equals("GET"))
          .forEach(route -> targets.add(route.target(part)));
    }
    return targets.stream()
        .map(target -> dynamicTest(shortened(target), () -> assertRefused(get(target))));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(80, text.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/vocabulary",
        "/v1//vocabulary",
        "/v1/./vocabulary",
        "/v1/decisions/../vocabulary",
        "/v1/vocabulary;jsessionid=1",
        "/v1;x/vocabulary",
        "/v1%2fvocabulary",
        "/%76%31/vocabulary",
        "/V1/Vocabulary",
        "/assets/../logback.xml",
        "\\v1\\vocabulary",
        "/v1/policies/a b",
        "/v1/policies/\u00e5",
        "*",
        "v1/vocabulary",
        "http://",
        "file:///etc/passwd"
      })
  void trickyPathsLeadNowhere(String target) throws IOException {
    assertRefused(get(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a=%",
        "a=%f",
        "a=%zz",
        "a=%ff",
        "a=%c0%af",
        "a=%ed%a0%80",
        "a=%00",
        "%00=a",
        "a=%1b%5b2J",
        "a=1&a=2",
        "a=1&%61=2",
        "dryRun=true&dryRun=false"
      })
  void badQueriesAreRefusedByName(String query) throws IOException {
    for (String path : List.of("/v1/vocabulary", "/", "/docs", "/health/live")) {
      Wire.Answer answer = get(path + "?" + query);
      assertRefused(answer);
      assertThat(answer.body()).contains("query parameter `");
    }
  }

  @Test
  void aQueryHasABoundedNumberOfParameters() throws IOException {
    String fifty = String.join("&", IntStream.range(0, 50).mapToObj(i -> "p" + i + "=1").toList());
    assertThat(get("/v1/vocabulary?" + fifty).status()).isEqualTo(200);
    Wire.Answer answer = get("/v1/vocabulary?" + fifty + "&one=more");
    assertRefused(answer);
    assertThat(answer.body()).contains("at most 50 parameters, found 51");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: ",
        "Content-Type: text/plain",
        "Content-Type: application/json, text/plain",
        "Content-Type: application/json\nContent-Type: text/plain",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/json; charset=none",
        "Content-Type: application/json; charset=\"(/)\"",
        "Content-Type: application/json; charset=",
        "Content-Type: application/x-www-form-urlencoded; charset=none",
        "Content-Type: application/json\nContent-Encoding: gzip"
      })
  void otherContentIsNotRead(String headers) throws IOException {
    for (String path : List.of("/v1/decisions?dryRun=true", "/v1/decisions/batch?dryRun=true")) {
      String head = "POST " + path + " HTTP/1.1\nHost: localhost:" + port() + "\n" + headers;
      Wire.Answer answer = Wire.send(port(), head, Running.exampleCase());
      assertRefused(answer);
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.body()).contains("Content-");
    }
    String form = "POST /try HTTP/1.1\nHost: localhost:" + port() + "\n" + headers;
    assertThat(Wire.send(port(), form, "json={}").status()).isEqualTo(415);
  }

  @Test
  void oversizeTargetsHeadersAndBodiesAreRefused() throws IOException {
    assertRefused(get("/" + "a".repeat(20_000)));
    assertRefused(get("/v1/vocabulary?a=" + "a".repeat(20_000)));
    String head = "GET /health/live HTTP/1.1\nHost: localhost:" + port();
    assertRefused(Wire.send(port(), head + "\nA: " + "a".repeat(20_000), ""));
    assertRefused(Wire.send(port(), head + "\nA: b".repeat(5_000), ""));
    String form = "POST /try HTTP/1.1\nHost: localhost:" + port();
    String type = "\nContent-Type: application/x-www-form-urlencoded";
    assertRefused(Wire.send(port(), form + type, "json=" + "a".repeat(5_100_000)));
  }

  /** What stands after the request line and Host of a POST to the decisions. */
  static Stream<String> brokenFrames() {
    return Stream.of(
        "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
        "Content-Length: 2, 40\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: +2\r\n\r\n{}",
        "Content-Length: 0x2\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: 100\r\n\r\n{}",
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip\r\n\r\n{}",
        "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding:\r\n chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n50\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "A: b\u0000c\r\nContent-Length: 2\r\n\r\n{}",
        "A: b\rc\r\nContent-Length: 2\r\n\r\n{}",
        ": b\r\nContent-Length: 2\r\n\r\n{}",
        "A b: c\r\nContent-Length: 2\r\n\r\n{}",
        "Expect: something\r\nContent-Length: 2\r\n\r\n{}");
  }

  /** A second request hides behind each: it must not be answered as one. */
  @ParameterizedTest
  @MethodSource("brokenFrames")
  void whereABodyEndsIsNeverGuessed(String rest) throws IOException {
    String host = "Host: localhost:" + port() + "\r\n";
    String hidden = "GET /v1/vocabulary HTTP/1.1\r\n" + host + "\r\n";
    String request =
        "POST /v1/decisions?dryRun=true HTTP/1.1\r\n"
            + host
            + "Content-Type: application/json\r\n"
            + rest
            + (rest.contains(": 100\r") || rest.contains("50\r") || rest.endsWith("}\r\n")
                ? ""
                : hidden);
    String all = Wire.exactly(port(), request.getBytes(StandardCharsets.ISO_8859_1), true);
    assertRefused(Wire.answer(all));
    assertThat(all.split("HTTP/1\\.1 \\d", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\u0000\u0000\u0000\u0000\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "{\"customer\":{}}\r\n\r\n"
      })
  void whatIsNoHttpIsRefusedBelowIt(String bytes) throws IOException {
    assertRefused(
        Wire.answer(Wire.exactly(port(), bytes.getBytes(StandardCharsets.ISO_8859_1), true)));
  }
}
