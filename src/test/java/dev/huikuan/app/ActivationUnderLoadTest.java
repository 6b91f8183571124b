package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.store.Databases;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Activations and rollbacks while cases are being decided: no request fails, no answer mixes. */
@Tag("law")
class ActivationUnderLoadTest {

  private static final int ACTIVATIONS = 500;
  private static final int LOADS = 200;
  private static final int CLIENTS = 2;

  /** More than are kept loaded, so that each activation loads its version anew. */
  private static final int MANY_VERSIONS = 7;

  /** As many as are kept loaded: forth and back and on. */
  private static final int FEW_VERSIONS = 3;

  @Test
  void fiveHundredActivationsFailNoRequestAndMixNoAnswer() throws Exception {
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.saying("reason 0")).start()) {
      Map<String, String> reasons = new HashMap<>();
      List<String> versions = new ArrayList<>(List.of(service.active()));
      reasons.put(versions.get(0), "reason 0");
      for (int i = 1; i < FEW_VERSIONS; i++) {
        versions.add(service.live("reason " + i));
        reasons.put(versions.get(i), "reason " + i);
      }
      AtomicBoolean over = new AtomicBoolean();
      AtomicLong answered = new AtomicLong();
      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      List<Future<?>> deciding = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        deciding.add(
            clients.submit(
                () -> {
                  while (!over.get()) {
                    decide(service, reasons, wrong);
                    answered.incrementAndGet();
                  }
                }));
      }
      String active = versions.get(FEW_VERSIONS - 1);
      for (int i = 0; i < ACTIVATIONS; i++) {
        String next = versions.get(i % FEW_VERSIONS);
        HttpResponse<String> done = service.activate(next, active);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        active = next;
      }
      over.set(true);
      for (Future<?> client : deciding) {
        client.get();
      }
      clients.shutdown();
      assertThat(wrong).isEmpty();
      assertThat(answered.get()).isGreaterThan(ACTIVATIONS / 10);
      assertThat(service.decide().body()).contains(active);
    }
  }

  private static void decide(
      LiveService service, Map<String, String> reasons, Queue<String> wrong) {
    HttpResponse<String> answer = service.decide();
    JsonNode decision = body(answer);
    String version = decision.path("policyVersion").asText();
    String reason = decision.at("/action/reason").asText();
    if (answer.statusCode() != 200 || !reason.equals(reasons.get(version))) {
      wrong.add(answer.body());
    }
  }

  @Test
  void twoHundredLoadsLeaveHeapAndMetaspaceAsTheyWere() throws Exception {
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.withRule("reason 0", "own"))
            .start()) {
      List<String> versions = new ArrayList<>(List.of(service.active()));
      for (int i = 1; i < MANY_VERSIONS; i++) {
        versions.add(service.live("reason " + i));
      }
      String active = versions.get(MANY_VERSIONS - 1);
      long heap = 0;
      long metaspace = 0;
      for (int i = 0; i < LOADS; i++) {
        String next = versions.get(i % MANY_VERSIONS);
        assertThat(service.activate(next, active).statusCode()).isEqualTo(200);
        active = next;
        service.decide();
        if (i == LOADS / 4) {
          heap = heapAfterCollection();
          metaspace = metaspace();
        }
      }
      assertThat(heapAfterCollection()).isLessThan(heap + 10_000_000);
      assertThat(metaspace()).isLessThan(metaspace + 5_000_000);
    }
  }

  private static long heapAfterCollection() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }
}
