package dev.huikuan.app;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The real server with the shipped policy on a free port, started once for all tests. */
final class Running {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Running() {}

  static HttpServer server() {
    return Started.SERVER;
  }

  /** Started when first asked for, once: a failure is not tried again by every test. */
  private static final class Started {
    static final HttpServer SERVER = start();

    private static HttpServer start() {
      try {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
        HttpServer server = HttpServer.listen("127.0.0.1", 0, clock);
        open(server);
        return server;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** Puts the shipped policy into a server's service. */
  static void open(HttpServer server) throws IOException {
    List<PolicyFile> files = PolicyFolder.read(Path.of(""));
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    List<Finding> errors = loaded.findings().stream().filter(Finding::isError).toList();
    DecisionPipeline pipeline =
        new DecisionPipeline(
            loaded.policy().orElseThrow(() -> new IllegalStateException(errors.toString())));
    server.open(pipeline, loaded.findings(), files);
  }

  static String exampleCase() {
    try (InputStream in = Running.class.getResourceAsStream("example-case.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server().url() + path));
  }

  static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static HttpResponse<String> decide(String json, String... headers) {
    HttpRequest.Builder request =
        request("/v1/decisions?dryRun=true")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static HttpResponse<String> batch(String lines, String... headers) {
    return send(
        request("/v1/decisions/batch?dryRun=true")
            .POST(HttpRequest.BodyPublishers.ofString(lines, StandardCharsets.UTF_8))
            .headers(headers));
  }

  /** The answer; fails when the OpenAPI document does not have it. */
  static HttpResponse<String> send(HttpRequest.Builder request) {
    HttpResponse<String> answer = unchecked(request);
    Documented.check(answer);
    return answer;
  }

  static HttpResponse<String> unchecked(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
