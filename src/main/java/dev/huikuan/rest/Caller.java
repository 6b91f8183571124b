package dev.huikuan.rest;

import dev.huikuan.access.ApiKey;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** Who makes a request, and what they may see of it. */
final class Caller {

  private Caller() {}

  /** Who asks, as the guard in front of the doors found out. */
  static Principal of(Context ctx) {
    return Optional.ofNullable(ctx.<Principal>attribute(Principal.ATTRIBUTE))
        .orElseThrow(() -> new IllegalStateException("a request came past the guard"));
  }

  /** Refuses a caller that has none of the roles; nobody is refused when none is asked for. */
  static void requireOneOf(Context ctx, Set<Role> roles) {
    Principal caller = of(ctx);
    if (!caller.hasOneOf(roles)) {
      String needed = ApiKey.written(roles).replace(",", ", ");
      String has = ApiKey.written(caller.roles()).replace(",", ", ");
      throw Problem.of(
          ProblemCode.FORBIDDEN,
          new Text(
              "密钥 `" + caller.name() + "` 的角色是 " + has + "；此操作需要以下角色之一：" + needed,
              "the key `"
                  + caller.name()
                  + "` has the roles "
                  + has
                  + "; this needs one of: "
                  + needed));
    }
  }

  /** Refuses a case of a ledger that the caller may not see. */
  static void requireLedger(Principal caller, String ledger) {
    if (!caller.maySee(ledger)) {
      throw foreignLedger(caller, ledger);
    }
  }

  /** The ledger that a list is about: the one asked for, else the key's own, else all. */
  static Optional<String> ledger(Context ctx) {
    Principal caller = of(ctx);
    Optional<String> asked =
        Optional.ofNullable(ctx.queryParam("ledger")).filter(text -> !text.isEmpty());
    asked.ifPresent(ledger -> requireLedger(caller, ledger));
    return asked.or(caller::ledger);
  }

  /** What is said of a ledger that the caller's key is not for. */
  static Problem foreignLedger(Principal caller, String ledger) {
    String own = caller.ledger().orElse("-");
    return Problem.of(
        ProblemCode.FORBIDDEN,
        new Text(
            "账套 `" + ledger + "` 不在此密钥的范围内；它只能访问 `" + own + "`",
            "ledger `" + ledger + "` is not for this key; it is for `" + own + "` only"));
  }

  /**
   * Puts a change into the audit once the request has succeeded.
   *
   * @param detail more of it, without personal data
   */
  static void changed(Context ctx, Deed deed, String target, String detail) {
    Changes.note(ctx, deed, target, detail);
  }
}
