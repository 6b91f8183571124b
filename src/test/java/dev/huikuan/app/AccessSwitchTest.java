package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.Role;
import dev.huikuan.cli.House;
import dev.huikuan.cli.Refusal;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From open mode to access by key, while the service runs and when it starts. */
@Tag("once")
class AccessSwitchTest {

  private static House.Service listen(String host, String database) throws IOException {
    return new HouseOnDisk(Clock.systemUTC())
        .listen(
            new House.Place(
                host, 0, Optional.of(database), Optional.empty(), Doorkeeper.Rules.USUAL));
  }

  @Test
  void theFirstKeySwitchesAccessOnWhileTheServiceRunsAndRevokingItDoesNotSwitchItOff() {
    try (Guarded guarded = Guarded.open()) {
      assertThat(guarded.get("/v1/policies").statusCode()).isEqualTo(200);
      KeyDesk.Made first = guarded.key("first", Optional.empty(), Role.ADMIN);
      guarded.awaitKnown(first.secret());
      assertThat(guarded.get("/v1/policies").statusCode()).isEqualTo(401);
      guarded.revoke(first.key().id());
      guarded.awaitStatus(first.secret(), 401);
      assertThat(guarded.get("/v1/policies").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRevokedKeySignsItsBrowsersOut() {
    try (Guarded guarded = Guarded.open()) {
      String stays = guarded.secret("stays", Role.COLLECTOR);
      KeyDesk.Made goes = guarded.key("goes", Optional.empty(), Role.COLLECTOR);
      guarded.awaitKnown(goes.secret());
      String cookie = guarded.cookie(goes.secret());
      assertThat(guarded.send(guarded.request("/").header("Cookie", cookie)).statusCode())
          .isEqualTo(200);
      guarded.revoke(goes.key().id());
      guarded.awaitStatus(goes.secret(), 401);
      assertThat(guarded.send(guarded.request("/").header("Cookie", cookie)).statusCode())
          .isEqualTo(303);
      guarded.awaitKnown(stays);
    }
  }

  @Test
  void aKeyThatAsksTooOftenIsToldWhenToComeAgainAndOthersAreNot() {
    try (Guarded guarded = Guarded.open(new Doorkeeper.Rules(1, Duration.ofHours(12)))) {
      KeyDesk.Made busy = guarded.key("busy", Optional.empty(), Role.CRM);
      String calm = guarded.key("calm", Optional.empty(), Role.CRM).secret();
      guarded.awaitKnown(busy.secret());
      HttpResponse<String> refused =
          IntStream.range(0, 50)
              .mapToObj(i -> guarded.get("/v1/policies", busy.secret()))
              .filter(answer -> answer.statusCode() == 429)
              .findFirst()
              .orElseThrow();
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("urn:huikuan:problem:TOO_MANY", "`busy`");
      assertThat(guarded.get("/v1/policies", calm).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void replicasShareKeysAndSessions(Databases kind) {
    try (Guarded one = Guarded.on(kind);
        Guarded other = one.replica()) {
      KeyDesk.Made made = one.key("an", Optional.empty(), Role.COLLECTOR);
      one.awaitKnown(made.secret());
      other.awaitKnown(made.secret());
      String cookie = one.cookie(made.secret());
      assertThat(other.send(other.request("/").header("Cookie", cookie)).statusCode())
          .isEqualTo(200);
      one.revoke(made.key().id());
      other.awaitStatus(made.secret(), 401);
      assertThat(other.send(other.request("/").header("Cookie", cookie)).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void withoutItsDatabaseKnownKeysGoOnAndNothingFallsOpen() {
    try (Guarded guarded = Guarded.open()) {
      String secret = guarded.secret("Trillian", Role.COLLECTOR);
      String cookie = guarded.cookie(secret);
      guarded.loseDatabase();
      assertThat(guarded.get("/v1/vocabulary", secret).statusCode()).isEqualTo(200);
      assertThat(guarded.get("/v1/vocabulary").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/v1/vocabulary", secret + "x").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/").statusCode()).isEqualTo(303);
      for (HttpResponse<String> answer :
          List.of(
              guarded.send(guarded.request("/").header("Cookie", cookie)),
              guarded.form("/sign-in", "key=" + secret))) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      HttpResponse<String> docs = guarded.send(guarded.request("/docs").header("Cookie", cookie));
      assertThat(docs.statusCode()).isEqualTo(200);
      assertThat(docs.body()).doesNotContain("Trillian");
    }
  }

  @Test
  void onAnotherAddressThanThisMachinesItDoesNotStartWithoutAKey() throws Exception {
    String url = Databases.SQLITE.fresh();
    assertThatThrownBy(() -> listen("0.0.0.0", url))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("huikuan keys add");
    try (Database database = Database.open(url)) {
      new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
          .add("first", EnumSet.of(Role.ADMIN), Optional.empty(), "test");
    }
    House.Service service = listen("0.0.0.0", url);
    try {
      assertThat(service.greeting()).contains("http://0.0.0.0:", "access by key");
    } finally {
      service.stop();
    }
  }

  @Test
  void onThisMachineItStartsInOpenModeAndSaysSo() throws IOException {
    House.Service service = listen("127.0.0.1", Databases.SQLITE.fresh());
    try {
      assertThat(service.greeting()).contains("open mode");
    } finally {
      service.stop();
    }
  }
}
