package dev.huikuan.app;

import dev.huikuan.access.Principal;
import dev.huikuan.app.operation.ControlRoom;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.domain.Finding;
import dev.huikuan.lifecycle.FolderImport;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyVersion;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.rest.Problem;
import dev.huikuan.rest.Replies;
import dev.huikuan.rest.RestDoor;
import dev.huikuan.web.SignInPages;
import dev.huikuan.web.WebDoor;
import dev.huikuan.web.studio.StudioPages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The HTTP server: the REST door and the pages on one port, behind the guard. It listens before it
 * is ready: until {@link #open} is called everything but the probes and the docs answers BUSY.
 */
public final class HttpServer {

  private static final long MAX_BODY_BYTES = 5_000_000;

  /** How long a connection may be silent, and the head of a request may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Routes that read while they answer. */
  private static final Set<String> STREAMED = Set.of("/v1/decisions/batch");

  /** Routes whose bodies have bounds of their own. */
  private static final Set<String> LARGE =
      Set.of("/v1/decisions/batch", "/v1/policies", StudioPages.DRAFTS);

  private final Clock clock;
  private final Workshops workshops;
  private final PolicyRegistry registry;
  private final ControlRoom control;
  private final RestDoor rest;
  private final WebDoor web;
  private final Javalin javalin;
  private final String host;
  private final int wantedPort;
  private final Duration patience;
  private boolean stopped;
  private boolean finished;

  private volatile boolean begun;
  private Runnable after = () -> {};

  private HttpServer(String host, int port, Workshops workshops, Duration patience) {
    this.host = host;
    this.wantedPort = port;
    this.patience = patience;
    this.clock = workshops.clock();
    this.workshops = workshops;
    this.registry = workshops.life().registry();
    this.control = new ControlRoom(registry);
    DecisionLog log =
        control.watch(workshops.log(), Workshops.LOG_CAPACITY, workshops::isReachable);
    RestDoor.Records records =
        new RestDoor.Records(log, workshops.figures(), workshops.access().audit());
    this.rest = new RestDoor(workshops.life(), records, clock, control.readiness());
    this.web =
        new WebDoor(
            new WebDoor.Rooms(
                workshops.life(), log, workshops.figures(), workshops.access().audit()),
            clock,
            rest::openApi);
    this.javalin = Javalin.create(this::configure);
  }

  /** Listens over a database of its own that goes when the server stops; not ready yet. */
  public static HttpServer listen(String host, int port, Clock clock) throws IOException {
    return listen(host, port, clock, PATIENCE);
  }

  static HttpServer listen(String host, int port, Clock clock, Duration patience)
      throws IOException {
    PassingDatabase database = PassingDatabase.open();
    Workshops workshops =
        Workshops.over(database.database(), new RulesOnDisk(Optional.empty()), clock);
    HttpServer server = listen(host, port, workshops, patience);
    server.after = database::close;
    return server;
  }

  /**
   * Listens, not ready yet.
   *
   * @param port 0 for any free one
   * @param workshops closed when the server stops
   * @throws IOException when the port cannot be had
   */
  static HttpServer listen(String host, int port, Workshops workshops) throws IOException {
    return listen(host, port, workshops, PATIENCE);
  }

  private static HttpServer listen(String host, int port, Workshops workshops, Duration patience)
      throws IOException {
    HttpServer server = new HttpServer(host, port, workshops, patience);
    try {
      server.javalin.start(host, port);
    } catch (JavalinException refused) {
      throw new IOException("cannot listen on " + host + ":" + port, refused);
    }
    return server;
  }

  /**
   * Listens and is ready.
   *
   * @param findings what loading the policy found
   * @param files of the policy folder; those under {@code test-scenarios/cases/} are the demo cases
   */
  public static HttpServer start(
      String host,
      int port,
      DecisionPipeline pipeline,
      List<Finding> findings,
      Clock clock,
      List<PolicyFile> files)
      throws IOException {
    HttpServer server = listen(host, port, clock);
    server.open(pipeline, findings, files);
    return server;
  }

  /** Puts a policy into service, with the demo cases among its files. */
  public void open(DecisionPipeline pipeline, List<Finding> findings, List<PolicyFile> files) {
    open(pipeline, findings, files, Optional.empty());
  }

  /**
   * Puts a policy into service.
   *
   * @param portfolio record the demo portfolio as of this date when the log is empty
   */
  public void open(
      DecisionPipeline pipeline,
      List<Finding> findings,
      List<PolicyFile> files,
      Optional<LocalDate> portfolio) {
    begin(files, portfolio);
    FolderImport folder = workshops.life().folder();
    String version = pipeline.policy().version();
    if (PolicyVersion.of(files).equals(version)) {
      folder.keep(files, Optional.empty(), Principal.OPEN.name(), FolderImport.FROM_FOLDER);
      folder.activate(version, Principal.OPEN.name(), FolderImport.FROM_FOLDER);
    }
    registry.serve(ServedPolicy.of(pipeline, findings, clock.instant()));
  }

  /**
   * From now on is ready whenever a version is in service, and answers questions about versions
   * even while none is.
   *
   * @param files with the demo cases among them
   * @param portfolio record the demo portfolio as of this date when the log is empty
   */
  void begin(List<PolicyFile> files, Optional<LocalDate> portfolio) {
    DemoRecords demo = new DemoRecords(workshops.log(), clock);
    web.offer(files);
    portfolio.ifPresent(asOf -> registry.whenServed(policy -> demo.fill(policy, asOf)));
    begun = true;
  }

  public int port() {
    return javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + port();
  }

  /** The line that start-up writes to standard error. */
  public String greeting() {
    String mode =
        workshops.access().isOn()
            ? " (access by key)"
            : " (open mode: this machine only, no keys; for trying out)";
    return "Huikuan is listening on " + url() + mode;
  }

  /** Stops at once, but finishes the requests that it has. */
  public void stop() {
    stop(Duration.ZERO);
  }

  /**
   * Stops in order: not ready from now on; after the grace no new connections; the requests under
   * way are finished, for at most {@link ControlRoom#PATIENCE}.
   *
   * @param grace how long balancers and clients have to notice
   * @return false when requests were cut off
   */
  public synchronized boolean stop(Duration grace) {
    if (stopped) {
      return finished;
    }
    stopped = true;
    control.drain();
    try {
      Thread.sleep(grace.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    finished = control.stop(javalin::stop);
    workshops.close();
    after.run();
    return finished;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MAX_BODY_BYTES;
    config.http.prefer405over404 = true;
    config.router.javaLangErrorHandler(BareProblems::died);
    config.jetty.modifyServer(server -> server.setErrorHandler(new BareProblems()));
    config.jetty.modifyServer(control::attach);
    config.jetty.addConnector((server, http) -> connector(server, http));
    Replies.install(config.routes, this::saidOnPage);
    config.routes.before(control::noteVersion);
    config.routes.after(control::noteRoute);
    config.routes.before(SafeHeaders::set);
    config.routes.before(new FormBounds(MAX_BODY_BYTES)::set);
    config.routes.before(new AccessGuard(workshops.access().doorkeeper())::check);
    config.routes.before(new RequestGuard(MAX_BODY_BYTES, LARGE)::check);
    config.routes.before(this::requireOpen);
    rest.install(config.routes);
    web.install(config.routes);
    new SignInPages(workshops.access().doorkeeper()).install(config.routes);
  }

  private boolean saidOnPage(Context ctx, Problem problem) {
    return web.said(
        ctx,
        problem.status(),
        problem.code().title(),
        problem.detail(),
        problem.faults().stream().map(CaseFault::message).toList());
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    SlowClients slow = new SlowClients(patience, STREAMED, connector.getScheduler());
    http.addCustomizer(slow);
    connector.addBean(slow);
    connector.setIdleTimeout(patience.toMillis());
    connector.setHost(host);
    connector.setPort(wantedPort);
    return connector;
  }

  private void requireOpen(Context ctx) {
    boolean always =
        ctx.path().matches("/health/.*|/metrics|/openapi\\.json|/docs|/assets/.*|/sign-in");
    boolean versions = begun && ctx.path().matches("/v1/(policies|simulations)(/.*)?");
    if (always || versions || registry.active().isPresent()) {
      return;
    }
    boolean page =
        ctx.path().matches("/|/try|/overview|/(decisions|studio).*")
            && ctx.method() == HandlerType.GET;
    if (!page) {
      throw RestDoor.notOpen();
    }
    web.waiting(ctx);
    ctx.skipRemainingHandlers();
  }
}
