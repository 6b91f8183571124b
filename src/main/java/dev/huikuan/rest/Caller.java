package dev.huikuan.rest;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import io.javalin.http.Context;
import java.util.Optional;

/** Who sends a request, and which ledgers they may see. */
public final class Caller {

  /** Under this name the guard at the entrance leaves the {@link Principal} of a request. */
  public static final String ATTRIBUTE = "principal";

  private Caller() {}

  static Principal of(Context ctx) {
    return Optional.<Principal>ofNullable(ctx.attribute(ATTRIBUTE)).orElse(Principal.OPEN);
  }

  /** Refuses a ledger that the caller's key is not for. */
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

  static Problem foreignLedger(Principal caller, String ledger) {
    String own = caller.ledger().orElse("-");
    return Problem.of(
        ProblemCode.FORBIDDEN,
        new Text(
            "账套 `" + ledger + "` 不在此密钥的范围内；它只能访问 `" + own + "`",
            "ledger `" + ledger + "` is not for this key; it is for `" + own + "` only"));
  }
}
