package dev.huikuan.access;

import dev.huikuan.access.AuditEntry.Deed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes keys and revokes them. Thread-safe. */
public final class KeyDesk {

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 80;

  /** Roles whose work is not of one ledger: the policy, the keys and the audit are one for all. */
  private static final Set<Role> OF_ALL_LEDGERS =
      EnumSet.of(Role.ANALYST, Role.APPROVER, Role.ADMIN);

  private final KeyRing ring;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public KeyDesk(KeyRing ring, Clock clock) {
    this.ring = ring;
    this.clock = clock;
  }

  /**
   * A key just made.
   *
   * @param secret to be shown once; it cannot be read again
   */
  public record Made(ApiKey key, String secret) {}

  /**
   * Makes a key.
   *
   * @param by the name of who asks
   */
  public Made add(String name, Set<Role> roles, Optional<String> ledger, String by)
      throws KeyRefused {
    check(name.strip(), roles, ledger);
    Instant now = clock.instant();
    String id = Secret.newId(random);
    String secret = Secret.make(id, random);
    ApiKey key = new ApiKey(id, name.strip(), roles, ledger, now, by, Optional.empty());
    String detail =
        "name="
            + key.name()
            + " roles="
            + ApiKey.written(roles)
            + ledger.map(l -> " ledger=" + l).orElse("");
    AuditEntry entry = new AuditEntry(now, by, Deed.KEY_ADDED, id, detail);
    if (!ring.add(new KeyRing.Kept(key, Secret.hash(secret)), entry)) {
      throw new KeyRefused(
          "已有名为 `" + key.name() + "` 的有效密钥；请换一个名称，或先撤销原来的密钥",
          "a live key is named `"
              + key.name()
              + "` already; choose another name, or revoke that one first");
    }
    return new Made(key, secret);
  }

  private static void check(String name, Set<Role> roles, Optional<String> ledger)
      throws KeyRefused {
    if (!isPlain(name, LONGEST_NAME) || name.equals(Principal.OPEN.name())) {
      throw new KeyRefused(
          "名称应为 1 到 " + LONGEST_NAME + " 个可见字符，且不能是 `" + Principal.OPEN.name() + "`",
          "a name has 1 to "
              + LONGEST_NAME
              + " visible characters and is not `"
              + Principal.OPEN.name()
              + "`");
    }
    if (roles.isEmpty()) {
      throw new KeyRefused("至少要有一个角色", "a key needs at least one role");
    }
    if (ledger.isPresent() && !isPlain(ledger.get(), LONGEST_NAME)) {
      throw new KeyRefused(
          "账套应为 1 到 " + LONGEST_NAME + " 个可见字符",
          "a ledger has 1 to " + LONGEST_NAME + " visible characters");
    }
    Set<Role> wide = EnumSet.copyOf(roles);
    wide.retainAll(OF_ALL_LEDGERS);
    if (ledger.isPresent() && !wide.isEmpty()) {
      String named = ApiKey.written(wide);
      throw new KeyRefused(
          "角色 " + named + " 面向所有账套，不能限定账套；限定账套的密钥只能是 crm 或 collector",
          "the roles "
              + named
              + " are for all ledgers; a key of one ledger can only be crm or collector");
    }
  }

  private static boolean isPlain(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.codePoints()
            .allMatch(
                c ->
                    c == ' '
                        || !Character.isISOControl(c)
                            && Character.isDefined(c)
                            && Character.getType(c) != Character.SURROGATE
                            && Character.getType(c) != Character.FORMAT);
  }

  /** All keys, revoked ones too, in the order in which they were made. */
  public List<ApiKey> list() {
    return ring.all().stream().map(KeyRing.Kept::key).toList();
  }

  /**
   * Revokes a key: from the next second on it opens nothing.
   *
   * @param by the name of who asks
   */
  public ApiKey revoke(String id, String by) throws KeyRefused {
    ApiKey key =
        list().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new KeyRefused(
                        "没有密钥 `" + id + "`；`huikuan keys list` 列出全部",
                        "no key `" + id + "`; `huikuan keys list` shows all"));
    Instant now = clock.instant();
    AuditEntry entry = new AuditEntry(now, by, Deed.KEY_REVOKED, id, "name=" + key.name());
    if (!ring.revoke(id, now, entry)) {
      throw new KeyRefused("密钥 `" + id + "` 早已撤销", "the key `" + id + "` is revoked already");
    }
    return key;
  }
}
