package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.PolicyRegistry.FailedActivation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two services on one PostgreSQL: what one activates the other serves, if it can. */
@Tag("once")
class ReplicasTest {

  private static String serving(LiveService service) {
    return service.workshops().life().registry().active().map(ServedPolicy::version).orElse("");
  }

  @Test
  void whatIsActivatedOnOneIsServedByTheOtherAndTheLaterOneWins() throws IOException {
    String url = Databases.POSTGRESQL.fresh();
    List<PolicyFile> files = SmallPolicy.saying("first");
    try (LiveService one = LiveService.over(url, files).start();
        LiveService two = LiveService.over(url, files).start()) {
      String first = one.active();
      assertThat(two.active()).isEqualTo(first);
      String second = one.live("second");
      assertThat(one.decide().body()).contains("second");
      LiveService.await(() -> serving(two).equals(second));
      assertThat(two.decide().body()).contains("second").contains(second);
      assertThat(two.activate(first, first).statusCode()).isEqualTo(409);
      assertThat(two.activate(first, second).statusCode()).isEqualTo(200);
      LiveService.await(() -> serving(one).equals(first));
    }
  }

  @Test
  void aReplicaWithoutTheRulesRefusesToActivateAndDoesNotFollow() throws IOException {
    String url = Databases.POSTGRESQL.fresh();
    List<PolicyFile> old = SmallPolicy.withRule("old", "a");
    List<PolicyFile> young = SmallPolicy.withRule("young", "b");
    String oldVersion = SmallPolicy.version(old);
    try (LiveService one = LiveService.over(url, old).withAccess().start();
        LiveService two = LiveService.over(url, young).alsoInstalled(old).withAccess().start()) {
      String youngVersion = SmallPolicy.version(young);
      assertThat(serving(two)).isEqualTo(oldVersion);
      String path = "/v1/policies/" + youngVersion;
      LiveService.await(() -> body(two.get(path)).get("status").asText().equals("CHECKED"));
      one.approve(youngVersion);
      HttpResponse<String> refused = one.activate(youngVersion, oldVersion);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(body(refused).get("type").asText())
          .isEqualTo("urn:huikuan:problem:RULES_NOT_INSTALLED");
      assertThat(one.active()).isEqualTo(oldVersion);
      PolicyRegistry registry = one.workshops().life().registry();
      FailedActivation asked = registry.lastFailure().orElseThrow();

      assertThat(two.activate(youngVersion, oldVersion).statusCode()).isEqualTo(200);
      LiveService.await(() -> !registry.lastFailure().orElseThrow().at().equals(asked.at()));
      assertThat(one.decide().body()).contains("\"old\"").contains(oldVersion);
      assertThat(two.decide().body()).contains("young").contains(youngVersion);
      assertThat(registry.version(youngVersion)).isEmpty();
      assertThat(two.workshops().life().registry().version(oldVersion)).isPresent();

      assertThat(two.activate(oldVersion, youngVersion).statusCode()).isEqualTo(200);
      LiveService.await(() -> registry.lastFailure().isEmpty());
    }
  }
}
