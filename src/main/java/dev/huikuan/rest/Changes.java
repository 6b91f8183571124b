package dev.huikuan.rest;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.AuditTrail;
import io.javalin.http.Context;

/** Keeps in the audit what requests changed. */
final class Changes {

  private static final String ATTRIBUTE = "change";

  private record Change(Deed deed, String target, String detail) {}

  private final AuditTrail audit;

  Changes(AuditTrail audit) {
    this.audit = audit;
  }

  static void note(Context ctx, Deed deed, String target, String detail) {
    ctx.attribute(ATTRIBUTE, new Change(deed, target, detail));
  }

  /** Adds what the request noted; it is done by then. */
  void record(Context ctx) {
    Change change = ctx.attribute(ATTRIBUTE);
    if (change != null) {
      audit.add(Caller.of(ctx).name(), change.deed(), change.target(), change.detail());
    }
  }
}
