package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.access.ApiKey;
import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.KeyRing;
import dev.huikuan.access.Role;
import dev.huikuan.access.Sessions;
import dev.huikuan.access.Sessions.Session;
import dev.huikuan.records.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys, sessions and the audit promise, on both databases. */
class AccessRecordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00.123Z");

  private static KeyRing.Kept kept(String id, String name, Optional<String> ledger) {
    EnumSet<Role> roles = EnumSet.of(Role.CRM, Role.ADMIN);
    ApiKey key = new ApiKey(id, name, roles, ledger, NOW, "测试", Optional.empty());
    return new KeyRing.Kept(key, "0".repeat(64));
  }

  private static AuditEntry entry(Deed deed, String target) {
    return new AuditEntry(NOW, "谁", deed, target, "name=名称");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aKeyIsReadAsItWasAdded(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      KeyRing ring = new SqlKeyRing(database);
      assertThat(ring.all()).isEmpty();
      KeyRing.Kept one = kept("k1", "客户系统", Optional.of("华东"));
      KeyRing.Kept other = kept("k2", "all ledgers", Optional.empty());
      assertThat(ring.add(one, entry(Deed.KEY_ADDED, "k1"))).isTrue();
      assertThat(ring.add(other, entry(Deed.KEY_ADDED, "k2"))).isTrue();
      assertThat(ring.all()).containsExactly(one, other);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aNameBelongsToOneLiveKeyAndARefusalLeavesNoTrace(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      KeyRing ring = new SqlKeyRing(database);
      AuditLog audit = new SqlAuditLog(database);
      ring.add(kept("k1", "crm", Optional.empty()), entry(Deed.KEY_ADDED, "k1"));
      assertThat(ring.add(kept("k2", "crm", Optional.empty()), entry(Deed.KEY_ADDED, "k2")))
          .isFalse();
      assertThat(ring.revoke("nobody", NOW, entry(Deed.KEY_REVOKED, "nobody"))).isFalse();
      assertThat(audit.read(10, Optional.empty()).items())
          .extracting(AuditEntry::target)
          .containsExactly("k1");
      assertThat(ring.revoke("k1", NOW, entry(Deed.KEY_REVOKED, "k1"))).isTrue();
      assertThat(ring.revoke("k1", NOW, entry(Deed.KEY_REVOKED, "k1"))).isFalse();
      assertThat(ring.add(kept("k3", "crm", Optional.empty()), entry(Deed.KEY_ADDED, "k3")))
          .isTrue();
      assertThat(ring.all()).extracting(k -> k.key().isLive()).containsExactly(false, true);
      assertThat(ring.all().get(0).key().revokedAt()).contains(NOW);
      assertThat(audit.read(10, Optional.empty()).items())
          .extracting(AuditEntry::deed)
          .containsExactly(Deed.KEY_ADDED, Deed.KEY_REVOKED, Deed.KEY_ADDED);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theAuditIsReadInPagesTheLatestFirst(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      AuditLog audit = new SqlAuditLog(database);
      for (int i = 0; i < 7; i++) {
        audit.add(entry(Deed.SIGNED_IN, "t" + i));
      }
      List<String> targets = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      int pages = 0;
      do {
        Page<AuditEntry> page = audit.read(3, cursor);
        page.items().forEach(e -> targets.add(e.target()));
        cursor = page.nextCursor();
        pages++;
      } while (cursor.isPresent());
      assertThat(pages).isEqualTo(3);
      assertThat(targets).containsExactly("t6", "t5", "t4", "t3", "t2", "t1", "t0");
      assertThat(audit.read(1, Optional.empty()).items().get(0))
          .isEqualTo(entry(Deed.SIGNED_IN, "t6"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "x", "1;DROP TABLE audit", "99999999999999999999"})
  void aForeignCursorIsRefused(String cursor) {
    try (Database database = Database.open(Databases.SQLITE.fresh())) {
      assertThatThrownBy(() -> new SqlAuditLog(database).read(3, Optional.of(cursor)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aSessionIsKnownUntilItIsClosedOrForgotten(Databases kind) {
    String url = kind.fresh();
    try (Database database = Database.open(url);
        Database replica = Database.open(url)) {
      Sessions sessions = new SqlSessions(database);
      sessions.open(new Session("a", "k1", NOW, NOW));
      sessions.open(new Session("b", "k1", NOW, NOW));
      assertThat(new SqlSessions(replica).find("a")).contains(new Session("a", "k1", NOW, NOW));
      sessions.seen("a", NOW.plusSeconds(90));
      assertThat(sessions.find("a").orElseThrow().seenAt()).isEqualTo(NOW.plusSeconds(90));
      sessions.forget(NOW.plusSeconds(1));
      assertThat(sessions.find("b")).isEmpty();
      sessions.close("a");
      assertThat(sessions.find("a")).isEmpty();
    }
  }
}
