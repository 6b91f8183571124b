package dev.huikuan.rest;

import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.AuditLog;
import dev.huikuan.records.RecordsUnavailable;
import io.javalin.http.Context;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps in the audit what requests changed. */
final class Changes {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
  private static final String ATTRIBUTE = "change";

  private record Change(Deed deed, String target, String detail) {}

  private final AuditLog audit;
  private final Clock clock;

  Changes(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  static void note(Context ctx, Deed deed, String target, String detail) {
    ctx.attribute(ATTRIBUTE, new Change(deed, target, detail));
  }

  /**
   * Adds what the request noted. It is done by then: when the audit cannot take it the log says so.
   */
  void record(Context ctx) {
    Change change = ctx.attribute(ATTRIBUTE);
    if (change == null) {
      return;
    }
    String who = Caller.of(ctx).name();
    try {
      audit.add(
          new AuditEntry(clock.instant(), who, change.deed(), change.target(), change.detail()));
    } catch (RecordsUnavailable gone) {
      LOG.error("the audit did not take {} of {} by {}", change.deed(), change.target(), who, gone);
    }
  }
}
