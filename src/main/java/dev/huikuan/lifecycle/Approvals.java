package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/** Approval and rejection of what others wrote. Thread-safe. */
public final class Approvals {

  private static final Set<PolicyStatus> CAN_BE_REJECTED =
      EnumSet.of(PolicyStatus.DRAFT, PolicyStatus.CHECKED, PolicyStatus.APPROVED);

  private final PolicyArchive archive;
  private final Clock clock;

  Approvals(PolicyArchive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * Approves a checked version. In open mode nobody can be told apart, so the author may.
   *
   * @throws PolicyRefusal when it is not CHECKED, or who asks had a part in it
   */
  public ArchivedPolicy approve(String version, String note, Principal who) {
    ArchivedPolicy policy = find(version);
    if (policy.status() != PolicyStatus.CHECKED) {
      throw Possible.refused(policy, new Text("批准", "approved"));
    }
    Authors.requireOther(archive, policy, who, new Text("批准", "approve"));
    return moved(policy, PolicyStatus.APPROVED, PolicyEvent.Kind.APPROVED, note, who);
  }

  /**
   * Rejects a version that is not in service.
   *
   * @throws PolicyRefusal when it is, or was
   */
  public ArchivedPolicy reject(String version, String note, Principal who) {
    ArchivedPolicy policy = find(version);
    if (!CAN_BE_REJECTED.contains(policy.status())) {
      throw Possible.refused(policy, new Text("驳回", "rejected"));
    }
    return moved(policy, PolicyStatus.REJECTED, PolicyEvent.Kind.REJECTED, note, who);
  }

  /**
   * True when who asks had a part in a version: somebody else has to approve it, and to put it into
   * service first.
   */
  public boolean isOwnWork(ArchivedPolicy policy, Principal who) {
    return Authors.isBarred(archive, policy, who);
  }

  private ArchivedPolicy find(String version) {
    return archive.find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
  }

  private ArchivedPolicy moved(
      ArchivedPolicy policy, PolicyStatus to, PolicyEvent.Kind kind, String note, Principal who) {
    PolicyEvent event = new PolicyEvent(kind, who.name(), clock.instant(), note);
    if (!archive.move(policy.version(), policy.status(), to, event)) {
      throw Possible.changedMeanwhile(policy.version());
    }
    return find(policy.version());
  }
}
