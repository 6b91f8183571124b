package dev.huikuan.lifecycle;

import dev.huikuan.lifecycle.PolicyArchive.Attempt;
import dev.huikuan.lifecycle.PolicyArchive.Outcome;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.PolicyVersion;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings policy folders of this machine into the archive. Thread-safe. */
public final class FolderImport {

  /** Why a version came that nobody gave another reason for. */
  public static final String FROM_FOLDER = "from folder";

  private static final Set<PolicyStatus> ANY =
      EnumSet.complementOf(EnumSet.of(PolicyStatus.ACTIVE));

  private final PolicyArchive archive;
  private final PolicyRegistry registry;
  private final Clock clock;

  FolderImport(PolicyArchive archive, PolicyRegistry registry, Clock clock) {
    this.archive = archive;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Keeps what a folder holds as a draft, unless the archive has it.
   *
   * @param files of a policy without errors
   * @param check what its check found, when it was checked
   * @return its version
   */
  public String keep(List<PolicyFile> files, Optional<StoredCheck> check, String who, String note) {
    String version = PolicyVersion.of(files);
    PolicyEvent event = new PolicyEvent(PolicyEvent.Kind.IMPORTED, who, clock.instant(), note);
    ArchivedPolicy draft =
        new ArchivedPolicy(
            version,
            PolicyVersion.ofRules(files),
            check.map(Drafts::status).orElse(PolicyStatus.DRAFT),
            archive.active().map(Activation::version),
            who,
            event.at(),
            note,
            check.map(StoredCheck::errors).orElse(0),
            check.map(StoredCheck::warnings).orElse(0));
    boolean isNew = archive.add(draft, files, check, event);
    if (!isNew && !archive.lastImported().equals(Optional.of(version))) {
      archive.note(version, event);
    }
    return version;
  }

  /**
   * Makes a version of the archive active, whatever its status: whoever may write the folder or the
   * database decides.
   *
   * @return false when another became active meanwhile
   */
  public boolean activate(String version, String who, String note) {
    Optional<String> now = archive.active().map(Activation::version);
    if (now.equals(Optional.of(version))) {
      return true;
    }
    PolicyEvent event = new PolicyEvent(PolicyEvent.Kind.ACTIVATED, who, clock.instant(), note);
    Attempt attempt = archive.activate(version, now, ANY, event);
    return attempt.outcome() == Outcome.DONE;
  }

  /** Puts what was loaded from the folder into service, when the archive says it is active. */
  public void serve(PolicyLoader.Loaded loaded) {
    archive
        .active()
        .filter(now -> now.version().equals(loaded.policy().orElseThrow().version()))
        .ifPresent(
            now ->
                registry.serve(
                    ServedPolicy.of(
                        new dev.huikuan.decision.DecisionPipeline(loaded.policy().orElseThrow()),
                        loaded.findings(),
                        clock.instant()),
                    now.number()));
  }

  /** Checks a version that came without a check; takes seconds. */
  public void checkLater(String version, List<PolicyFile> files) {
    if (archive.check(version).isEmpty()) {
      archive.keep(version, StoredCheck.of(version, files));
    }
  }
}
