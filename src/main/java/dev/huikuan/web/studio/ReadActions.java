package dev.huikuan.web.studio;

import dev.huikuan.access.Principal;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.web.studio.ReadVersion.Tried;
import dev.huikuan.web.studio.VersionView.Actions;
import dev.huikuan.web.view.Frame;
import java.util.Optional;

/** What a reader may do with a version as it stands, and why not what they may not. */
final class ReadActions {

  private final PolicyLife life;
  private final Frame frame;
  private final Principal reader;

  ReadActions(PolicyLife life, Frame frame, Principal reader) {
    this.life = life;
    this.frame = frame;
    this.reader = reader;
  }

  /**
   * @param checked its check is done
   */
  Actions read(ArchivedPolicy policy, boolean checked, Tried tried) {
    PolicyStatus status = policy.status();
    boolean analyst = frame.visitor().isAnalyst();
    boolean approver = frame.visitor().isApprover();
    boolean isReady = status == PolicyStatus.CHECKED || status == PolicyStatus.APPROVED;
    Optional<ArchivedPolicy> active =
        life.archive().active().map(Activation::version).flatMap(life.archive()::find);
    return new Actions(
        frame.t(VersionWords.next(status, checked)),
        isReady && !approver,
        analyst && checked && policy.errors() == 0 && status != PolicyStatus.ACTIVE,
        analyst && checked,
        approver && status == PolicyStatus.CHECKED,
        approver && checked && (isReady || status == PolicyStatus.DRAFT),
        approver && status == PolicyStatus.APPROVED,
        approver && status == PolicyStatus.SUPERSEDED,
        analyst && status == PolicyStatus.REJECTED,
        barred(policy),
        hint(policy),
        active.map(ArchivedPolicy::version).orElse(""),
        active.map(one -> VersionWords.shortened(one.version())).orElse(""),
        active.map(one -> VersionWords.note(one.note(), frame)).orElse(""),
        tried.form(),
        tried.fault(),
        tried.note());
  }

  private String barred(ArchivedPolicy policy) {
    boolean own = frame.visitor().isApprover() && life.approvals().isOwnWork(policy, reader);
    return switch (policy.status()) {
      case CHECKED -> own ? frame.t(VersionPhrase.OWN_WORK) : "";
      case APPROVED -> own ? frame.t(VersionPhrase.OWN_ACTIVATION) : "";
      default -> "";
    };
  }

  private String hint(ArchivedPolicy policy) {
    boolean alone = reader.open() && policy.status() == PolicyStatus.CHECKED;
    return alone ? frame.t(VersionPhrase.OPEN_MODE_OWN) : "";
  }
}
