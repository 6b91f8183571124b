package dev.huikuan.app;

import dev.huikuan.domain.Text;
import dev.huikuan.rest.Problem;
import dev.huikuan.rest.ProblemCode;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what no route takes, before any of them looks: queries that are badly encoded, ambiguous
 * or endless, bodies that say that they are too large, compressed or not UTF-8.
 */
final class RequestGuard {

  /** The most parameters of a query. */
  static final int MOST_PARAMETERS = 50;

  private final long mostBytes;
  private final Set<String> large;

  /**
   * @param mostBytes of a body
   * @param large paths with a bound of their own
   */
  RequestGuard(long mostBytes, Set<String> large) {
    this.mostBytes = mostBytes;
    this.large = large;
  }

  void check(Context ctx) throws IOException {
    Optional.ofNullable(ctx.queryString()).ifPresent(RequestGuard::query);
    if (!Set.of("GET", "HEAD").contains(ctx.method().name())) {
      media(ctx);
      if (ctx.req().getContentLengthLong() > mostBytes && !large.contains(ctx.path())) {
        tooLarge(ctx);
      }
    }
  }

  /** A client that does not ask first reads the answer only when it has sent what it has. */
  private void tooLarge(Context ctx) throws IOException {
    if (ctx.header("Expect") == null) {
      ctx.req().getInputStream().skip(2 * mostBytes);
    }
    throw new ContentTooLargeResponse();
  }

  private static void query(String query) {
    String[] parameters = query.split("&");
    if (parameters.length > MOST_PARAMETERS) {
      throw malformed(
          "查询参数最多 " + MOST_PARAMETERS + " 个，实际为 " + parameters.length + " 个",
          "query: expected at most " + MOST_PARAMETERS + " parameters, found " + parameters.length);
    }
    Set<String> names = new HashSet<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      String name = decoded(parts[0], parts[0]);
      decoded(parts[parts.length - 1], name);
      if (!name.isEmpty() && !names.add(name)) {
        throw malformed("查询参数 `" + name + "` 重复", "query parameter `" + name + "`: given twice");
      }
    }
  }

  /** The text that is meant; percent signs must encode UTF-8 without control characters. */
  private static String decoded(String written, String name) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(written.length() * 3);
      for (int i = 0; i < written.length(); i++) {
        if (written.charAt(i) == '%') {
          bytes.put((byte) octet(written, i + 1));
          i += 2;
        } else {
          bytes.put(written.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
        }
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (text.chars().noneMatch(Character::isISOControl)) {
        return text;
      }
    } catch (CharacterCodingException | NumberFormatException broken) {
      // said below
    }
    throw malformed(
        "查询参数 `" + name + "`：百分号编码应为不含控制字符的 UTF-8",
        "query parameter `"
            + name
            + "`: expected percent-encoded UTF-8 without control characters");
  }

  private static int octet(String written, int at) {
    if (at + 2 > written.length() || Character.digit(written.charAt(at), 16) < 0) {
      throw new NumberFormatException("not two hexadecimal digits");
    }
    return Integer.parseInt(written.substring(at, at + 2), 16);
  }

  private static void media(Context ctx) {
    List<String> types = Collections.list(ctx.req().getHeaders("Content-Type"));
    if (types.size() > 1) {
      throw media("Content-Type", "一个类型", "one type", String.join(", ", types));
    }
    for (String parameter : String.join("", types).toLowerCase(Locale.ROOT).split(";")) {
      String[] parts = parameter.replace("\"", "").strip().split("\\s*=\\s*", 2);
      if (parts[0].equals("charset") && !parts[parts.length - 1].equals("utf-8")) {
        throw media("Content-Type", "UTF-8", "UTF-8", types.get(0));
      }
    }
    for (String coding : Collections.list(ctx.req().getHeaders("Content-Encoding"))) {
      if (!coding.strip().equalsIgnoreCase("identity")) {
        throw media("Content-Encoding", "不压缩的正文", "a body that is not compressed", coding);
      }
    }
  }

  private static Problem media(String header, String zh, String en, String found) {
    return Problem.of(
        ProblemCode.MEDIA_TYPE,
        new Text(
            header + "：应为" + zh + "，实际为 `" + found + "`",
            header + ": expected " + en + ", found `" + found + "`"));
  }

  private static Problem malformed(String zh, String en) {
    return Problem.of(ProblemCode.MALFORMED, new Text(zh, en));
  }
}
