package dev.huikuan.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for what a server does in the background. */
final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private Await() {}

  /** Until the worklist has so many accounts. */
  static void accounts(HttpServer server, int count) {
    URI worklist = URI.create(server.url() + "/v1/worklist?limit=1");
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + DEADLINE.toNanos();
    try {
      String seen = "";
      while (!seen.contains("\"total\":" + count)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("not " + count + " accounts within " + DEADLINE);
        }
        Thread.sleep(100);
        seen =
            client
                .send(HttpRequest.newBuilder(worklist).build(), BodyHandlers.ofString())
                .body()
                .replace(" ", "");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
