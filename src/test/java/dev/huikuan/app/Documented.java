package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The OpenAPI document of the running service, held against every answer that a test gets: a route,
 * a status, a media type or a property that the document lacks fails the test that met it.
 */
final class Documented {

  /** The addresses of people, which the document does not describe. */
  private static final Pattern PAGES =
      Pattern.compile(
          "/|/try|/decisions/.*|/overview|/studio.*|/docs|/assets/.*|/sign-in|/sign-out");

  /** How requests are refused that lead to no route. */
  private static final Set<Integer> NO_ROUTE = Set.of(400, 403, 404, 405, 413, 415, 421, 503);

  private static final JsonNode DOCUMENT = read();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private Documented() {}

  static JsonNode document() {
    return DOCUMENT;
  }

  private static JsonNode read() {
    return parsed(Running.unchecked(Running.request("/openapi.json").GET()).body());
  }

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError("not JSON: " + json, broken);
    }
  }

  /** Fails unless the document has this answer. */
  static void check(HttpResponse<String> answer) {
    check(
        answer.request().method(),
        answer.uri().getPath(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.body());
  }

  static void check(String method, String path, int status, String type, String body) {
    String asked = method + " " + path + " " + status;
    Optional<JsonNode> operation = operation(method, path);
    if (operation.isEmpty()) {
      boolean page = PAGES.matcher(path).matches();
      assertThat(page || NO_ROUTE.contains(status)).as("not documented: " + asked).isTrue();
      return;
    }
    JsonNode response = operation.get().at("/responses/" + status);
    assertThat(response.isMissingNode()).as("status is not documented: " + asked).isFalse();
    String media = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    JsonNode content = response.path("content").path(media);
    assertThat(content.isMissingNode()).as(media + " is not documented: " + asked).isFalse();
    if (!method.equals("HEAD")) {
      String whole = media.endsWith("json") ? body : TextNode.valueOf(body).toString();
      List<String> parts = media.endsWith("ndjson") ? body.lines().toList() : List.of(whole);
      for (String part : parts) {
        assertThat(faults(content.get("schema"), part)).as(asked).isEmpty();
      }
    }
  }

  private static Optional<JsonNode> operation(String method, String path) {
    String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return DOCUMENT.get("paths").properties().stream()
        .filter(entry -> path.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
        .sorted((a, b) -> Boolean.compare(a.getKey().contains("{"), b.getKey().contains("{")))
        .map(entry -> entry.getValue().path(verb))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  /** What is wrong with an answer by a schema that stands in the document. */
  static List<String> faults(JsonNode schema, String answer) {
    return SCHEMAS
        .computeIfAbsent(schema.toString(), text -> compiled(schema))
        .validate(answer, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema compiled(JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", DOCUMENT.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON);
  }
}
