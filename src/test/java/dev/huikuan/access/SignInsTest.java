package dev.huikuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import dev.huikuan.store.SqlSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a browser stays signed in. */
class SignInsTest {

  private static final Duration IDLE = Duration.ofHours(12);

  private Instant now = Instant.parse("2026-11-21T02:00:00Z");
  private Database database;
  private KeyDesk desk;
  private ApiKey key;
  private LiveKeys keys;
  private SignIns signIns;

  @BeforeEach
  void open() throws KeyRefused {
    Clock clock = new Settable();
    database = Database.open(Databases.SQLITE.fresh());
    desk = new KeyDesk(new SqlKeyRing(database), clock);
    key = desk.add("an", EnumSet.of(Role.COLLECTOR), Optional.empty(), "test").key();
    follow(clock);
  }

  private void follow(Clock clock) {
    keys = new LiveKeys(new SqlKeyRing(database), System::nanoTime);
    signIns = new SignIns(new SqlSessions(database), keys, IDLE, clock);
  }

  @AfterEach
  void close() {
    keys.close();
    database.close();
  }

  private final class Settable extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aBrowserThatKeepsAskingStaysSignedInForAWeekAtMost() {
    String cookie = signIns.open(key);
    for (int hours = 0; hours < 7 * 24 - 11; hours += 11) {
      assertThat(signIns.find(cookie)).as("after %s hours", hours).isPresent();
      now = now.plus(Duration.ofHours(11));
    }
    now = now.plus(Duration.ofHours(11));
    assertThat(signIns.find(cookie)).isEmpty();
  }

  @Test
  void aBrowserThatIsSilentForTwelveHoursSignsInAgain() {
    String cookie = signIns.open(key);
    now = now.plus(IDLE.minusMinutes(1));
    assertThat(signIns.find(cookie)).isPresent();
    now = now.plus(IDLE);
    assertThat(signIns.find(cookie)).isEmpty();
  }

  @Test
  void aRevokedKeyEndsItsSessions() throws KeyRefused {
    String cookie = signIns.open(key);
    desk.revoke(key.id(), "test");
    keys.close();
    follow(new Settable());
    assertThat(signIns.find(cookie)).isEmpty();
  }

  @Test
  void aFormsTokenIsOfItsSessionAlone() {
    String one = signIns.open(key);
    String other = signIns.open(key);
    SignIns.SignedIn mine = signIns.find(one).orElseThrow();
    assertThat(mine.sent(mine.csrf())).isTrue();
    assertThat(mine.sent(signIns.find(other).orElseThrow().csrf())).isFalse();
    assertThat(mine.sent("")).isFalse();
    assertThat(mine.csrf()).doesNotContain(one);
  }

  @Test
  void aSessionThatWasClosedIsNoMore() {
    String cookie = signIns.open(key);
    signIns.close(cookie);
    assertThat(signIns.find(cookie)).isEmpty();
    assertThat(signIns.find("")).isEmpty();
  }
}
