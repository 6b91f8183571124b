package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.lifecycle.StoredCases;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Simulations of a version on the stored cases, through HTTP, seen and cancelled by any replica.
 */
@Tag("once")
class SimulationRoutesTest {

  private static final List<PolicyFile> FILES = SmallPolicy.saying("first");
  private static final int CASES = 30;

  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    goOn.countDown();
  }

  private static byte[] stored(int i) {
    return SmallPolicy.CASE.replace("C-1", "C-" + i).getBytes(StandardCharsets.UTF_8);
  }

  private static final StoredCases SOME =
      (ledger, taker) -> {
        for (int i = 0; i < CASES; i++) {
          taker.accept(stored(i));
        }
      };

  /** As a database that is slow: waits until it is told to go on. */
  private final StoredCases slow =
      (ledger, taker) -> {
        try {
          goOn.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        for (int i = 0; i < 1_000_000; i++) {
          taker.accept(stored(i));
        }
      };

  private static String begun(LiveService service, String version) {
    HttpResponse<String> begun = service.post("/v1/policies/" + version + "/simulation", "");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String place = begun.headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo("/v1/simulations/" + body(begun).get("id").asText());
    return place;
  }

  private static String status(LiveService service, String place) {
    return body(service.get(place)).get("status").asText();
  }

  private static String draft(LiveService service) {
    String other = SmallPolicy.table("second").replace("COLLECTION_CALL", "FORMAL_DEMAND");
    return body(service.upload("", List.of(SmallPolicy.file(SmallPolicy.TABLE, other))))
        .get("policyVersion")
        .asText();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void itComparesTheActiveVersionWithTheCandidateOnTheStoredCases(Databases kind) throws Exception {
    try (LiveService service = LiveService.over(kind.fresh(), FILES).cases(SOME).start()) {
      String candidate = draft(service);
      String place = begun(service, candidate);
      LiveService.await(() -> !status(service, place).equals("RUNNING"));
      HttpResponse<String> done = service.getChinese(place);
      JsonNode run = body(done);
      assertThat(run.get("status").asText()).as(done.body()).isEqualTo("DONE");
      assertThat(run.get("done").asInt()).isEqualTo(CASES);
      assertThat(run.get("total").asInt()).isEqualTo(CASES);
      assertThat(run.at("/result/otherAction").asInt()).isEqualTo(CASES);
      assertThat(run.at("/result/candidateVersion").asText()).isEqualTo(candidate);
      assertThat(run.at("/result/labels/FORMAL_DEMAND").asText()).isEqualTo("正式催款函");
      assertThat(OpenApiTest.faults("Simulation", done.body())).isEmpty();
      assertThat(body(service.delete(place)).get("status").asText()).isEqualTo("DONE");
    }
  }

  @Test
  void withoutStoredCasesTheResultSaysNoAccounts() throws Exception {
    try (LiveService service = LiveService.over(Databases.SQLITE.fresh(), FILES).start()) {
      String place = begun(service, service.active());
      LiveService.await(() -> !status(service, place).equals("RUNNING"));
      JsonNode run = body(service.get(place));
      assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("DONE");
      assertThat(run.at("/result/accounts").asInt()).isZero();
    }
  }

  @Test
  void anotherReplicaCancelsItAndTwoAtATimeAreEnough() throws Exception {
    String url = Databases.POSTGRESQL.fresh();
    try (LiveService one = LiveService.over(url, FILES).cases(slow).start();
        LiveService two = LiveService.over(url, FILES).cases(slow).start()) {
      String place = begun(one, one.active());
      String other = begun(one, one.active());
      HttpResponse<String> third = one.post("/v1/policies/" + one.active() + "/simulation", "");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("Retry-After")).contains("10");
      assertThat(status(two, place)).isEqualTo("RUNNING");
      assertThat(body(two.delete(place)).get("status").asText()).isEqualTo("CANCELLED");
      two.delete(other);
      goOn.countDown();
      LiveService.await(
          () -> one.post("/v1/policies/" + one.active() + "/simulation", "").statusCode() == 202);
      assertThat(status(one, place)).isEqualTo("CANCELLED");
    }
  }
}
