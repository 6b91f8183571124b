package dev.huikuan.app.operation;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRegistry;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Log lines, figures, readiness and the orderly end of one server, joined. Thread-safe. */
public final class ControlRoom implements AutoCloseable {

  /** How long requests under way may take to end once the service stops. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PolicyRegistry registry;
  private final Figures figures;
  private final Readiness readiness;
  private volatile Optional<Traffic> traffic = Optional.empty();

  public ControlRoom(PolicyRegistry registry) {
    this.registry = registry;
    this.figures = new Figures(registry);
    this.readiness = new Readiness(figures);
    readiness.know(
        "policy",
        () -> registry.active().isPresent(),
        new Text("策略尚未加载", "no policy is loaded yet"));
  }

  public Figures figures() {
    return figures;
  }

  public Readiness readiness() {
    return readiness;
  }

  /** Puts itself before the doors. */
  public void attach(Server server) {
    Traffic first = new Traffic(figures, new GracefulHandler());
    server.setHandler(first);
    server.setStopTimeout(PATIENCE.toMillis());
    traffic = Optional.of(first);
  }

  /** Notes the version that is in service as a request comes. */
  public void noteVersion(Context ctx) {
    RequestNotes.of(ctx.req())
        .ifPresent(notes -> registry.active().ifPresent(p -> notes.policyVersion(p.version())));
  }

  /** Notes which template a request's path fitted; after its handler, also when that failed. */
  public void noteRoute(Context ctx) {
    Optional<Endpoint> matched = Optional.ofNullable(ctx.endpoints().lastHttpEndpoint());
    RequestNotes.of(ctx.req())
        .ifPresent(notes -> matched.ifPresent(endpoint -> notes.route(endpoint.path)));
  }

  /** Not ready any more, and clients are asked to connect elsewhere; everything is still served. */
  public void drain() {
    readiness.stopping();
    traffic.ifPresent(Traffic::drain);
  }

  @Override
  public void close() {
    readiness.close();
    figures.close();
  }
}
