package dev.huikuan.rest;

import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Text;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /v1/decisions}: one case in, one recommendation out, nothing recorded. */
final class DecisionHandler {

  private DecisionHandler() {}

  static void decide(Context ctx, Served served, Instant now) {
    requireJson(Optional.ofNullable(ctx.contentType()).orElse(""));
    requireDryRun(Optional.ofNullable(ctx.queryParam("dryRun")).orElse("false"));
    Case theCase = read(ctx, served, now);
    ctx.header("Cache-Control", "no-store");
    Replies.json(
        ctx, RecommendationJson.answer(served.pipeline().decide(theCase), Replies.language(ctx)));
  }

  private static Case read(Context ctx, Served served, Instant now) {
    try {
      return served.reader().read(ctx.bodyAsBytes(), Optional.empty(), now);
    } catch (InvalidCase invalid) {
      throw Problem.of(invalid);
    }
  }

  private static void requireJson(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    boolean json = parts[0].strip().equals("application/json");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!json) {
      String found = contentType.isEmpty() ? "-" : contentType;
      throw Problem.of(
          ProblemCode.MEDIA_TYPE,
          new Text(
              "Content-Type：应为 `application/json`（"
                  + StandardCharsets.UTF_8
                  + "），实际为 `"
                  + found
                  + "`",
              "Content-Type: expected `application/json` in "
                  + StandardCharsets.UTF_8
                  + ", found `"
                  + found
                  + "`"));
    }
  }

  private static void requireDryRun(String dryRun) {
    if (dryRun.equals("false")) {
      throw Problem.of(
          ProblemCode.NOT_IMPLEMENTED,
          new Text(
              "决策记录尚未提供，因此目前只能试算：请加上 `?dryRun=true`",
              "decisions cannot be recorded yet, so only dry runs are answered: add"
                  + " `?dryRun=true`"));
    }
    if (!dryRun.equals("true")) {
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              "查询参数 dryRun：应为 `true` 或 `false`，实际为 `" + dryRun + "`",
              "query parameter dryRun: expected `true` or `false`, found `" + dryRun + "`"));
    }
  }
}
