package dev.huikuan.app.operation;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Stands before the doors: gives every request an id, counts and times it, and writes its line into
 * the log when its answer is out. Nothing that a client wrote gets there but the id itself and a
 * known method.
 */
public final class Traffic extends Handler.Wrapper {

  /** Asked every few seconds by machines: in the log at DEBUG only. */
  private static final Set<String> ROUTINE = Set.of("/health/live", "/health/ready", "/metrics");

  /** Carries a request's id in both directions. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger("dev.huikuan.requests");
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern METHOD = Pattern.compile("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS");

  private final Figures figures;
  private volatile boolean draining;

  public Traffic(Figures figures, Handler next) {
    super(next);
    this.figures = figures;
  }

  /** From now on answers ask their clients to come back on another connection. */
  public void drain() {
    draining = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestNotes notes = new RequestNotes(id(request));
    notes.attachTo(request);
    response.getHeaders().put(REQUEST_ID, notes.id());
    if (draining) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    figures.began();
    Request.addCompletionListener(request, failure -> ended(request, response, notes, failure));
    MDC.put(LogFields.REQUEST_ID, notes.id());
    try {
      return super.handle(request, response, callback);
    } finally {
      MDC.remove(LogFields.REQUEST_ID);
    }
  }

  private static String id(Request request) {
    return Optional.ofNullable(request.getHeaders().get(REQUEST_ID))
        .filter(sent -> USABLE.matcher(sent).matches())
        .orElseGet(Traffic::madeId);
  }

  /** Told apart, not secret. */
  private static String madeId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private void ended(Request request, Response response, RequestNotes notes, Throwable failure) {
    String method = METHOD.matcher(request.getMethod()).matches() ? request.getMethod() : "OTHER";
    int status = response.getStatus();
    long nanos = notes.nanos();
    figures.ended(notes.route(), method, status, nanos);
    boolean routine = ROUTINE.contains(notes.route());
    LoggingEventBuilder line = routine ? LOG.atDebug() : LOG.atInfo();
    line.addKeyValue(LogFields.REQUEST_ID, notes.id());
    line.addKeyValue("method", method);
    line.addKeyValue("route", notes.route());
    line.addKeyValue("status", status);
    line.addKeyValue("ms", Math.round(nanos / 1e5) / 10.0);
    line.addKeyValue("bytes", Response.getContentBytesWritten(response));
    notes.key().ifPresent(name -> line.addKeyValue("key", name));
    notes.policyVersion().ifPresent(version -> line.addKeyValue("policyVersion", version));
    if (failure != null) {
      line.addKeyValue("broken", true);
    }
    line.log("request");
  }
}
