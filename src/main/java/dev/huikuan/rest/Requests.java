package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What several routes ask of a request. */
final class Requests {

  private Requests() {}

  /** Refuses another content type; other charsets than UTF-8 are refused before any route. */
  static void requireType(Context ctx, String type) {
    String contentType = Optional.ofNullable(ctx.header("Content-Type")).orElse("");
    if (!contentType.toLowerCase(Locale.ROOT).split(";")[0].strip().equals(type)) {
      String found = contentType.isEmpty() ? "-" : contentType;
      String utf8 = StandardCharsets.UTF_8.name();
      throw Problem.of(
          ProblemCode.MEDIA_TYPE,
          new Text(
              "Content-Type：应为 `" + type + "`（" + utf8 + "），实际为 `" + found + "`",
              "Content-Type: expected `" + type + "` in " + utf8 + ", found `" + found + "`"));
    }
  }

  /** The query parameter {@code dryRun}; absent is false. */
  static boolean isDryRun(Context ctx) {
    String dryRun = Optional.ofNullable(ctx.queryParam("dryRun")).orElse("false");
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              "查询参数 dryRun：应为 `true` 或 `false`，实际为 `" + dryRun + "`",
              "query parameter dryRun: expected `true` or `false`, found `" + dryRun + "`"));
    }
    return dryRun.equals("true");
  }

  static Problem notRecorded() {
    return Problem.of(
        ProblemCode.NOT_IMPLEMENTED,
        new Text(
            "决策记录尚未提供，因此目前只能试算：请加上 `?dryRun=true`",
            "decisions cannot be recorded yet, so only dry runs are answered: add"
                + " `?dryRun=true`"));
  }
}
