package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI document says what the service does: every route answers by its own schema. */
class OpenApiTest {

  /** One operation of the document. */
  record Route(String method, String path, JsonNode operation) {

    /** The type of its body; empty when it takes none. */
    String media() {
      return operation.at("/requestBody/content").properties().stream()
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    }

    /** The path with this in place of its parameters, and the query it cannot do without. */
    String target(String part) {
      boolean recorded = operation.get("parameters").findValuesAsText("name").contains("dryRun");
      String query = recorded ? "?dryRun=true" : "";
      return path.replaceAll("\\{\\w+}", Matcher.quoteReplacement(part)) + query;
    }
  }

  static JsonNode document() {
    return Documented.document();
  }

  static Stream<Route> routes() {
    return document().get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        method ->
                            new Route(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue())));
  }

  /** What to call a route with that is no plain GET, by operationId; a new route takes a line. */
  private static final Map<String, Supplier<HttpResponse<String>>> CALLS =
      Map.of(
          "postDecisions",
          () -> Running.decide(Running.exampleCase()),
          "postDecisionsByIdOutcomes",
          () -> Ledgers.report(recorded(), "{'type': 'NO_ANSWER'}"),
          "postDecisionsBatch",
          () ->
              Running.batch(
                  Running.exampleCase().replace("\n", " ") + "\n{}",
                  "Content-Type",
                  "application/x-ndjson"));

  /** What stands for a parameter of a path; a new parameter takes a line. */
  private static final Map<String, Supplier<String>> PARAMETERS =
      Map.of(
          "{id}",
          OpenApiTest::recorded,
          "{version}",
          () -> RestContractTest.body(Running.get("/v1/policies")).get("active").asText());

  private static String recorded() {
    return Ledgers.fresh().record(Running.exampleCase()).get("id").asText();
  }

  /** What changes versions of the policy is called by PolicyLifeTest and SimulationRoutesTest. */
  private static boolean needsAVersionThatLives(Route route) {
    boolean policy = route.path().startsWith("/v1/policies") && !route.method().equals("GET");
    return policy || route.path().startsWith("/v1/simulations");
  }

  private static HttpResponse<String> call(Route route) {
    String id = route.operation().get("operationId").asText();
    if (CALLS.containsKey(id)) {
      return CALLS.get(id).get();
    }
    assertThat(route.method()).as("how to call " + id + "? add a line to CALLS").isEqualTo("GET");
    String path = route.path();
    for (Map.Entry<String, Supplier<String>> parameter : PARAMETERS.entrySet()) {
      path = path.replace(parameter.getKey(), parameter.getValue().get());
    }
    return Running.get(path);
  }

  /** Faults of an answer against a schema of the document. */
  static List<String> faults(String name, String answer) {
    return Documented.faults(
        JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name), answer);
  }

  @Test
  void itIsOpenApi31InTheReadersLanguage() {
    assertThat(document().get("openapi").asText()).isEqualTo("3.1.0");
    JsonNode chinese = RestContractTest.body(Running.get("/openapi.json", "Accept-Language", "zh"));
    assertThat(chinese.at("/paths/~1v1~1decisions/post/summary").asText()).isEqualTo("对一个案例作出决策");
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentedRouteAnswersWellByItsSchema() {
    return routes()
        .filter(route -> !needsAVersionThatLives(route))
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.method() + " " + route.path(),
                    () -> {
                      HttpResponse<String> answer = call(route);
                      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
                      Documented.check(answer);
                    }));
  }

  /** An object that may have properties beyond those named would hide an undocumented one. */
  @TestFactory
  Stream<DynamicTest> everyObjectOfAnAnswerNamesAllItsProperties() {
    return document().at("/components/schemas").properties().stream()
        .map(
            schema ->
                DynamicTest.dynamicTest(
                    schema.getKey(), () -> assertClosed(schema.getValue(), schema.getKey())));
  }

  private static void assertClosed(JsonNode schema, String place) {
    boolean describes = schema.isObject() && schema.path("properties").isObject();
    if (describes && !place.endsWith("/properties")) {
      assertThat(schema.path("additionalProperties").isBoolean()).as(place).isTrue();
      assertThat(schema.get("additionalProperties").asBoolean()).as(place).isFalse();
    }
    schema.properties().forEach(e -> assertClosed(e.getValue(), place + "/" + e.getKey()));
  }

  @Test
  void everyOperationHasANameOfItsOwnAndAGroup() {
    List<String> ids = routes().map(r -> r.operation().get("operationId").asText()).toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[a-z]+[A-Za-z0-9]+"))
        .contains("postDecisions", "postDecisionsBatch", "getPoliciesByVersion", "getHealthLive");
    List<String> tags = document().get("tags").findValuesAsText("name");
    assertThat(routes().map(r -> r.operation().at("/tags/0").asText())).isSubsetOf(tags);
    assertThat(tags).doesNotHaveDuplicates().contains("decisions", "policies");
  }

  @Test
  void everyRouteUnderV1AndHealthIsDocumented() {
    assertThat(document().get("paths").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "/v1/decisions",
            "/v1/decisions/batch",
            "/v1/decisions/{id}",
            "/v1/decisions/{id}/outcomes",
            "/v1/worklist",
            "/v1/portfolio/summary",
            "/v1/vocabulary",
            "/v1/policies",
            "/v1/policies/{version}",
            "/v1/policies/{version}/approval",
            "/v1/policies/{version}/activation",
            "/v1/policies/{version}/simulation",
            "/v1/simulations/{id}",
            "/v1/audit",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json");
  }

  @Test
  void theExampleFitsTheCaseSchemaAndABrokenOneDoesNot() {
    assertThat(faults("Case", Running.exampleCase())).isEmpty();
    assertThat(faults("Case", "{\"customer\": {}, \"receivables\": 3}")).isNotEmpty();
  }

  @Test
  void problemsFitTheirSchema() {
    for (HttpResponse<String> problem :
        List.of(Running.decide("{}"), Running.decide("{"), Running.get("/v1/policies/nothing"))) {
      assertThat(faults("Problem", problem.body())).isEmpty();
    }
  }

  @Test
  void theDocumentKeepsToWhatOpenApiAllowsAndItsSchemasToJsonSchema() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Path allowed = Path.of("src/test/resources/openapi/document.schema.json");
    assertThat(
            registry
                .getSchema(Files.readString(allowed), InputFormat.JSON)
                .validate(document().toString(), InputFormat.JSON))
        .isEmpty();
    Schema jsonSchema =
        registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(jsonSchema.validate("{\"type\": \"objekt\"}", InputFormat.JSON)).isNotEmpty();
    document()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(jsonSchema.validate(schema.getValue().toString(), InputFormat.JSON))
                    .as(schema.getKey())
                    .isEmpty());
  }

  @Test
  void theParametersOfAPathAreThoseThatAreDescribed() {
    routes()
        .forEach(
            route -> {
              List<String> inPath =
                  Pattern.compile("\\{(\\w+)}")
                      .matcher(route.path())
                      .results()
                      .map(found -> found.group(1))
                      .toList();
              List<String> described = new ArrayList<>();
              for (JsonNode parameter : route.operation().get("parameters")) {
                if (parameter.get("in").asText().equals("path")) {
                  described.add(parameter.get("name").asText());
                }
              }
              assertThat(described).as(route.path()).isEqualTo(inPath);
            });
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
