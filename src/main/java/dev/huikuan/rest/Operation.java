package dev.huikuan.rest;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one route says of itself; the OpenAPI document and the docs page are made of these.
 *
 * @param path with parameters in braces, as in OpenAPI
 * @param media type of body and good answer; of NDJSON the schemas describe one line
 * @param request schema of a JSON body; empty when none is read
 * @param reply status, media type and schema of the good answer
 * @param problems what else it may answer, besides what every route may
 * @param others further good answers, with other statuses
 * @param roles one of these is needed once there are keys; empty: anybody may
 */
record Operation(
    HandlerType method,
    String path,
    Text summary,
    Text description,
    List<Parameter> parameters,
    String media,
    Optional<String> request,
    Reply reply,
    List<ProblemCode> problems,
    List<Reply> others,
    Set<Role> roles) {

  static final String JSON = "application/json";
  static final String MULTIPART = "multipart/form-data";

  /** A parameter of the query or the path. */
  record Parameter(String name, String in, boolean required, String type, Text description) {}

  /** The good answer; {@code schema} names a component, or is empty for any JSON object. */
  record Reply(int status, Text description, String schema) {}

  /** An operation with one good answer. */
  Operation(
      HandlerType method,
      String path,
      Text summary,
      Text description,
      List<Parameter> parameters,
      String media,
      Optional<String> request,
      Reply reply,
      List<ProblemCode> problems,
      Set<Role> roles) {
    this(
        method,
        path,
        summary,
        description,
        parameters,
        media,
        request,
        reply,
        problems,
        List.of(),
        roles);
  }

  static Operation get(String path, Text summary, Text description, Reply reply) {
    return new Operation(
        HandlerType.GET,
        path,
        summary,
        description,
        List.of(),
        JSON,
        Optional.empty(),
        reply,
        List.of(),
        List.of(),
        Set.of());
  }

  Operation with(Parameter parameter, ProblemCode... problem) {
    return new Operation(
        method,
        path,
        summary,
        description,
        List.of(parameter),
        media,
        request,
        reply,
        List.of(problem),
        others,
        roles);
  }

  /** The same for those who have one of the roles. */
  Operation forRoles(Role... some) {
    return new Operation(
        method,
        path,
        summary,
        description,
        parameters,
        media,
        request,
        reply,
        problems,
        others,
        Set.of(some));
  }

  /** The media type of the good answer: JSON to a form. */
  String answerMedia() {
    return media.equals(MULTIPART) ? JSON : media;
  }

  Route answeredBy(Handler handler) {
    return new Route(this, handler);
  }
}
