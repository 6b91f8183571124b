package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.Role;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every status that the OpenAPI document promises is provoked on every route that promises it, and
 * the answer has the documented form. A route with a status that no line here provokes fails.
 */
class EveryStatusTest {

  /** How to provoke a status. */
  @FunctionalInterface
  private interface Provocation {
    Wire.Answer of(OpenApiTest.Route route);
  }

  /** Cannot be asked for: our own mistakes; a slow body is tried by SlowClientsTest. */
  private static final Set<String> ELSEWHERE = Set.of("500", "408");

  /** Answered while the policy is being loaded, too; conflicts of versions: PolicyLifeTest. */
  private static final Set<String> ALWAYS_OPEN =
      Set.of("/health/live", "/metrics", "/openapi.json");

  /** Declared, and asked about before it is sent. */
  private static final String TOO_LARGE = "\nExpect: 100-continue\nContent-Length: 3000000000";

  /** By status, or by status and operationId where a route is special. */
  private static final Map<String, Provocation> PROVOCATIONS = new TreeMap<>();

  private static final Map<Role, String> SECRETS = new EnumMap<>(Role.class);

  private static HttpServer loading;

  /** One request a second and key. */
  private static Guarded guarded;

  /** The same keys, and as many requests as usual. */
  private static Guarded patient;

  static {
    PROVOCATIONS.put("400", r -> send(r, r.target("x").split("\\?")[0] + "?%zz", "", "{}"));
    PROVOCATIONS.put("401", r -> send(guarded.server().port(), r, r.target("x"), "", ""));
    PROVOCATIONS.put("403", EveryStatusTest::notAllowed);
    PROVOCATIONS.put("404", r -> send(r, r.target("nothing"), type(r), "{}"));
    PROVOCATIONS.put("404 postPolicies", EveryStatusTest::onNoBase);
    PROVOCATIONS.put("404 postPoliciesByVersionApproval", EveryStatusTest::onNoVersion);
    PROVOCATIONS.put("404 postPoliciesByVersionActivation", EveryStatusTest::onNoVersion);
    PROVOCATIONS.put("409 postDecisions", EveryStatusTest::takenKey);
    PROVOCATIONS.put("409 postDecisionsByIdOutcomes", EveryStatusTest::takenKeyOfAnOutcome);
    PROVOCATIONS.put(
        "422 postDecisionsByIdOutcomes",
        r -> send(r, r.target(recorded()), type(r), "{\"type\": \"REFUSED\", \"action\": \"X\"}"));
    PROVOCATIONS.put("413", r -> send(r, r.target("x"), type(r) + TOO_LARGE, ""));
    PROVOCATIONS.put("415", r -> send(r, r.target("x"), "\nContent-Type: text/plain", "{}"));
    PROVOCATIONS.put("421", r -> send(r, r.target("x"), "\nX-Forwarded-For: 10.0.0.1", ""));
    PROVOCATIONS.put("422", r -> send(r, r.target("x"), type(r), "{}"));
    PROVOCATIONS.put("429", r -> untilStatus(429, r, Role.CRM));
    PROVOCATIONS.put("501", r -> send(r, r.path(), type(r), Running.exampleCase()));
    PROVOCATIONS.put("503", EveryStatusTest::tooEarly);
  }

  @BeforeAll
  static void listen() throws IOException {
    loading = HttpServer.listen("127.0.0.1", 0, Clock.systemUTC());
    guarded = Guarded.open(new Doorkeeper.Rules(1, Duration.ofHours(12)));
    for (Role role : Role.values()) {
      SECRETS.put(role, guarded.key(role.written(), Optional.empty(), role).secret());
    }
    guarded.awaitStatus("", 401);
    patient = guarded.replica();
  }

  @AfterAll
  static void stop() {
    patient.close();
    guarded.close();
    loading.stop();
  }

  private static String type(OpenApiTest.Route route) {
    return "\nContent-Type: " + route.media();
  }

  private static Wire.Answer send(
      OpenApiTest.Route route, String target, String headers, String body) {
    return send(Running.server().port(), route, target, headers, body);
  }

  private static Wire.Answer send(
      int port, OpenApiTest.Route route, String target, String headers, String body) {
    String head = route.method() + " " + target + " HTTP/1.1\nHost: localhost:" + port + headers;
    return Wire.send(port, head, route.method().equals("GET") ? "" : body);
  }

