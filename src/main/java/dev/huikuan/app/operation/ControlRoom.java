package dev.huikuan.app.operation;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.records.DecisionLog;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines, figures, readiness and the orderly end of one server, joined. Thread-safe. */
public final class ControlRoom implements AutoCloseable {

  /** How long requests under way may take to end once the service stops. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ControlRoom.class);

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

  /**
   * Readiness rests on the log, too, from now on.
   *
   * @param capacity how many records may wait to be written
   * @return the same log, its appends counted
   */
  public DecisionLog watch(DecisionLog log, int capacity, BooleanSupplier databaseAnswers) {
    readiness.rely("database", databaseAnswers, new Text("数据库不可用", "the database does not answer"));
    readiness.rely(
        "log", log::isWritable, new Text("决策日志无法写入", "the decision log cannot be written"));
    return new WatchedLog(log, figures, capacity);
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

  /**
   * Notes which template a request's path fitted and whose key it had; after its handler, also when
   * that failed.
   */
  public void noteRoute(Context ctx) {
    Optional<Endpoint> matched = Optional.ofNullable(ctx.endpoints().lastHttpEndpoint());
    Optional<RequestNotes> notes = RequestNotes.of(ctx.req());
    notes.ifPresent(n -> matched.ifPresent(endpoint -> n.route(endpoint.path)));
    Optional<Principal> caller = Optional.ofNullable(ctx.attribute(Principal.ATTRIBUTE));
    notes.ifPresent(n -> caller.filter(c -> !c.open()).ifPresent(c -> n.key(c.name())));
  }

  /** Not ready any more, and clients are asked to connect elsewhere; everything is still served. */
  public void drain() {
    readiness.stopping();
    traffic.ifPresent(Traffic::drain);
  }

  /**
   * Ends the server and says how that went.
   *
   * @param server throws when requests did not end within {@link #PATIENCE}
   * @return false when requests were cut off
   */
  public boolean stop(Runnable server) {
    try {
      server.run();
      LOG.info("stopped; every request was answered");
      return true;
    } catch (RuntimeException late) {
      LOG.warn("stopped; requests that took longer than {} s were cut off", PATIENCE.toSeconds());
      return false;
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    readiness.close();
    figures.close();
  }
}
