package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import dev.huikuan.records.IdempotencyKey;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What several routes ask of a request. */
final class Requests {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

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

  /** The header {@code Idempotency-Key} with the fingerprint of what is asked: path and body. */
  static Optional<IdempotencyKey> idempotencyKey(Context ctx, byte[] body) {
    return batchKey(ctx).map(text -> IdempotencyKey.of(text, ctx.path(), body));
  }

  /** The header {@code Idempotency-Key} alone, as a batch has it for all of its lines. */
  static Optional<String> batchKey(Context ctx) {
    Optional<String> key = Optional.ofNullable(ctx.header(IDEMPOTENCY_KEY));
    if (key.isPresent() && !IdempotencyKey.isUsable(key.get())) {
      int most = IdempotencyKey.LONGEST;
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              IDEMPOTENCY_KEY + "：应为 1 到 " + most + " 个可见 ASCII 字符",
              IDEMPOTENCY_KEY + ": expected 1 to " + most + " visible ASCII characters"));
    }
    return key;
  }
}
