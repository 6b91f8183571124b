package dev.huikuan.access;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.records.RecordsUnavailable;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds to the audit what has been done. Thread-safe. */
public final class AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

  private final AuditLog audit;
  private final Clock clock;

  public AuditTrail(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a change. It is done by then: when the audit cannot take it the log says so.
   *
   * @param detail more of it, without personal data
   */
  public void add(String who, Deed deed, String target, String detail) {
    try {
      audit.add(new AuditEntry(clock.instant(), who, deed, target, detail));
    } catch (RecordsUnavailable gone) {
      LOG.error("the audit did not take {} of {} by {}", deed, target, who, gone);
    }
  }
}
