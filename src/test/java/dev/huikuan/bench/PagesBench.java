package dev.huikuan.bench;

import dev.huikuan.app.HttpServer;
import dev.huikuan.app.OnDatabase;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Recorder;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlDecisionLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Each page beside the JSON that says the same, over many recorded accounts, on both databases: one
 * client that asks for the two in turn. What counts is the median of the times until the whole
 * answer is there.
 */
final class PagesBench {

  private static final double MOST = 3;
  private static final double SECONDS = 3;
  private static final int AT_A_TIME = 500;
  private static final double MILLI = 1e6;

  /** A page and its twin. */
  private record Pair(String what, String page, String json) {}

  private PagesBench() {}

  static void run(Consumer<Row> rows, int accounts) throws Exception {
    Shipped shipped = Shipped.load();
    for (Databases kind : Databases.values()) {
      try (Database database = Database.open(kind.fresh())) {
        String decision = fill(database, shipped, accounts);
        HttpServer server =
            OnDatabase.start(
                database,
                shipped.pipeline(),
                Clock.fixed(Shipped.NOW, ZoneOffset.UTC),
                shipped.files());
        try {
          for (Pair pair : pairs(decision, shipped.policy().version())) {
            rows.accept(row(server, pair, kind + ", " + accounts));
          }
        } finally {
          server.stop();
        }
      }
    }
  }

  private static List<Pair> pairs(String decision, String version) {
    String account = "/decisions/" + decision;
    return List.of(
        new Pair("desk", "/", "/v1/worklist"),
        new Pair(
            "desk, one action", "/?action=COLLECTION_CALL", "/v1/worklist?action=COLLECTION_CALL"),
        new Pair("desk, search", "/?q=D-1101", "/v1/worklist?q=D-1101"),
        new Pair("account", account, "/v1" + account + "?replay=true"),
        new Pair("overview", "/overview", "/v1/portfolio/summary"),
        new Pair("studio", "/studio", "/v1/policies"),
        new Pair("version", "/studio/" + version, "/v1/policies/" + version));
  }

  /** The demo portfolio, decided; then more accounts with the same decisions under other ids. */
  private static String fill(Database database, Shipped shipped, int accounts) {
    try (SqlDecisionLog log = new SqlDecisionLog(database)) {
      Recorder recorder = new Recorder(log);
      String shown = "";
      for (byte[] line : Shipped.lines()) {
        Recorder.Request request =
            Recorder.Request.of(line, Optional.empty(), "bench", Shipped.NOW);
        shown =
            recorder.record(shipped.pipeline(), shipped.ask(line), request).join().decision().id();
      }
      List<DecisionRecord> made = LogBench.made(shipped);
      List<CompletableFuture<Appended>> waiting = new ArrayList<>();
      for (int i = made.size(); i < accounts; i++) {
        waiting.add(log.append(other(made.get(i % made.size()), recorder.newId(), i)));
        if (waiting.size() == AT_A_TIME) {
          waiting.forEach(CompletableFuture::join);
          waiting.clear();
        }
      }
      waiting.forEach(CompletableFuture::join);
      return shown;
    }
  }

  private static DecisionRecord other(DecisionRecord d, String id, int number) {
    return new DecisionRecord(
        id,
        d.ledger(),
        d.customerId() + "-" + number,
        d.asOf(),
        d.asOfDate(),
        d.recordedAt(),
        d.policyVersion(),
        d.engineVersion(),
        Optional.empty(),
        d.basedOn(),
        d.actor(),
        d.caseJson(),
        d.answer(),
        d.headline(),
        d.outcome());
  }

  private static Row row(HttpServer server, Pair pair, String where) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Double> pages = new ArrayList<>();
    List<Double> twins = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      pages.clear();
      twins.clear();
      long end = System.nanoTime() + (long) (SECONDS * 1e9);
      while (System.nanoTime() < end || pages.size() < 5) {
        pages.add(millis(client, server.url() + pair.page()));
        twins.add(millis(client, server.url() + pair.json()));
      }
    }
    double page = median(pages);
    double twin = median(twins);
    String measured = String.format(Locale.ROOT, "%.1f ms, JSON %.1f ms (%s)", page, twin, where);
    return Row.atMost("", "page: " + pair.what(), measured, page / twin, MOST);
  }

  private static double millis(HttpClient client, String address)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    long start = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - start) / MILLI;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(address + ": " + answer.statusCode());
    }
    return millis;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
