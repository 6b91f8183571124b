package dev.huikuan.app.operation;

import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The figures that Prometheus reads. Labels come from closed lists only: templates of routes, codes
 * of catalogues, rows of the policy (bounded), never from a request. Thread-safe; counting takes
 * well under a microsecond.
 */
public final class Figures implements AutoCloseable {

  /** Rows told apart; those of policies that came and went count, too. */
  static final int MOST_ROWS = 10_000;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private record Kind(String route, String method, int hundreds) {}

  private record Row(String table, String id) {
    static final Row OTHER = new Row("(other)", "(other)");
  }

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Map<Kind, Timer> requests = new ConcurrentHashMap<>();
  private final Map<String, Counter> actions = new ConcurrentHashMap<>();
  private final Map<String, Counter> holds = new ConcurrentHashMap<>();
  private final Map<Row, Counter> rows = new ConcurrentHashMap<>();
  private final Counter goodLines = lines("decided");
  private final Counter badLines = lines("refused");
  private final Timer appends =
      timer("huikuan.log.append", "Time from handing a record to the log until it is durable")
          .register(meters);
  private final Counter logFailures =
      Counter.builder("huikuan.log.failures")
          .description("Records that the log did not take: database unavailable, or queue full")
          .register(meters);
  private final MultiGauge policy =
      MultiGauge.builder("huikuan.policy.info")
          .description("1 for the version of the policy in service")
          .register(meters);
  private final PolicyRegistry registry;
  private volatile Optional<Instant> failedActivation = Optional.empty();
  private volatile BooleanSupplier folderDiffers = () -> false;

  public Figures(PolicyRegistry registry) {
    this.registry = registry;
    gauge("huikuan.http.in.flight", "Requests under way", inFlight::get);
    gauge(
        "huikuan.policy.activated.timestamp.seconds",
        "When the version in service became active, seconds since 1970; 0: none is",
        () -> registry.active().map(p -> p.since().toEpochMilli() / 1e3).orElse(0.0));
    gauge(
        "huikuan.policy.activation.failed.timestamp.seconds",
        "When an activation failed last, seconds since 1970; 0: never since start",
        () -> failedActivation.map(at -> at.toEpochMilli() / 1e3).orElse(0.0));
    gauge(
        "huikuan.policy.folder.differs",
        "1 while the policy folder on disk differs from the version in service",
        () -> folderDiffers.getAsBoolean() ? 1 : 0);
    for (MeterBinder machine :
        List.of(
            new JvmMemoryMetrics(),
            gc,
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())) {
      machine.bindTo(meters);
    }
  }

  private Counter lines(String result) {
    return Counter.builder("huikuan.batch.lines")
        .description("Lines of batches that were answered")
        .tag("result", result)
        .register(meters);
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(meters);
  }

  void began() {
    inFlight.incrementAndGet();
  }

  void ended(String route, String method, int status, long nanos) {
    inFlight.decrementAndGet();
    requests
        .computeIfAbsent(new Kind(route, method, status / 100), this::register)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer register(Kind kind) {
    return timer("huikuan.http.requests", "Time from a request's head until its answer is out")
        .tags("route", kind.route, "method", kind.method, "status", kind.hundreds + "xx")
        .register(meters);
  }

  /** A decision was recorded. */
  void recorded(String action, Iterable<String> holdCodes) {
    actions.computeIfAbsent(action, this::action).increment();
    holdCodes.forEach(code -> holds.computeIfAbsent(code, this::hold).increment());
  }

  /** A row had a say in a decision that was recorded. */
  void rowHit(String table, String id) {
    Row row = new Row(table, id);
    Counter counter = rows.get(row);
    if (counter == null) {
      counter = rows.computeIfAbsent(rows.size() < MOST_ROWS ? row : Row.OTHER, this::row);
    }
    counter.increment();
  }

  private Counter action(String code) {
    return Counter.builder("huikuan.decisions")
        .description("Decisions that were recorded, by recommended action")
        .tag("action", code)
        .register(meters);
  }

  private Counter hold(String code) {
    return Counter.builder("huikuan.holds")
        .description("Holds of decisions that were recorded, by code")
        .tag("code", code)
        .register(meters);
  }

  private Counter row(Row row) {
    return Counter.builder("huikuan.decision.rows")
        .description("Decisions that were recorded in which a row of a table had a say")
        .tags("table", row.table, "row", row.id)
        .register(meters);
  }

  /** A line of a batch was answered, with a decision or with a problem. */
  void batchLine(boolean decided) {
    (decided ? goodLines : badLines).increment();
  }

  void appended(long nanos) {
    appends.record(nanos, TimeUnit.NANOSECONDS);
  }

  void appendFailed() {
    logFailures.increment();
  }

  /** Shows how full the log's queue is. */
  void watchQueue(Supplier<Number> waiting, int capacity) {
    gauge("huikuan.log.waiting", "Records that wait to be written", waiting);
    gauge(
        "huikuan.log.capacity",
        "Records that may wait before requests are refused",
        () -> capacity);
  }

  /** Shows whether the policy folder on disk differs from the version in service. */
  public void watchFolder(BooleanSupplier differs) {
    folderDiffers = differs;
  }

  /** An activation did not succeed; the version in service stays. */
  public void activationFailed(Instant when) {
    failedActivation = Optional.of(when);
  }

  /** All figures in the text format of Prometheus, version 0.0.4. */
  String scraped() {
    policy.register(registry.active().stream().map(Figures::info).toList(), true);
    return meters.scrape("text/plain; version=0.0.4; charset=utf-8");
  }

  private static MultiGauge.Row<?> info(ServedPolicy served) {
    return MultiGauge.Row.of(Tags.of("version", served.version()), 1);
  }

  @Override
  public void close() {
    gc.close();
    meters.close();
  }
}
