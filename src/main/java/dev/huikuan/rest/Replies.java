package dev.huikuan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.records.RecordsUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How answers and problems are written; the only place that maps failures to responses. */
public final class Replies {

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final String PROBLEM_JSON = "application/problem+json";

  /** The response header with the id of the request, set before the doors are reached. */
  private static final String REQUEST_ID = "X-Request-Id";

  /** The attribute of a request under which the teller of pages is found. */
  private static final String PAGES = "pageTeller";

  private Replies() {}

  /** Says a problem to somebody who reads pages. */
  @FunctionalInterface
  public interface PageTeller {

    /** False when it is not for them; then nothing was said. */
    boolean said(Context ctx, Problem problem);
  }

  /** Installs the mapping of every failure to problem+json, or to a page for those who read one. */
  public static void install(RoutesConfig routes, PageTeller pages) {
    routes.before(ctx -> ctx.attribute(PAGES, pages));
    routes.exception(Problem.class, (problem, ctx) -> write(ctx, problem));
    routes.exception(
        HttpResponseException.class, (refusal, ctx) -> write(ctx, Refusals.problem(ctx, refusal)));
    routes.exception(PolicyRefusal.class, (refusal, ctx) -> write(ctx, PolicyProblems.of(refusal)));
    routes.exception(
        RecordsUnavailable.class, (gone, ctx) -> write(ctx, Refusals.unavailable(gone)));
    routes.exception(
        Exception.class,
        (failure, ctx) ->
            Refusals.ofBody(failure)
                .ifPresentOrElse(problem -> write(ctx, problem), () -> failed(ctx, failure)));
  }

  /** A bug of ours: logged in full, told blandly. Nothing of the request is logged but its id. */
  public static void failed(Context ctx, Throwable bug) {
    LOG.error("a request failed", bug);
    write(ctx, Refusals.internal());
  }

  static Language language(Context ctx) {
    return ReplyLanguage.of(Optional.ofNullable(ctx.header("Accept-Language")));
  }

  static void json(Context ctx, JsonNode body) {
    send(ctx, "application/json", body, language(ctx));
  }

  private static void write(Context ctx, Problem problem) {
    Language language = language(ctx);
    problem.headers().forEach(ctx::header);
    PageTeller pages = ctx.attribute(PAGES);
    if (pages != null && pages.said(ctx, problem)) {
      return;
    }
    ctx.status(problem.status());
    ctx.header("Cache-Control", "no-store");
    ObjectNode body = body(problem, language);
    body.put("requestId", ctx.res().getHeader(REQUEST_ID));
    send(ctx, PROBLEM_JSON, body, language);
  }

  private static void send(Context ctx, String type, JsonNode body, Language language) {
    ctx.header("Content-Language", language.tag());
    ctx.header("Vary", "Accept-Language");
    ctx.contentType(type).result(Json.bytes(body));
  }

  /** A problem as RFC 9457 has it. */
  static ObjectNode body(Problem problem, Language language) {
    ObjectNode body = Json.object();
    body.put("type", problem.code().urn());
    body.put("title", problem.code().title().in(language));
    body.put("status", problem.status());
    body.put("detail", problem.detail().in(language));
    ArrayNode errors = body.putArray("errors");
    problem
        .faults()
        .forEach(
            fault ->
                errors
                    .addObject()
                    .put("pointer", fault.pointer())
                    .put("code", fault.code())
                    .put("message", fault.message().in(language)));
    return body;
  }
}
