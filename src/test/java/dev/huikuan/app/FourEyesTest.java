package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.Role;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of the policy with keys: whoever made it does not approve it, and the audit tells. */
@Tag("once")
class FourEyesTest {

  private final String url = Databases.SQLITE.fresh();
  private LiveService service;
  private String first;

  @BeforeEach
  void start() throws Exception {
    service = LiveService.over(url, SmallPolicy.saying("first")).start();
    first = service.active();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private String key(String name, Role role, Role... more) throws Exception {
    try (Database database = Database.open(url)) {
      String secret =
          new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
              .add(name, EnumSet.of(role, more), Optional.empty(), "test")
              .secret();
      LiveService.await(() -> service.asNobody().get("/v1/policies").statusCode() == 401);
      LiveService.await(() -> service.as(secret).get("/v1/policies").statusCode() == 200);
      return secret;
    }
  }

  private static void assertForbidden(HttpResponse<String> answer, String... words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(body(answer).get("detail").asText()).contains(words);
  }

  @Test
  void theAuthorDoesNotApproveAndEachStepNeedsItsRole() throws Exception {
    String author = key("author", Role.ANALYST, Role.APPROVER);
    String crm = key("erp", Role.CRM);
    String approver = key("approver", Role.APPROVER);
    String admin = key("admin", Role.ADMIN);

    assertForbidden(
        service.as(crm).upload("", java.util.List.of(), "decision-tables/x.csv"), "erp", "analyst");
    String second = service.as(author).draft("second");
    assertForbidden(service.as(author).approve(second), "somebody else has to approve");
    assertForbidden(service.as(crm).approve(second), "approver");
    assertThat(service.as(approver).approve(second).statusCode()).isEqualTo(200);
    assertForbidden(service.as(author).activate(second, first), "somebody else has to activate");
    assertThat(service.as(approver).activate(second, first).statusCode()).isEqualTo(200);
    assertThat(service.as(crm).decide().body()).contains("second");

    JsonNode history = body(service.as(crm).get("/v1/policies/" + second)).get("history");
    assertThat(history.findValuesAsText("who")).startsWith("author", "approver", "approver");
    JsonNode audit = body(service.as(admin).get("/v1/audit")).get("items");
    assertThat(audit.findValuesAsText("deed"))
        .startsWith("POLICY_ACTIVATED", "POLICY_APPROVED", "POLICY_DRAFTED");
    assertThat(audit.findValuesAsText("who")).startsWith("approver", "approver", "author");
    assertThat(audit.findValuesAsText("target")).startsWith(second, second, second);
  }
}
