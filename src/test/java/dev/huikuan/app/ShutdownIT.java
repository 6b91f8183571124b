package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the service under load: what was accepted is answered, in full. */
class ShutdownIT {

  private static final int CLIENTS = 6;
  private static final int LINES = 600;

  @Test
  void sigtermUnderLoadLosesNoAnswerAndEndsWithStatusZero(@TempDir Path folder) throws Exception {
    try (ServeProcess service = ServeProcess.ready(folder, "--shutdown-grace", "2")) {
      AtomicBoolean draining = new AtomicBoolean();
      AtomicInteger answered = new AtomicInteger();
      CountDownLatch warm = new CountDownLatch(CLIENTS * 3);
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            CompletableFuture.runAsync(
                () -> {
                  while (!draining.get()) {
                    assertAnswered(sent(service, single(service)));
                    answered.incrementAndGet();
                    warm.countDown();
                  }
                }));
      }
      assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<HttpResponse<String>> batch =
          CompletableFuture.supplyAsync(() -> sent(service, batch(service)));
      awaitLogged(service, answered);
      service.terminate();
      service.await(503);
      HttpResponse<String> ready = service.send(service.request("/health/ready"));
      assertThat(ready.body()).contains("\"name\":\"running\",\"ok\":false");
      assertThat(ready.headers().firstValue("Connection")).contains("close");
      assertAnswered(sent(service, single(service)));
      draining.set(true);
      for (CompletableFuture<Void> client : clients) {
        client.get(60, TimeUnit.SECONDS);
      }
      String lines = batch.get(120, TimeUnit.SECONDS).body();
      assertThat(lines).endsWith("{\"end\":" + LINES + "}\n");
      assertThat(service.exitStatus()).as(service::said).isZero();
      assertThat(answered.get()).isGreaterThan(CLIENTS * 3);
    }
  }

  /** The batch is under way once more answers came while it was running. */
  private static void awaitLogged(ServeProcess service, AtomicInteger answered) throws Exception {
    int before = answered.get();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (answered.get() < before + CLIENTS * 2 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(service.send(service.request("/metrics")).body()).contains("huikuan_http_in_flight");
  }

  private static void assertAnswered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).endsWith("}").contains("nextReviewOn");
  }

  private static HttpRequest.Builder single(ServeProcess service) {
    return service
        .request("/v1/decisions?dryRun=true")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Running.exampleCase()));
  }

  private static HttpRequest.Builder batch(ServeProcess service) {
    String line = Running.exampleCase().replace("\n", " ") + "\n";
    return service
        .request("/v1/decisions/batch?dryRun=true")
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofString(line.repeat(LINES)));
  }

  private static HttpResponse<String> sent(ServeProcess service, HttpRequest.Builder request) {
    try {
      return service.send(request);
    } catch (IOException lost) {
      throw new AssertionError("an answer was lost", lost);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
