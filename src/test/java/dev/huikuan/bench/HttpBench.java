package dev.huikuan.bench;

import dev.huikuan.app.HttpServer;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Language;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * S4: single dry runs on 64 connections beside a route that answers the same bytes without
 * deciding. S6: one batch beside deciding the same lines in process, on as many threads. Client and
 * server share the machine. Each measurement lasts some seconds, whatever the machine does in them.
 */
final class HttpBench {

  private static final int CONNECTIONS = 64;
  private static final double SECONDS = 5;

  private record Seen(double perSecond, double p99Millis) {}

  private HttpBench() {}

  static void run(Consumer<Row> rows) throws Exception {
    Shipped shipped = Shipped.load();
    List<byte[]> lines = Shipped.lines();
    List<byte[]> answers = lines.stream().map(line -> answer(shipped, line)).toList();
    HttpServer server =
        HttpServer.start(
            "127.0.0.1",
            0,
            shipped.pipeline(),
            List.of(),
            Clock.fixed(Shipped.NOW, ZoneOffset.UTC),
            shipped.files());
    Javalin echo = echo(lines.size(), answers);
    try {
      String ours = server.url() + "/v1/decisions?dryRun=true&n=";
      String theirs = "http://127.0.0.1:" + echo.port() + "/?n=";
      load(theirs, lines, SECONDS / 3);
      load(ours, lines, SECONDS);
      Seen peer = load(theirs, lines, SECONDS / 2);
      Seen seen = load(ours, lines, SECONDS);
      rows.accept(
          Row.atLeast(
              "S4",
              "HTTP dry run, 64 connections",
              String.format(
                  Locale.ROOT, "%.0f a second, echo %.0f", seen.perSecond(), peer.perSecond()),
              seen.perSecond() / peer.perSecond(),
              0.6));
      rows.accept(
          Row.atMost(
              "S4",
              "HTTP dry run, p99",
              String.format(
                  Locale.ROOT, "%.1f ms, echo %.1f ms", seen.p99Millis(), peer.p99Millis()),
              seen.p99Millis() / peer.p99Millis(),
              2));
      batch(shipped, server, lines, rows);
    } finally {
      echo.stop();
      server.stop();
    }
  }

  private static Javalin echo(int cases, List<byte[]> answers) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.post(
                  "/",
                  ctx -> {
                    int read = ctx.bodyAsBytes().length;
                    int n = Integer.parseInt(ctx.queryParam("n")) % cases;
                    ctx.contentType("application/json");
                    ctx.result(read > 0 ? answers.get(n) : new byte[0]);
                  });
            })
        .start("127.0.0.1", 0);
  }

  private static byte[] answer(Shipped shipped, byte[] line) {
    return RecommendationJson.answer(shipped.pipeline().decide(shipped.ask(line)), Language.EN)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Seen load(String url, List<byte[]> lines, double seconds) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    double took =
        Effort.wall(
            () ->
                parallel(
                    CONNECTIONS,
                    seconds,
                    i -> {
                      long start = System.nanoTime();
                      int status = post(client, url + i, lines.get(i % lines.size()));
                      nanos.add(System.nanoTime() - start);
                      if (status != 200) {
                        throw new IllegalStateException("status " + status);
                      }
                    }));
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Seen(sorted.length / took, sorted[sorted.length * 99 / 100] / 1e6);
  }

  private static int post(HttpClient client, String url, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void batch(
      Shipped shipped, HttpServer server, List<byte[]> lines, Consumer<Row> rows) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    double peer = 0;
    double ours = 0;
    for (int round = 0; round < 2; round++) {
      AtomicInteger decided = new AtomicInteger();
      double alone =
          Effort.wall(
              () ->
                  decided.set(
                      parallel(
                          threads, SECONDS, i -> answer(shipped, lines.get(i % lines.size())))));
      peer = decided.get() / alone;
      int batch = decided.get();
      byte[] body = repeated(lines, batch);
      ours = batch / Effort.wall(() -> send(server, body, batch));
    }
    String measured =
        String.format(Locale.ROOT, "%.0f lines a second, in process %.0f", ours, peer);
    rows.accept(Row.atLeast("S6", "NDJSON batch", measured, ours / peer, 0.8));
  }

  private static void send(HttpServer server, byte[] body, int lines) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/v1/decisions/batch?dryRun=true"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String last = client.send(request, BodyHandlers.ofLines()).body().reduce("", (a, b) -> b);
    if (!last.equals("{\"end\":" + lines + "}")) {
      throw new IllegalStateException("the batch ended with " + last);
    }
  }

  private static byte[] repeated(List<byte[]> lines, int n) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < n; i++) {
      body.write(lines.get(i % lines.size()));
      body.write('\n');
    }
    return body.toByteArray();
  }

  private interface Each {
    void run(int i) throws Exception;
  }

  /** Does it for some seconds with 0, 1, 2 and so on; returns how many times. */
  private static int parallel(int threads, double seconds, Each each) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    AtomicInteger started = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Callable<Void> share =
        () -> {
          while (System.nanoTime() < end) {
            each.run(started.getAndIncrement());
            done.incrementAndGet();
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> ended : pool.invokeAll(Collections.nCopies(threads, share))) {
        ended.get();
      }
    } finally {
      pool.shutdown();
    }
    return done.get();
  }
}
