package dev.huikuan.bench;

import dev.huikuan.app.HttpServer;
import dev.huikuan.app.OnDatabase;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Recorder;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlDecisionLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * S5: 64 clients that wait until their decision is durable, beside as many that insert the same
 * bytes, ready made, into one table of the same store with group commit. Once the log alone, once
 * with everything: HTTP, reading, deciding, recording.
 */
final class LogBench {

  private static final int CLIENTS = 64;
  private static final double SECONDS = 4;
  private static final double TARGET = 0.5;

  private LogBench() {}

  private interface Each {
    void run(int i) throws Exception;
  }

  static void run(Consumer<Row> rows) throws Exception {
    Shipped shipped = Shipped.load();
    List<DecisionRecord> made = made(shipped);
    for (Databases kind : Databases.values()) {
      double raw = 0;
      double ours = 0;
      for (int round = 0; round < 2; round++) {
        raw = Math.max(raw, raw(kind, made));
        ours = Math.max(ours, log(kind, made));
      }
      row(rows, "the log alone, 64 clients, " + kind, ours, raw);
      row(rows, "decided and recorded over HTTP, " + kind, http(kind, shipped), raw);
    }
  }

  private static void row(Consumer<Row> rows, String what, double ours, double raw) {
    String measured = String.format(Locale.ROOT, "%.0f a second, raw inserts %.0f", ours, raw);
    rows.accept(Row.atLeast("S5", what, measured, ours / raw, TARGET));
  }

  /** The demo portfolio's decisions as the log gets them. */
  static List<DecisionRecord> made(Shipped shipped) {
    List<DecisionRecord> made = new ArrayList<>();
    DecisionLog taking =
        (DecisionLog)
            Proxy.newProxyInstance(
                LogBench.class.getClassLoader(),
                new Class<?>[] {DecisionLog.class},
                (proxy, method, arguments) -> {
                  made.add((DecisionRecord) arguments[0]);
                  return new CompletableFuture<DecisionLog.Appended>();
                });
    Recorder recorder = new Recorder(taking);
    for (byte[] line : Shipped.lines()) {
      recorder.record(
          shipped.pipeline(),
          shipped.ask(line),
          Recorder.Request.of(line, Optional.empty(), "bench", Shipped.NOW));
    }
    return made;
  }

  private static double log(Databases kind, List<DecisionRecord> made) throws Exception {
    try (Database database = Database.open(kind.fresh());
        SqlDecisionLog log = new SqlDecisionLog(database)) {
      Recorder ids = new Recorder(log);
      return perSecond(
          i -> {
            DecisionRecord record = made.get(i % made.size());
            log.append(again(record, ids.newId(), "key-" + i)).join();
          });
    }
  }

  private static DecisionRecord again(DecisionRecord d, String id, String key) {
    return new DecisionRecord(
        id,
        d.ledger(),
        d.customerId(),
        d.asOf(),
        d.asOfDate(),
        d.recordedAt(),
        d.policyVersion(),
        d.engineVersion(),
        Optional.of(new IdempotencyKey(key, "0123456789abcdef")),
        d.basedOn(),
        d.actor(),
        d.caseJson(),
        d.answer(),
        d.headline(),
        d.outcome());
  }

  private static double raw(Databases kind, List<DecisionRecord> made) throws Exception {
    List<byte[]> cases = made.stream().map(d -> packed(d.caseJson())).toList();
    List<byte[]> answers = made.stream().map(d -> packed(d.answer())).toList();
    try (RawLog raw = new RawLog(kind.fresh())) {
      Recorder ids = new Recorder(null);
      return perSecond(
          i -> {
            int n = i % made.size();
            raw.append(
                new RawLog.Entry(
                    ids.newId(),
                    "key-" + i,
                    made.get(n).customerId(),
                    cases.get(n),
                    answers.get(n)));
          });
    }
  }

  private static byte[] packed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
      out.write(json);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static double http(Databases kind, Shipped shipped) throws Exception {
    List<byte[]> lines = Shipped.lines();
    try (Database database = Database.open(kind.fresh())) {
      HttpServer server =
          OnDatabase.start(
              database,
              shipped.pipeline(),
              Clock.fixed(Shipped.NOW, ZoneOffset.UTC),
              shipped.files());
      try {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI address = URI.create(server.url() + "/v1/decisions");
        Each post = i -> post(client, address, lines.get(i % lines.size()), "key-" + i);
        return perSecond(post);
      } finally {
        server.stop();
      }
    }
  }

  private static void post(HttpClient client, URI address, byte[] body, String key)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 201) {
      throw new IllegalStateException("status " + status);
    }
  }

  /** By all clients for some seconds, after a quarter of that to warm up. */
  private static double perSecond(Each each) throws Exception {
    AtomicInteger next = new AtomicInteger();
    many(next, SECONDS / 4, each);
    int before = next.get();
    double took = Effort.wall(() -> many(next, SECONDS, each));
    return (next.get() - before) / took;
  }

  private static void many(AtomicInteger next, double seconds, Each each) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    Callable<Void> share =
        () -> {
          while (System.nanoTime() < end) {
            each.run(next.getAndIncrement());
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (Future<Void> done : pool.invokeAll(Collections.nCopies(CLIENTS, share))) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
