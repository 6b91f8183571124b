package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI document says what the service does: every route answers by its own schema. */
class OpenApiTest {

  private static JsonNode document() {
    return RestContractTest.body(Running.get("/openapi.json"));
  }

  private static String path(String template) {
    String active = RestContractTest.body(Running.get("/v1/policies")).get("active").asText();
    return template.replace("{version}", active);
  }

  private static HttpResponse<String> call(String method, String path) {
    if (path.endsWith("/batch")) {
      return Running.batch(
          Running.exampleCase().replace("\n", " ") + "\n{}",
          "Content-Type",
          "application/x-ndjson");
    }
    return method.equals("post")
        ? Running.decide(Running.exampleCase())
        : Running.send(
            Running.request(path).method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
  }

  /** Faults of an answer against a schema of the document. */
  static List<String> faults(JsonNode document, String name, String answer) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", document.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(answer, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  @Test
  void itIsOpenApi31InTheReadersLanguage() {
    assertThat(document().get("openapi").asText()).isEqualTo("3.1.0");
    JsonNode chinese = RestContractTest.body(Running.get("/openapi.json", "Accept-Language", "zh"));
    assertThat(chinese.at("/paths/~1v1~1decisions/post/summary").asText()).isEqualTo("对一个案例作出决策");
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentedRouteAnswersByItsSchema() {
    JsonNode document = document();
    return document.get("paths").properties().stream()
        .flatMap(
            route ->
                route.getValue().properties().stream()
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                method.getKey() + " " + route.getKey(),
                                () ->
                                    answers(
                                        document,
                                        route.getKey(),
                                        method.getKey(),
                                        method.getValue()))));
  }

  private static void answers(JsonNode document, String route, String method, JsonNode operation) {
    HttpResponse<String> answer = call(method, path(route));
    JsonNode documented = operation.at("/responses/" + answer.statusCode());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(documented.isMissingNode()).isFalse();
    String reference = documented.at("/content/application~1json/schema/$ref").asText();
    String ofALine = documented.at("/content/application~1x-ndjson/schema/$ref").asText();
    if (!ofALine.isEmpty()) {
      assertThat(answer.body().lines())
          .hasSize(3)
          .allSatisfy(line -> assertThat(faults(document, "BatchLine", line)).isEmpty());
    }
    if (!reference.isEmpty()) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      assertThat(faults(document, name, answer.body())).isEmpty();
    }
  }

  @Test
  void everyRouteUnderV1AndHealthIsDocumented() {
    assertThat(document().get("paths").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "/v1/decisions",
            "/v1/decisions/batch",
            "/v1/vocabulary",
            "/v1/policies",
            "/v1/policies/{version}",
            "/v1/audit",
            "/health/live",
            "/health/ready",
            "/openapi.json");
  }

  @Test
  void theExampleFitsTheCaseSchemaAndABrokenOneDoesNot() {
    JsonNode document = document();
    assertThat(faults(document, "Case", Running.exampleCase())).isEmpty();
    assertThat(faults(document, "Case", "{\"customer\": {}, \"receivables\": 3}")).isNotEmpty();
  }

  @Test
  void problemsFitTheirSchema() {
    JsonNode document = document();
    for (HttpResponse<String> problem :
        List.of(Running.decide("{}"), Running.decide("{"), Running.get("/v1/policies/nothing"))) {
      assertThat(faults(document, "Problem", problem.body())).isEmpty();
    }
  }

  @Test
  void everyReferenceOfTheDocumentLeadsSomewhere() {
    JsonNode document = document();
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void theDocsPageShowsEveryRouteInBothLanguages() {
    String english = Running.get("/docs?lang=en").body();
    document()
        .get("paths")
        .properties()
        .forEach(route -> assertThat(english).contains("<code>" + route.getKey() + "</code>"));
    assertThat(english).contains("Decide one case", "INVALID_CASE", "5 MB", "creditScore");
    assertThat(english).contains("Roles that may: crm, collector", "no key is needed");
    assertThat(Running.get("/docs?lang=zh").body()).contains("对一个案例作出决策");
  }
}
