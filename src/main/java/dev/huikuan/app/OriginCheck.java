package dev.huikuan.app;

import dev.huikuan.domain.Text;
import dev.huikuan.rest.Problem;
import dev.huikuan.rest.ProblemCode;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a form was sent from a page of ours. Browsers say so in headers that no page can set: in
 * {@code Sec-Fetch-Site}, and where they do not, in {@code Origin}.
 */
final class OriginCheck {

  private OriginCheck() {}

  /** Refuses what another site's page sent in the user's name. */
  static void requireOwnPage(Context ctx) {
    Optional<String> site = Optional.ofNullable(ctx.header("Sec-Fetch-Site"));
    Optional<String> origin = Optional.ofNullable(ctx.header("Origin"));
    boolean own =
        site.map(Set.of("none", "same-origin")::contains)
            .orElseGet(() -> origin.isEmpty() || isOwn(origin.get(), ctx));
    if (!own) {
      throw refused(origin, site);
    }
  }

  /** A proxy may pass on the name that it was asked by in either header. */
  private static boolean isOwn(String origin, Context ctx) {
    String asked = origin.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT);
    return Stream.of("Host", "X-Forwarded-Host")
        .flatMap(header -> Stream.ofNullable(ctx.header(header)))
        .anyMatch(host -> host.toLowerCase(Locale.ROOT).equals(asked));
  }

  static Problem refused(Optional<String> origin, Optional<String> site) {
    String from = "Origin `" + origin.orElse("-") + "`, Sec-Fetch-Site `" + site.orElse("-") + "`";
    return Problem.of(
        ProblemCode.FORBIDDEN,
        new Text(
            "来自其他网站的写请求被拒绝：" + from, "a writing request from another site is refused: " + from));
  }
}
