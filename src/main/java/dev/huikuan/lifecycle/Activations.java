package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyArchive.Attempt;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;
import dev.huikuan.lifecycle.PolicyRegistry.FailedActivation;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Puts versions into service, for the first time or again. Thread-safe. */
public final class Activations {

  private static final Set<PolicyStatus> READY =
      EnumSet.of(PolicyStatus.APPROVED, PolicyStatus.SUPERSEDED);

  private final PolicyArchive archive;
  private final PolicyRegistry registry;
  private final Clock clock;

  Activations(PolicyArchive archive, PolicyRegistry registry, Clock clock) {
    this.archive = archive;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Makes an approved or superseded version active: it is loaded first, and in service here when
   * this returns.
   *
   * @param expectedActive the version that who asks believes to be active
   * @throws PolicyRefusal when it cannot be; then the version before goes on
   */
  public ArchivedPolicy activate(
      String version, String note, String expectedActive, Principal who) {
    ArchivedPolicy policy = archive.find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
    if (!READY.contains(policy.status())) {
      throw Possible.refused(policy, new Text("激活", "activated"));
    }
    if (policy.status() == PolicyStatus.APPROVED) {
      Authors.requireOther(archive, policy, who, new Text("激活", "activate"));
    }
    Optional<Activation> now = archive.active();
    if (!now.map(Activation::version).equals(Optional.of(expectedActive))) {
      throw changed(expectedActive, now);
    }
    ServedPolicy loaded = loaded(version);
    PolicyEvent event =
        new PolicyEvent(PolicyEvent.Kind.ACTIVATED, who.name(), clock.instant(), note);
    Attempt attempt = archive.activate(version, Optional.of(expectedActive), READY, event);
    switch (attempt.outcome()) {
      case OTHER_ACTIVE -> throw changed(expectedActive, attempt.active());
      case WRONG_STATUS -> throw Possible.changedMeanwhile(version);
      case DONE -> registry.serve(loaded, attempt.active().orElseThrow().number());
    }
    registry.succeeded();
    return archive.find(version).orElseThrow();
  }

  private ServedPolicy loaded(String version) {
    try {
      return registry.obtain(version);
    } catch (NotServable cannot) {
      registry.failed(new FailedActivation(version, cannot.reason(), clock.instant()));
      throw refused(cannot);
    }
  }

  static PolicyRefusal refused(NotServable cannot) {
    return PolicyRefusal.of(
        cannot.isRulesMissing() ? Kind.RULES_NOT_INSTALLED : Kind.STATE, cannot.reason());
  }

  private static PolicyRefusal changed(String expected, Optional<Activation> now) {
    String is = now.map(Activation::version).orElse("-");
    return PolicyRefusal.of(
        Kind.ACTIVE_CHANGED,
        "现行版本已不是 `" + expected + "`，而是 `" + is + "`；请重新查看后再决定",
        "the active version is no longer `"
            + expected
            + "` but `"
            + is
            + "`; look again before you decide");
  }
}
