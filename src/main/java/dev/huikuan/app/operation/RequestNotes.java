package dev.huikuan.app.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What is known of one request while it passes through; the log line at its end is made of this.
 * Only what names no customer: the path's template, never the path.
 */
public final class RequestNotes {

  private static final String ATTRIBUTE = RequestNotes.class.getName();

  /** What stands for the template while no route fits, or none was looked for. */
  static final String NO_ROUTE = "none";

  private final String id;
  private final long began = System.nanoTime();
  private volatile String route = NO_ROUTE;
  private volatile Optional<String> key = Optional.empty();
  private volatile Optional<String> policyVersion = Optional.empty();

  RequestNotes(String id) {
    this.id = id;
  }

  /** The notes of a request; empty when it did not come through {@link Traffic}. */
  public static Optional<RequestNotes> of(HttpServletRequest request) {
    return Optional.ofNullable((RequestNotes) request.getAttribute(ATTRIBUTE));
  }

  void attachTo(org.eclipse.jetty.server.Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * @param template with parameters in braces
   */
  public void route(String template) {
    route = template;
  }

  /** The name of the caller's key, never the key. */
  public void key(String name) {
    key = Optional.of(name);
  }

  /** The version in service when the request came. */
  public void policyVersion(String version) {
    policyVersion = Optional.of(version);
  }

  String id() {
    return id;
  }

  String route() {
    return route;
  }

  Optional<String> key() {
    return key;
  }

  Optional<String> policyVersion() {
    return policyVersion;
  }

  long nanos() {
    return System.nanoTime() - began;
  }
}
