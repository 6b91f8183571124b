package dev.huikuan.app;

import dev.huikuan.app.operation.Traffic;
import dev.huikuan.rest.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Problems below the doors: requests that the server could not read as HTTP, and errors of the
 * machine. There is no context to ask, so they are written plainly, in English.
 */
final class BareProblems implements Request.Handler {

  private static final Logger LOG = LoggerFactory.getLogger(BareProblems.class);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // a version of HTTP that does not exist is the client's mistake, too
    int status = response.getStatus() == 505 ? 400 : response.getStatus();
    response.setStatus(status);
    ProblemCode code = code(status);
    if (code == ProblemCode.BUSY) {
      response.getHeaders().put("Retry-After", "1");
    }
    response.getHeaders().put("Content-Type", "application/problem+json");
    response.getHeaders().put("Cache-Control", "no-store");
    String id = response.getHeaders().get(Traffic.REQUEST_ID);
    response.write(true, ByteBuffer.wrap(body(code, status, id)), callback);
    return true;
  }

  private static ProblemCode code(int status) {
    if (status == ProblemCode.BUSY.status()) {
      return ProblemCode.BUSY;
    }
    return status >= 500 ? ProblemCode.INTERNAL : ProblemCode.MALFORMED;
  }

  /** An {@link Error} while a request was served; the process goes on. */
  static void died(HttpServletResponse response, Error error) {
    LOG.error("a request failed", error);
    ProblemCode code = ProblemCode.INTERNAL;
    response.setStatus(code.status());
    response.setContentType("application/problem+json");
    try {
      response
          .getOutputStream()
          .write(body(code, code.status(), response.getHeader(Traffic.REQUEST_ID)));
    } catch (IOException gone) {
      LOG.debug("the client has left", gone);
    }
  }

  private static byte[] body(ProblemCode code, int status, String id) {
    String title = code.title().en();
    return String.format(
            Locale.ROOT,
            "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\",\"errors\":[],\"requestId\":%s}",
            code.urn(),
            title,
            status,
            title,
            id == null ? "null" : "\"" + id + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }
}
