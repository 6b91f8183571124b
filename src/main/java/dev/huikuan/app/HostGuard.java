package dev.huikuan.app;

import dev.huikuan.domain.Text;
import dev.huikuan.rest.Problem;
import dev.huikuan.rest.ProblemCode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps open mode to this machine's own user: refuses requests that name another host (DNS
 * rebinding), that were forwarded by a proxy, or that another site's page makes in the user's
 * browser. It does not tell users of this machine apart.
 */
final class HostGuard {

  private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int HTTP = 80;

  private HostGuard() {}

  static void check(Context ctx) {
    requireOurHost(ctx);
    requireDirect(ctx);
    boolean reading = Set.of("GET", "HEAD").contains(ctx.method().name());
    if (!reading) {
      requireOurPage(ctx);
    }
  }

  private static void requireOurHost(Context ctx) {
    List<String> hosts = java.util.Collections.list(ctx.req().getHeaders("Host"));
    boolean named = hosts.size() == 1 && isOurs(hosts.get(0), ctx.req().getLocalPort());
    boolean absolute = isOurs(ctx.req().getServerName(), ctx.req().getServerPort(), ctx);
    if (!named || !absolute) {
      String found = String.join(", ", hosts);
      throw wrongHost(
          new Text(
              "Host：开放模式下应为 127.0.0.1、localhost 或 [::1] 加本服务端口，实际为 `" + found + "`",
              "Host: expected 127.0.0.1, localhost or [::1] with our port (open mode), found `"
                  + found
                  + "`"));
    }
  }

  /** The target of the request line may name a host too. */
  private static boolean isOurs(String name, int port, Context ctx) {
    String bare = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return isOurs(bare + ":" + port, ctx.req().getLocalPort());
  }

  private static boolean isOurs(String host, int ourPort) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    String name = (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    String port = hasPort ? host.substring(colon + 1) : Integer.toString(HTTP);
    return OUR_NAMES.contains(name) && port.equals(Integer.toString(ourPort));
  }

  private static void requireDirect(Context ctx) {
    for (String name : ctx.headerMap().keySet()) {
      String header = name.toLowerCase(Locale.ROOT);
      if (header.equals("forwarded") || header.startsWith("x-forwarded")) {
        throw wrongHost(
            new Text(
                "`" + name + "`：开放模式不接受经代理转发的请求",
                "`" + name + "`: open mode takes no forwarded requests; call it directly"));
      }
    }
  }

  private static void requireOurPage(Context ctx) {
    Optional<String> origin = Optional.ofNullable(ctx.header("Origin"));
    boolean foreign =
        origin.isPresent()
            && !(origin.get().startsWith("http://")
                && isOurs(origin.get().substring("http://".length()), ctx.req().getLocalPort()));
    String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("none");
    if (foreign || !Set.of("none", "same-origin").contains(site)) {
      throw OriginCheck.refused(origin, Optional.of(site));
    }
  }

  private static Problem wrongHost(Text detail) {
    return Problem.of(ProblemCode.WRONG_HOST, detail);
  }
}
