package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static dev.huikuan.app.SmallPortfolio.form;
import static dev.huikuan.app.SmallPortfolio.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.StoredCases;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.simulation.SimulationJson;
import dev.huikuan.simulation.StoredResult;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulations on pages: who may start and see them, and what is shown of each state. */
@Tag("once")
class SimulationPagesTest {

  private static final List<PolicyFile> FILES = SmallPolicy.saying("first");
  private static final int CASES = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    goOn.countDown();
  }

  static final StoredCases SOME =
      (ledger, taker) -> {
        for (int i = 0; i < CASES; i++) {
          String named =
              SmallPolicy.CASE.replace(
                  "\"C-1\"", "\"C-" + i + "\", \"name\": \"Acme " + SmallPortfolio.ATTACK + "\"");
          taker.accept(named.getBytes(StandardCharsets.UTF_8));
        }
      };

  private final StoredCases slow =
      (ledger, taker) -> {
        try {
          goOn.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        SOME.each(ledger, taker);
      };

  /** A draft that demands formally where the active version calls. */
  static String draft(LiveService service) {
    String other =
        SmallPolicy.table("second")
            .replace("COLLECTION_CALL", "FORMAL_DEMAND")
            .replace("NA-1", "NA-2");
    return body(service.upload("", List.of(SmallPolicy.file(SmallPolicy.TABLE, other))))
        .get("policyVersion")
        .asText();
  }

  private static String started(LiveService service, String version) {
    HttpResponse<String> begun = form(service, "/studio/" + version + "/simulations", "");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private static JsonNode run(LiveService service, String place) {
    return body(service.get(place.replace("/studio/", "/v1/")));
  }

  private static void awaitEnd(LiveService service, String place) {
    LiveService.await(() -> !run(service, place).get("status").asText().equals("RUNNING"));
  }

  @Test
  void whatItShowsIsWhatTheRestDoorTells() throws Exception {
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), FILES).cases(SOME).start()) {
      String version = draft(service);
      String place = started(service, version);
      awaitEnd(service, place);
      JsonNode result = run(service, place).get("result");
      assertThat(result.get("otherAction").asInt()).isEqualTo(CASES);
      String english = page(service, place + "?lang=en").body();
      assertThat(english)
          .contains("30 accounts: 30 with another action, 0 with other changes, 0 the same.")
          .contains("<td class=\"heat-5\">30</td>", "<td class=\"stays\">0</td>")
          .contains("href=\"/studio/" + version + "\"", "href=\"/?q=C-0\"", "NA-1", "NA-2 second")
          .contains("Acme &lt;script&gt;")
          .doesNotContain("<script>alert", "hx-trigger");
      String chinese = page(service, place + "?lang=zh").body();
      assertThat(chinese)
          .contains("30 个客户：30 个换动作", "正式催款函", "催收电话", "动作变化矩阵")
          .doesNotContain("Formal demand", "Run again");
      assertThat(english.split("class=\"both\"").length - 1).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void theDownloadsAreTheStoredResult() throws Exception {
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), FILES).cases(SOME).start()) {
      String place = started(service, draft(service));
      awaitEnd(service, place);
      HttpResponse<String> json = page(service, place + ".json?lang=en");
      assertThat(json.statusCode()).isEqualTo(200);
      JsonNode told = run(service, place).get("result");
      assertThat(JSON.readTree(json.body())).isEqualTo(told);
      assertThat(SimulationJson.of(StoredResult.of(told), Language.EN).toString())
          .as("nothing is lost when it is read back")
          .isEqualTo(told.toString());
      HttpResponse<String> workbook = page(service, place + ".xlsx");
      assertThat(workbook.statusCode()).isEqualTo(200);
      assertThat(workbook.body()).startsWith("PK");
      assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
          .contains("attachment", ".xlsx");
    }
  }

  @Test
  void whileItRunsThePageFollowsAndItCanBeCancelled() throws Exception {
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), FILES).cases(slow).start()) {
      String place = started(service, service.active());
      String running = page(service, place + "?lang=en").body();
      assertThat(running)
          .contains("<progress", "hx-trigger=\"every 1s\"", "Cancel the simulation")
          .contains("<noscript><meta http-equiv=\"refresh\"");
      String part = page(service, place, "HX-Request", "true").body();
      assertThat(part).contains("<progress").doesNotContain("<html", "<form");
      assertThat(page(service, place + ".json").statusCode()).isEqualTo(404);
      String other = started(service, service.active());
      HttpResponse<String> third =
          form(service, "/studio/" + service.active() + "/simulations", "lang=en");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.body())
          .contains("2 simulations are running already", "/studio/" + service.active());
      HttpResponse<String> cancelled = form(service, place + "/cancel", "");
      assertThat(cancelled.statusCode()).isEqualTo(303);
      assertThat(page(service, place + "?lang=en").body())
          .contains("The simulation was cancelled", "Run again")
          .doesNotContain("<progress");
      HttpResponse<String> ended = page(service, place + "?lang=zh", "HX-Request", "true");
      assertThat(ended.headers().firstValue("HX-Retarget")).contains("#run");
      assertThat(ended.body()).contains("模拟已取消").doesNotContain("<html");
      form(service, other + "/cancel", "");
    }
  }

  @Test
  void whyItFailedIsSaidAsText() throws Exception {
    StoredCases broken =
        (ledger, taker) -> {
          throw new IllegalStateException(SmallPortfolio.ATTACK);
        };
    try (LiveService service =
        LiveService.over(Databases.SQLITE.fresh(), FILES).cases(broken).start()) {
      String place = started(service, service.active());
      awaitEnd(service, place);
      assertThat(page(service, place + "?lang=en").body())
          .contains("The simulation failed", "&lt;script&gt;alert(1)", "Run again")
          .doesNotContain("<script>alert");
      assertThat(page(service, place + ".xlsx?lang=zh").body()).contains("还没有可下载的结果");
    }
  }

  @Test
  void withoutCasesItSaysSoAndAnUnknownOneIsNotThere() throws Exception {
    try (LiveService service = LiveService.over(Databases.SQLITE.fresh(), FILES).start()) {
      String place = started(service, service.active());
      awaitEnd(service, place);
      assertThat(page(service, place + "?lang=en").body())
          .contains("There was no case to use")
          .doesNotContain("class=\"matrix\"");
      HttpResponse<String> unknown = page(service, "/studio/simulations/none?lang=en");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.body()).contains("no simulation `none`", "href=\"/studio\"");
      assertThat(form(service, "/studio/none/simulations", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anAnalystStartsAnApproverSeesAndNobodyElse() throws Exception {
    String url = Databases.SQLITE.fresh();
    try (LiveService service = LiveService.over(url, FILES).cases(SOME).start()) {
      String analyst = key(service, url, Role.ANALYST);
      String approver = key(service, url, Role.APPROVER);
      String collector = key(service, url, Role.COLLECTOR);
      String version = service.as(analyst).active();
      String place = started(service.as(analyst), version);
      awaitEnd(service.as(analyst), place);
      assertThat(page(service.as(analyst), place + "?lang=en").body()).contains("Run again");
      HttpResponse<String> seen = page(service.as(approver), place + "?lang=en");
      assertThat(seen.statusCode()).isEqualTo(200);
      assertThat(seen.body()).contains("30 accounts").doesNotContain("Run again");
      String start = "/studio/" + version + "/simulations";
      assertThat(form(service.as(approver), start, "").statusCode()).isEqualTo(403);
      assertThat(form(service.as(approver), place + "/cancel", "").statusCode()).isEqualTo(403);
      assertThat(page(service.as(collector), place).statusCode()).isEqualTo(403);
      assertThat(page(service.as(collector), place + ".json").statusCode()).isEqualTo(403);
      assertThat(page(service.asNobody(), place).statusCode()).isEqualTo(303);
    }
  }

  private static String key(LiveService service, String url, Role role) throws Exception {
    try (Database database = Database.open(url)) {
      String secret =
          new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
              .add(role.written(), EnumSet.of(role), Optional.empty(), "test")
              .secret();
      LiveService.await(() -> service.asNobody().get("/v1/policies").statusCode() == 401);
      LiveService.await(() -> service.as(secret).get("/v1/policies").statusCode() == 200);
      return secret;
    }
  }
}