  /** Writing for another site, or reading with a key of another role. */
  private static Wire.Answer notAllowed(OpenApiTest.Route route) {
    if (!route.method().equals("GET")) {
      return send(route, route.target("x"), "\nOrigin: http://evil.example", "{}");
    }
    String roles = route.operation().path("x-roles").toString();
    Role other =
        Stream.of(Role.values())
            .filter(role -> !roles.contains('"' + role.written() + '"'))
            .findFirst()
            .orElseThrow();
    String key = "\nAuthorization: Bearer " + SECRETS.get(other);
    return send(patient.server().port(), route, route.target("x"), key, "");
  }

  private static Wire.Answer untilStatus(int status, OpenApiTest.Route route, Role role) {
    String key = "\nAuthorization: Bearer " + SECRETS.get(role);
    Wire.Answer answer = send(guarded.server().port(), route, route.target("x"), key, "");
    for (int i = 0; i < 1_000 && answer.status() != status; i++) {
      answer = send(guarded.server().port(), route, route.target("x"), key, "");
    }
    return answer;
  }

  private static Wire.Answer tooEarly(OpenApiTest.Route route) {
    return send(loading.port(), route, route.target("x"), type(route), "{}");
  }

  private static Wire.Answer onNoVersion(OpenApiTest.Route route) {
    boolean activates = route.path().endsWith("/activation");
    String expected = activates ? ", \"expectedActive\": \"none\"" : "";
    return send(route, route.target("nothing"), type(route), "{\"note\": \"why\"" + expected + "}");
  }

  private static Wire.Answer onNoBase(OpenApiTest.Route route) {
    String part = "Content-Disposition: form-data; name=\"note\"\r\n\r\nwhy";
    String body = "--b\r\n" + part + "\r\n--b--\r\n";
    return send(route, "/v1/policies?base=nothing", type(route) + "; boundary=b", body);
  }

  private static Wire.Answer takenKey(OpenApiTest.Route route) {
    String headers = type(route) + "\nIdempotency-Key: every-status";
    send(route, route.path(), headers, Running.exampleCase());
    return send(route, route.path(), headers, Running.exampleCase() + " ");
  }

  /** Needs a version whose rules are not installed here. */
  private static boolean isReplay(OpenApiTest.Route route) {
    return route.operation().get("operationId").asText().equals("getDecisionsById");
  }

  private static String recorded() {
    return Ledgers.fresh().record(Running.exampleCase()).get("id").asText();
  }

  private static Wire.Answer takenKeyOfAnOutcome(OpenApiTest.Route route) {
    String headers = type(route) + "\nIdempotency-Key: " + java.util.UUID.randomUUID();
    String target = route.target(recorded());
    send(route, target, headers, "{\"type\": \"CONTACTED\"}");
    return send(route, target, headers, "{\"type\": \"NO_ANSWER\"}");
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentedStatusIsAnswered() {
    return OpenApiTest.routes()
        .flatMap(
            route ->
                route.operation().get("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(status -> !status.startsWith("2") && !ELSEWHERE.contains(status))
                    .filter(s -> !(s.equals("409") && route.path().startsWith("/v1/policies")))
                    .filter(s -> !(s.equals("409") && isReplay(route)))
                    .filter(s -> !(s.equals("503") && ALWAYS_OPEN.contains(route.path())))
                    .map(
                        status ->
                            dynamicTest(
                                status + " " + route.method() + " " + route.path(),
                                () -> provoke(route, status))));
  }

  private static void provoke(OpenApiTest.Route route, String status) {
    String id = route.operation().get("operationId").asText();
    Provocation provocation =
        PROVOCATIONS.getOrDefault(status + " " + id, PROVOCATIONS.get(status));
    if (provocation == null) {
      fail("how is %s of %s provoked? add a line to PROVOCATIONS", status, id);
      return;
    }
    Wire.Answer answer = provocation.of(route);
    assertThat(answer.status()).as(answer.body()).hasToString(status);
    Documented.check(
        route.method(),
        route.path().replaceAll("\\{\\w+}", "x"),
        answer.status(),
        answer.header("Content-Type"),
        answer.body());
  }
}
