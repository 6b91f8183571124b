package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which version is in service after a start: the folder's, or the database's. */
@Tag("once")
class PolicyAtStartTest {

  private static final List<PolicyFile> FIRST = SmallPolicy.saying("first");
  private static final List<PolicyFile> SECOND = SmallPolicy.saying("second");
  private static final List<PolicyFile> BROKEN =
      List.of(
          SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table("x").replace(">= 30", ">> 30")));

  private String url;

  @BeforeEach
  void anEmptyDatabase() {
    url = Databases.SQLITE.fresh();
  }

  private LiveService.Builder over(List<PolicyFile> folder) {
    return LiveService.over(url, folder);
  }

  private static String kinds(LiveService service, List<PolicyFile> version) {
    HttpResponse<String> one = service.get("/v1/policies/" + SmallPolicy.version(version));
    return String.join(" ", body(one).path("history").findValuesAsText("kind"));
  }

  @Test
  void anEmptyDatabaseTakesTheFoldersPolicyAndItIsCheckedSoonAfter() throws IOException {
    try (LiveService service = over(FIRST).start()) {
      assertThat(service.decide().body()).contains("first");
      assertThat(service.said()).isEmpty();
      assertThat(kinds(service, FIRST)).isEqualTo("IMPORTED ACTIVATED");
      String path = "/v1/policies/" + service.active();
      assertThat(body(service.get(path)).at("/history/0/note").asText()).isEqualTo("from folder");
      assertThat(body(service.get(path)).at("/tables/0/rows").asInt()).isEqualTo(1);
      LiveService.await(() -> body(service.get(path)).get("check").isObject());
    }
  }

  @Test
  void aRestartKeepsWhatWasActivatedWhileTheFolderStayedTheSame() throws IOException {
    String second;
    try (LiveService service = over(FIRST).start()) {
      second = service.live("second");
    }
    try (LiveService service = over(FIRST).start()) {
      assertThat(service.active()).isEqualTo(second);
      assertThat(service.decide().body()).contains("second");
      assertThat(String.join("", service.said())).contains(second, "--activate-folder");
    }
  }

  @Test
  void aChangedFolderIsActivatedInOpenModeAlsoWhenItGoesBack() throws IOException {
    over(FIRST).start().close();
    try (LiveService service = over(SECOND).start()) {
      assertThat(service.decide().body()).contains("second");
      assertThat(String.join("", service.said())).contains("is active now");
      assertThat(kinds(service, FIRST)).isEqualTo("IMPORTED ACTIVATED SUPERSEDED");
    }
    try (LiveService service = over(FIRST).start()) {
      assertThat(service.decide().body()).contains("first");
    }
  }

  @Test
  void aChangedFolderIsADraftWhereAccessIsOnUnlessItIsToBeActivated() throws IOException {
    over(FIRST).withAccess().start().close();
    try (LiveService service = over(SECOND).withAccess().start()) {
      assertThat(service.decide().body()).contains("first");
      assertThat(String.join("", service.said())).contains("DRAFT", "--activate-folder");
      assertThat(kinds(service, SECOND)).isEqualTo("IMPORTED");
      String path = "/v1/policies/" + SmallPolicy.version(SECOND);
      LiveService.await(() -> body(service.get(path)).get("status").asText().equals("CHECKED"));
    }
    try (LiveService service = over(SECOND).withAccess().activatingFolder().start()) {
      assertThat(service.decide().body()).contains("second");
      assertThat(kinds(service, SECOND)).isEqualTo("IMPORTED ACTIVATED");
    }
  }

  @Test
  void aFolderWithErrorsTakesNothingOutOfService() throws IOException {
    over(FIRST).start().close();
    try (LiveService service = over(BROKEN).start()) {
      assertThat(service.decide().body()).contains("first");
      assertThat(body(service.get("/v1/policies")).get("items")).hasSize(1);
    }
  }

  @Test
  void whatCannotBeServedHereLeavesTheServiceNotReadyButItsVersionsCanBeSeenAndActivated()
      throws IOException {
    List<PolicyFile> ruled = SmallPolicy.withRule("ruled", "a");
    over(ruled).withAccess().start().close();
    try (LiveService service = over(SECOND).withAccess().start()) {
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(service.decide().statusCode()).isEqualTo(503);
      assertThat(String.join("", service.said())).contains("not installed", "not ready");
      String second = SmallPolicy.version(SECOND);
      LiveService.await(
          () ->
              body(service.get("/v1/policies/" + second)).get("status").asText().equals("CHECKED"));
      service.approve(second);
      assertThat(service.activate(second, SmallPolicy.version(ruled)).statusCode()).isEqualTo(200);
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(service.decide().body()).contains("second");
    }
  }
}
