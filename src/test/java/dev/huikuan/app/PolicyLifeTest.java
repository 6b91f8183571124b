package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of the policy from upload to rollback, through HTTP on a real database. */
@Tag("once")
class PolicyLifeTest {

  private LiveService service;
  private String first;

  @BeforeEach
  void start() throws Exception {
    service = LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.saying("first")).start();
    first = service.active();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(body(answer).get("type").asText()).isEqualTo("urn:huikuan:problem:" + code);
    assertThat(OpenApiTest.faults("Problem", answer.body())).isEmpty();
  }

  private static void assertFits(HttpResponse<String> answer, int status, String schema) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(OpenApiTest.faults(schema, answer.body())).isEmpty();
  }

  private JsonNode version(String version) {
    return body(service.get("/v1/policies/" + version));
  }

  private String status(String version) {
    return version(version).get("status").asText();
  }

  @Test
  void aDraftWithErrorsIsReportedAtItsCellsAndCannotBeApproved() {
    String broken = SmallPolicy.table("second").replace("COLLECTION_CALL", "COLECTION_CALL");
    HttpResponse<String> made =
        service.upload("", List.of(SmallPolicy.file(SmallPolicy.TABLE, broken)));
    assertFits(made, 201, "CheckReport");
    JsonNode report = body(made);
    String version = report.get("policyVersion").asText();
    assertThat(made.headers().firstValue("Location")).contains("/v1/policies/" + version);
    assertThat(report.get("errors").asInt()).isEqualTo(1);
    assertThat(report.at("/findings/0/location").asText()).isEqualTo(SmallPolicy.TABLE + "#C5");
    HttpResponse<String> stored = service.getChinese("/v1/policies/" + version);
    assertFits(stored, 200, "PolicyDetail");
    assertThat(body(stored).at("/check/findings/0/message").asText()).contains("没有");
    assertThat(status(version)).isEqualTo("DRAFT");
    HttpResponse<String> refused = service.approve(version);
    assertProblem(refused, 409, "POLICY_STATE");
    assertThat(body(refused).get("detail").asText()).contains("is DRAFT", "upload a corrected");
    assertProblem(service.activate(version, first), 409, "POLICY_STATE");
    assertThat(service.active()).isEqualTo(first);
  }

  @Test
  void aDraftWhoseScenarioFailsCannotBeApproved() {
    HttpResponse<String> made =
        service.upload(
            "",
            List.of(
                SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table("second")),
                SmallPolicy.file(SmallPolicy.SCENARIOS, SmallPolicy.scenarios("FORMAL_DEMAND"))));
    assertFits(made, 201, "CheckReport");
    assertThat(body(made).at("/scenarios/failed")).hasSize(1);
    assertThat(body(made).get("errors").asInt()).isZero();
    assertProblem(service.approve(body(made).get("policyVersion").asText()), 409, "POLICY_STATE");
  }

  @Test
  void aGoodDraftIsApprovedActivatedAndRolledBackAndTheHistoryTells() {
    String second = service.draft("second");
    assertThat(status(second)).isEqualTo("CHECKED");
    assertThat(version(second).get("base").asText()).isEqualTo(first);
    assertProblem(service.activate(second, first), 409, "POLICY_STATE");
    assertFits(service.approve(second), 200, "PolicyItem");
    assertProblem(service.activate(second, "another"), 409, "ACTIVE_CHANGED");
    assertFits(service.activate(second, first), 200, "PolicyItem");
    assertThat(service.decide().body()).contains("second").contains(second);
    assertThat(status(first)).isEqualTo("SUPERSEDED");
    HttpResponse<String> late = service.activate(first, first);
    assertProblem(late, 409, "ACTIVE_CHANGED");
    assertThat(body(late).get("detail").asText()).contains(second);
    assertThat(service.activate(first, second).statusCode()).isEqualTo(200);
    assertThat(service.decide().body()).contains("first").contains(first);
    JsonNode history = version(second).get("history");
    assertThat(history.findValuesAsText("kind"))
        .containsExactly("DRAFTED", "APPROVED", "ACTIVATED", "SUPERSEDED");
    assertThat(history.findValuesAsText("who")).containsOnly("open mode");
    assertThat(history.get(0).get("note").asText()).isEqualTo("门槛调整 / new threshold");
    HttpResponse<String> list = service.get("/v1/policies");
    assertFits(list, 200, "Policies");
    assertThat(body(list).findValuesAsText("version")).containsExactly(second, first);
  }

  @Test
  void whatIsRejectedCanBeSentInAgain() {
    String second = service.draft("second");
    String path = "/v1/policies/" + second + "/approval";
    assertFits(service.post(path, "{\"note\": \"no\", \"approved\": false}"), 200, "PolicyItem");
    assertThat(status(second)).isEqualTo("REJECTED");
    assertProblem(service.approve(second), 409, "POLICY_STATE");
    assertThat(service.draft("second")).isEqualTo(second);
    assertThat(status(second)).isEqualTo("CHECKED");
    assertProblem(
        service.post(
            "/v1/policies/" + first + "/approval", "{\"note\": \"no\", \"approved\": false}"),
        409,
        "POLICY_STATE");
  }

  @Test
  void scenariosAloneReplaceThoseOfTheVersionAndApprovalIsNeededAgain() {
    String second = service.draft("second");
    service.approve(second);
    List<PolicyFile> failing =
        List.of(SmallPolicy.file(SmallPolicy.SCENARIOS, SmallPolicy.scenarios("FORMAL_DEMAND")));
    HttpResponse<String> made = service.upload("?base=" + second, failing);
    assertThat(body(made).get("policyVersion").asText()).isEqualTo(second);
    assertThat(body(made).at("/scenarios/failed")).hasSize(1);
    assertThat(status(second)).isEqualTo("DRAFT");
    assertThat(version(second).get("history").findValuesAsText("kind"))
        .containsExactly("DRAFTED", "APPROVED", "SCENARIOS_REPLACED");
    service.upload("", failing);
    assertThat(status(first)).isEqualTo("ACTIVE");
    assertThat(version(first).at("/check/scenarios/failed")).hasSize(1);
    service.upload("?base=" + second, List.of(), SmallPolicy.SCENARIOS);
    assertThat(status(second)).isEqualTo("CHECKED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules/holds.drl                  | rules are code",
        "decision-tables/x.drl            | rules are code",
        "../decision-tables/x.csv         | not usable as a name",
        "decision-tables/../rules/x.csv   | not usable as a name",
        "/etc/x.csv                       | not usable as a name",
        "decision-tables\\x.csv           | not usable as a name",
        "C:/decision-tables/x.csv         | not usable as a name",
        "decision-tables/.hidden.csv      | not usable as a name",
        "decision-tables/~$x.xlsx         | not usable as a name",
        "decision-tables/sub/x.csv        | expected `decision-tables/NAME.xlsx`",
        "decision-tables/x.xlsm           | expected `decision-tables/NAME.xlsx`",
        "decision-tables/x                | expected `decision-tables/NAME.xlsx`",
        "other/x.csv                      | expected `decision-tables/NAME.xlsx`",
        "test-scenarios/x.exe             | expected `decision-tables/NAME.xlsx`"
      })
  void namesThatAPolicyCannotHaveAreRefusedAtTheirPart(String name, String message) {
    HttpResponse<String> refused =
        service.upload(
            "",
            List.of(
                SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table("second")),
                SmallPolicy.file(name.replace("\\", "\\\\"), "a")));
    assertProblem(refused, 400, "MALFORMED");
    assertThat(body(refused).at("/errors/0/pointer").asText()).isEqualTo("/file/1");
    assertThat(body(refused).at("/errors/0/message").asText()).contains(message);
    assertThat(body(service.get("/v1/policies")).get("items")).hasSize(1);
  }

  @Test
  void everyFaultOfAnUploadIsNamedAtOnce() {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    LiveService.part(parts, "name=\"file\"; filename=\"rules/a.drl\"", new byte[1]);
    LiveService.part(parts, "name=\"delete\"", "nothing.csv".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> refused = service.multipart("", parts);
    assertProblem(refused, 400, "MALFORMED");
    assertThat(body(refused).get("errors").findValuesAsText("pointer"))
        .containsExactly("/delete/0", "/file/0", "/note");
    ByteArrayOutputStream unknown = new ByteArrayOutputStream();
    LiveService.part(unknown, "name=\"fil\"; filename=\"a.csv\"", new byte[1]);
    assertThat(body(service.multipart("", unknown)).at("/errors/0/pointer").asText())
        .isEqualTo("/fil");
  }

  @Test
  void aBareNameAndAChineseOneAreTablesAndOneOfTwoFormsOfAccentsIsKept() {
    String other =
        SmallPolicy.table("x").replace("next-action", "other").replace("nextAction", "-");
    HttpResponse<String> made =
        service.upload(
            "",
            List.of(SmallPolicy.file("下一步.csv", other), SmallPolicy.file("e\u0301.csv", other)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(body(made).get("findings").findValuesAsText("location"))
        .anyMatch(location -> location.startsWith("decision-tables/下一步.csv#"))
        .anyMatch(location -> location.startsWith("decision-tables/\u00e9.csv#"));
  }

  @Test
  void whatIsNoMultipartOrTooLargeIsRefused() {
    assertProblem(service.post("/v1/policies", "{}"), 415, "MEDIA_TYPE");
    HttpResponse<String> large =
        service.upload("", List.of(new PolicyFile(SmallPolicy.TABLE, new byte[20_000_001])));
    assertProblem(large, 413, "TOO_LARGE");
    assertProblem(
        LiveService.send(
            service
                .request("/v1/policies")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("nothing of it"))),
        400,
        "MALFORMED");
    assertProblem(service.upload("?base=none", List.of()), 404, "NOT_FOUND");
  }

  @Test
  void filesThatAreSmallEachButTooMuchTogetherAreRefused() {
    String row = "1,".repeat(499) + "1\n";
    List<PolicyFile> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(SmallPolicy.file("decision-tables/" + i + ".csv", row.repeat(800)));
    }
    HttpResponse<String> refused = service.upload("", files);
    assertProblem(refused, 413, "TOO_LARGE");
    assertThat(body(refused).get("detail").asText()).contains("1000000 cells");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | /note,/expectedActive",
        "{\"note\": \" \", \"expectedActive\": 7}    | /note,/expectedActive",
        "{\"note\": \"a\", \"expected\": \"b\"}      | /expected,/expectedActive",
        "[]                                          | ''",
        "{\"note\": \"a\", \"note\": \"b\"}          | ''",
        "{                                           | ''"
      })
  void aBodyOfAnActivationIsReadStrictly(String json, String pointers) {
    HttpResponse<String> refused = service.post("/v1/policies/" + first + "/activation", json);
    assertProblem(refused, 400, "MALFORMED");
    assertThat(String.join(",", body(refused).get("errors").findValuesAsText("pointer")))
        .isEqualTo(pointers);
  }

  @Test
  void versionsThatDoNotExistAreNotFound() {
    assertProblem(service.get("/v1/policies/none"), 404, "NOT_FOUND");
    assertProblem(service.approve("none"), 404, "NOT_FOUND");
    assertProblem(service.activate("none", first), 404, "NOT_FOUND");
    assertProblem(service.post("/v1/policies/none/simulation", ""), 404, "NOT_FOUND");
    assertProblem(service.get("/v1/simulations/none"), 404, "NOT_FOUND");
  }

  private static Principal named(String name) {
    return new Principal(name, Set.of(Role.ANALYST, Role.APPROVER), Optional.empty(), false);
  }

  private static Upload changing(String path, String text) {
    return new Upload(List.of(SmallPolicy.file(path, text)), List.of(), "why");
  }

  @Test
  void whoeverHadAPartInADraftDoesNotApproveIt() {
    PolicyLife life = service.workshops().life();
    Upload table = changing(SmallPolicy.TABLE, SmallPolicy.table("second"));
    String second = life.drafts().make(Optional.empty(), table, named("Ann")).version();
    Upload tests = changing("test-scenarios/more.csv", SmallPolicy.scenarios("COLLECTION_CALL"));
    life.drafts().make(Optional.of(second), tests, named("Bob"));
    for (String author : List.of("Ann", "Bob")) {
      assertThatThrownBy(() -> life.approvals().approve(second, "mine", named(author)))
          .isInstanceOfSatisfying(
              PolicyRefusal.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo(PolicyRefusal.Kind.OWN_DRAFT);
                assertThat(refused.reason().en()).contains("somebody else");
              });
    }
    life.approvals().approve(second, "not mine", named("Cai"));
    assertThat(status(second)).isEqualTo("APPROVED");
  }
}
