package dev.huikuan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The keys that open something, and what becomes of them when the database is gone. */
class LiveKeysTest {

  private static final long MINUTE = 60 * 1_000_000_000L;

  private static KeyDesk.Made add(Database database) throws KeyRefused {
    return new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
        .add("crm", EnumSet.of(Role.CRM), Optional.empty(), "test");
  }

  @Test
  void onlyTheWholeSecretOpens() throws KeyRefused {
    try (Database database = Database.open(Databases.SQLITE.fresh())) {
      String secret = add(database).secret();
      try (LiveKeys keys = new LiveKeys(new SqlKeyRing(database), System::nanoTime)) {
        assertThat(keys.withSecret(secret)).isPresent();
        char last = secret.charAt(secret.length() - 1);
        String other = secret.substring(0, secret.length() - 1) + (last == 'a' ? 'b' : 'a');
        assertThat(keys.withSecret(other)).isEmpty();
        assertThat(keys.withSecret(secret.substring(0, secret.length() - 1))).isEmpty();
        assertThat(keys.withSecret(secret + "a")).isEmpty();
        assertThat(keys.withSecret("")).isEmpty();
        assertThat(keys.withSecret("hk_0000000000_" + "a".repeat(43))).isEmpty();
      }
    }
  }

  @Test
  void withoutTheDatabaseKnownKeysGoOnForAQuarterOfAnHourAndAccessStaysOn() throws KeyRefused {
    AtomicLong now = new AtomicLong();
    Database database = Database.open(Databases.SQLITE.fresh());
    String secret = add(database).secret();
    try (LiveKeys keys = new LiveKeys(new SqlKeyRing(database), now::get)) {
      database.close();
      now.addAndGet(15 * MINUTE);
      assertThat(keys.withSecret(secret)).isPresent();
      now.addAndGet(MINUTE);
      assertThatThrownBy(() -> keys.withSecret(secret)).isInstanceOf(RecordsUnavailable.class);
      assertThat(keys.areThere()).isTrue();
    }
  }

  @Test
  void aRevokedKeyOpensNothingAndAccessStaysOn() throws KeyRefused {
    try (Database database = Database.open(Databases.SQLITE.fresh())) {
      KeyDesk.Made made = add(database);
      new KeyDesk(new SqlKeyRing(database), Clock.systemUTC()).revoke(made.key().id(), "test");
      try (LiveKeys keys = new LiveKeys(new SqlKeyRing(database), System::nanoTime)) {
        assertThat(keys.withSecret(made.secret())).isEmpty();
        assertThat(keys.areThere()).isTrue();
      }
    }
  }
}
