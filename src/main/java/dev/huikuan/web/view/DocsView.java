package dev.huikuan.web.view;

import java.util.List;

/** The docs page: the OpenAPI document, to be read by people. */
public record DocsView(
    Frame frame,
    List<String> about,
    List<Endpoint> endpoints,
    List<Schema> schemas,
    String example) {

  /**
   * One route.
   *
   * @param roles who may, in words
   */
  public record Endpoint(
      String method,
      String path,
      String anchor,
      String summary,
      String description,
      String roles,
      List<Row> parameters,
      String media,
      String request,
      List<Answer> answers) {}

  /** A status with what it means and the name of its schema, which may be empty. */
  public record Answer(String status, String meaning, String schema) {}

  /** A named schema. */
  public record Schema(String name, String meaning, List<Row> rows) {}

  /** A property; {@code depth} is how deep it is nested. */
  public record Row(String name, int depth, String type, boolean required, String meaning) {}
}
