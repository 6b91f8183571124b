package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once there is a key nobody comes in without one, and each key does only what its roles may. */
class AccessByKeyTest {

  private static final Map<Role, String> SECRETS = new EnumMap<>(Role.class);

  private static Guarded guarded;

  @BeforeAll
  static void start() {
    guarded = Guarded.open(new Doorkeeper.Rules(100_000, Duration.ofHours(12)));
    for (Role role : Role.values()) {
      SECRETS.put(role, guarded.key(role.written(), Optional.empty(), role).secret());
    }
    SECRETS.values().forEach(guarded::awaitKnown);
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<String> call(String method, String path, Optional<String> secret) {
    var request =
        guarded
            .request(path.replaceAll("\\{[^}]*}", "none"))
            .header("Content-Type", "application/json")
            .method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody());
    secret.ifPresent(s -> request.header("Authorization", "Bearer " + s));
    return guarded.send(request);
  }

  /**
   * Made from the document, which is made from the route table: new routes are in by themselves.
   */
  @TestFactory
  Stream<DynamicTest> eachRouteIsForItsRolesAndNobodyElse() {
    JsonNode paths = RestContractTest.body(guarded.get("/openapi.json")).get("paths");
    List<DynamicTest> tests = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    method.getKey() + " " + path.getKey(),
                                    () ->
                                        forItsRoles(
                                            method.getKey(), path.getKey(), method.getValue())))));
    return tests.stream();
  }

  private static void forItsRoles(String method, String path, JsonNode operation) {
    if (operation.get("security").isEmpty()) {
      assertThat(path).matches("/health/.*|/openapi\\.json");
      assertThat(call(method, path, Optional.empty()).statusCode()).isEqualTo(200);
      return;
    }
    assertThat(operation.get("responses").has("401")).isTrue();
    assertThat(operation.get("responses").has("429")).isTrue();
    assertThat(call(method, path, Optional.empty()).statusCode()).isEqualTo(401);
    List<String> roles = new ArrayList<>();
    operation.path("x-roles").forEach(role -> roles.add(role.textValue()));
    for (Role role : Role.values()) {
      HttpResponse<String> answer = call(method, path, Optional.of(SECRETS.get(role)));
      boolean may = roles.isEmpty() || roles.contains(role.written());
      if (may) {
        assertThat(answer.statusCode()).as(role + answer.body()).isNotIn(401, 403, 500);
      } else {
        assertThat(operation.get("responses").has("403")).isTrue();
        assertThat(answer.statusCode()).as(role + answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:huikuan:problem:FORBIDDEN").contains(roles);
      }
    }
  }

  /** The contract's own words, so that the table cannot drift together with the document. */
  @ParameterizedTest
  @CsvSource({
    "POST, /v1/decisions?dryRun=true, crm collector",
    "POST, /v1/decisions/batch?dryRun=true, crm",
    "GET, /v1/audit, admin",
    "GET, /v1/vocabulary, crm collector analyst approver admin",
    "GET, /v1/policies, crm collector analyst approver admin"
  })
  void theRolesAreThoseOfTheContract(String method, String path, String roles) {
    for (Role role : Role.values()) {
      int status = call(method, path, Optional.of(SECRETS.get(role))).statusCode();
      boolean may = List.of(roles.split(" ")).contains(role.written());
      assertThat(status == 403).as("%s by %s: %s", path, role, status).isEqualTo(!may);
    }
  }

  @Test
  void withoutAKeyTheAnswerSaysHowToSendOne() {
    HttpResponse<String> answer = guarded.get("/v1/policies");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"huikuan\"");
    assertThat(answer.body()).contains("UNAUTHENTICATED", "Authorization: Bearer");
    HttpResponse<String> chinese =
        guarded.send(guarded.request("/v1/policies").header("Accept-Language", "zh"));
    assertThat(RestContractTest.body(chinese).get("detail").asText()).contains("密钥由管理员用");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Basic dXNlcjpwYXNz",
        "Bearer hk_0000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Bearer SECRETx",
        "Bearer SECRET, Bearer SECRET",
        "SECRET"
      })
  void whatIsNoKeyIsRefused(String authorization) {
    String value = authorization.replace("SECRET", SECRETS.get(Role.ADMIN));
    HttpResponse<String> answer =
        guarded.send(guarded.request("/v1/policies").header("Authorization", value));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(answer.body()).doesNotContain(SECRETS.get(Role.ADMIN));
  }

  @Test
  void twoKeysAtOnceAreNone() {
    HttpResponse<String> answer =
        guarded.send(
            guarded
                .request("/v1/policies")
                .header("Authorization", "Bearer " + SECRETS.get(Role.CRM))
                .header("Authorization", "Bearer " + SECRETS.get(Role.ADMIN)));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void theSchemesNameMayBeWrittenAnyhow() {
    for (String scheme : List.of("bearer ", "BEARER ", "Bearer  ")) {
      HttpResponse<String> answer =
          guarded.send(
              guarded
                  .request("/v1/policies")
                  .header("Authorization", scheme + SECRETS.get(Role.CRM)));
      assertThat(answer.statusCode()).as(scheme).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/policies/",
        "/v1//policies",
        "//v1/policies",
        "/assets/../v1/policies",
        "/assets/%2e%2e/v1/policies",
        "/assets/..%2fv1/policies",
        "/health/live/../../v1/policies",
        "/docs;x/../v1/policies",
        "/docs/;/v1/policies",
        "/V1/policies",
        "/v1/policies;x",
        "/health/live;/../v1/policies",
        "/%76%31/policies",
        "/metrics",
        "/v1/none"
      })
  void noSpellingOfAnAddressGetsPastTheGuard(String path) {
    Wire.Answer answer =
        Wire.send(guarded.server().port(), "GET " + path + " HTTP/1.1\nHost: a.example", "");
    assertThat(answer.status()).isIn(303, 400, 401, 404);
    assertThat(answer.body()).doesNotContain("\"active\"");
  }

  @Test
  void behindAProxyAnyHostIsServedAndForwardingHeadersTellNothingOfTheCaller() {
    String request =
        "GET /v1/policies HTTP/1.1\nHost: receivables.example\nX-Forwarded-For: 127.0.0.1\n"
            + "X-Forwarded-User: admin\nForwarded: for=127.0.0.1";
    assertThat(Wire.send(guarded.server().port(), request, "").status()).isEqualTo(401);
    String withKey = request + "\nAuthorization: Bearer " + SECRETS.get(Role.CRM);
    assertThat(Wire.send(guarded.server().port(), withKey, "").status()).isEqualTo(200);
  }

  @Test
  void theAuditTellsWhoMadeWhichKey() {
    JsonNode audit = RestContractTest.body(guarded.get("/v1/audit", SECRETS.get(Role.ADMIN)));
    assertThat(OpenApiTest.faults("Audit", audit.toString())).isEmpty();
    assertThat(audit.at("/items").findValuesAsText("deed")).contains("KEY_ADDED");
    assertThat(audit.at("/items").findValuesAsText("detail")).contains("name=crm roles=crm");
    JsonNode first =
        RestContractTest.body(guarded.get("/v1/audit?limit=2", SECRETS.get(Role.ADMIN)));
    assertThat(first.get("items")).hasSize(2);
    JsonNode second =
        RestContractTest.body(
            guarded.get(
                "/v1/audit?limit=2&cursor=" + first.get("nextCursor").asText(),
                SECRETS.get(Role.ADMIN)));
    assertThat(second.get("items")).isNotEqualTo(first.get("items"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=-1"})
  void aStrangePageOfTheAuditIsRefused(String query) {
    HttpResponse<String> answer = guarded.get("/v1/audit?" + query, SECRETS.get(Role.ADMIN));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void aKeyOfOneLedgerDecidesItsOwnCasesAlone() {
    KeyDesk.Made east = guarded.key("east", Optional.of("east"), Role.CRM);
    guarded.awaitKnown(east.secret());
    String own =
        """
        {"ledger": "east", "customer": {"id": "C-1"}, "receivables": []}""";
    assertThat(guarded.decide(own, east.secret()).statusCode()).isEqualTo(200);
    for (String other :
        List.of(own.replace("east", "west"), own.replace("\"ledger\": \"east\", ", ""))) {
      HttpResponse<String> answer = guarded.decide(other, east.secret());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("FORBIDDEN", "`east`");
    }
    HttpResponse<String> batch =
        guarded.send(
            guarded
                .request("/v1/decisions/batch?dryRun=true")
                .header("Authorization", "Bearer " + east.secret())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(own + "\n" + own.replace("east", "west"))));
    List<String> lines = batch.body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"decision\"");
    assertThat(lines.get(1)).contains("urn:huikuan:problem:FORBIDDEN");
  }

  @Test
  void aPolicyIsDecidedAsBeforeByWhoeverMay() {
    HttpResponse<String> answer =
        guarded.decide(Running.exampleCase(), SECRETS.get(Role.COLLECTOR));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Running.decide(Running.exampleCase()).body());
  }
}
