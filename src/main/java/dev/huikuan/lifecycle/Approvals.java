package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;
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
    if (!who.open() && isAuthor(policy, who)) {
      throw PolicyRefusal.of(
          Kind.OWN_DRAFT,
          "版本 `" + version + "` 是 `" + who.name() + "` 自己提交的；须由他人批准",
          "version `"
              + version
              + "` is the work of `"
              + who.name()
              + "`; somebody else has to approve it");
    }
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

  private ArchivedPolicy find(String version) {
    return archive.find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
  }

  private boolean isAuthor(ArchivedPolicy policy, Principal who) {
    return policy.author().equals(who.name())
        || archive.history(policy.version()).stream()
            .filter(PolicyEvent::isAuthorship)
            .anyMatch(event -> event.who().equals(who.name()));
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
