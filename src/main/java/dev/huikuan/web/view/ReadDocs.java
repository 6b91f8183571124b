package dev.huikuan.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.web.view.DocsView.Answer;
import dev.huikuan.web.view.DocsView.Endpoint;
import dev.huikuan.web.view.DocsView.Row;
import dev.huikuan.web.view.DocsView.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes the docs page of the OpenAPI document. */
public final class ReadDocs {

  private static final String EXAMPLE =
      """
      curl -s -X POST 'http://%s/v1/decisions?dryRun=true' \\
        -H 'Content-Type: application/json' -H 'Accept-Language: %s' \\
        --data '{ "asOf": "2026-11-21",
          "customer": { "id": "C-1001", "segment": "KEY", "creditScore": 640 },
          "receivables": [ { "id": "INV-1", "amount": 500000, "outstanding": 320000,
            "dueOn": "2026-09-19" } ] }'
      """;

  private ReadDocs() {}

  /**
   * @param host by which the reader reaches the service
   */
  public static DocsView of(Frame frame, String host, JsonNode openApi) {
    return new DocsView(
        frame,
        openApi.at("/info/description").asText().lines().toList(),
        endpoints(frame, openApi),
        schemas(openApi),
        EXAMPLE.formatted(host, frame.language().tag()));
  }

  private static List<Endpoint> endpoints(Frame frame, JsonNode openApi) {
    List<Endpoint> endpoints = new ArrayList<>();
    openApi
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            endpoints.add(
                                endpoint(
                                    frame, path.getKey(), method.getKey(), method.getValue()))));
    return endpoints;
  }

  private static Endpoint endpoint(Frame frame, String path, String method, JsonNode operation) {
    String anchor = (method + path).replaceAll("[^a-zA-Z0-9]+", "-");
    List<Row> parameters =
        StreamSupport.stream(operation.get("parameters").spliterator(), false)
            .map(
                p ->
                    new Row(
                        p.get("name").asText(),
                        0,
                        p.get("in").asText() + ", " + p.at("/schema/type").asText(),
                        p.get("required").asBoolean(),
                        p.get("description").asText()))
            .toList();
    return new Endpoint(
        method.toUpperCase(Locale.ROOT),
        path,
        anchor,
        operation.get("summary").asText(),
        operation.get("description").asText(),
        roles(frame, operation),
        parameters,
        media(operation.at("/requestBody/content")),
        name(operation.at("/requestBody/content")),
        answers(operation.get("responses")));
  }

  private static String roles(Frame frame, JsonNode operation) {
    if (operation.get("security").isEmpty()) {
      return frame.t(Phrase.NO_KEY);
    }
    String roles =
        StreamSupport.stream(operation.path("x-roles").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return roles.isEmpty() ? frame.t(Phrase.ANY_KEY) : roles;
  }

  private static List<Answer> answers(JsonNode responses) {
    return responses.properties().stream()
        .map(
            answer ->
                new Answer(
                    answer.getKey(),
                    answer.getValue().get("description").asText(),
                    name(answer.getValue().get("content"))))
        .toList();
  }

  private static String media(JsonNode content) {
    return content.properties().stream().map(Map.Entry::getKey).findFirst().orElse("");
  }

  /** Name of the schema of the only media type. */
  private static String name(JsonNode content) {
    return StreamSupport.stream(content.spliterator(), false)
        .map(media -> media.at("/schema/$ref").asText())
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .findFirst()
        .orElse("");
  }

  private static List<Schema> schemas(JsonNode openApi) {
    JsonNode all = openApi.at("/components/schemas");
    return all.properties().stream()
        .map(
            schema ->
                new Schema(
                    schema.getKey(),
                    schema.getValue().path("description").asText(),
                    new SchemaRows(openApi).of(schema.getValue())))
        .toList();
  }
}
