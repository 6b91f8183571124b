package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Makes drafts of the policy from what analysts upload, and checks them. Thread-safe. */
public final class Drafts {

  /** Checks that run at the same time on one machine. */
  static final int MOST_CHECKS = 2;

  private static final String RULES = "rules";
  private static final String SCENARIOS = "test-scenarios";

  /** A draft with what its check found. */
  public record Made(String version, StoredCheck check) {}

  private final PolicyArchive archive;
  private final InstalledRules installed;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_CHECKS);

  Drafts(PolicyArchive archive, InstalledRules installed, Clock clock) {
    this.archive = archive;
    this.installed = installed;
    this.clock = clock;
  }

  /**
   * Makes a draft: the base with what is uploaded, without what is deleted. Where only scenarios
   * differ from a version that exists, that version gets the new scenarios.
   *
   * @param base empty: the active version
   * @throws PolicyRefusal when the upload has faults, or too many checks are under way
   */
  public Made make(Optional<String> base, Upload upload, Principal who) {
    String from =
        base.or(() -> archive.active().map(Activation::version))
            .orElseThrow(() -> PolicyRefusal.unknown(""));
    ArchivedPolicy origin = archive.find(from).orElseThrow(() -> PolicyRefusal.unknown(from));
    List<PolicyFile> files = AppliedUpload.on(archive.files(from), upload);
    if (!free.tryAcquire()) {
      throw PolicyRefusal.of(
          Kind.BUSY,
          "正在检查的策略已达 " + MOST_CHECKS + " 个，请稍后重试",
          MOST_CHECKS + " policies are being checked already; try again later");
    }
    try {
      return made(origin, compilable(origin, files), upload.note().strip(), who);
    } finally {
      free.release();
    }
  }

  /** The same files with the rules of this machine in place of the archive's. */
  private List<PolicyFile> compilable(ArchivedPolicy origin, List<PolicyFile> files) {
    List<PolicyFile> all = new ArrayList<>(files);
    all.removeIf(file -> file.folder().equals(RULES));
    all.addAll(
        installed
            .of(origin.rules())
            .orElseThrow(
                () ->
                    PolicyRefusal.of(
                        Kind.RULES_NOT_INSTALLED, NotServable.rulesMissing(origin).reason())));
    return all;
  }

  private Made made(ArchivedPolicy base, List<PolicyFile> files, String note, Principal who) {
    String version = PolicyVersion.of(files);
    PolicyEvent event = event(PolicyEvent.Kind.DRAFTED, note, who);
    Optional<ArchivedPolicy> known = archive.find(version);
    if (known.isEmpty()) {
      StoredCheck check = StoredCheck.of(version, files);
      ArchivedPolicy draft =
          new ArchivedPolicy(
              version,
              base.rules(),
              status(check),
              Optional.of(base.version()),
              who.name(),
              event.at(),
              note,
              check.errors(),
              check.warnings());
      if (archive.add(draft, files, Optional.of(check), event)) {
        return new Made(version, check);
      }
    }
    return again(archive.find(version).orElseThrow(), files, note, who);
  }

  /** What was uploaded is a version that exists; its scenarios may be other ones. */
  private Made again(ArchivedPolicy known, List<PolicyFile> files, String note, Principal who) {
    List<PolicyFile> scenarios = scenarios(files);
    boolean same = contents(scenarios(archive.files(known.version()))).equals(contents(scenarios));
    Optional<StoredCheck> kept = archive.check(known.version()).filter(check -> same);
    StoredCheck check = kept.orElseGet(() -> StoredCheck.of(known.version(), files));
    boolean done = true;
    if (!same) {
      done =
          archive.replaceScenarios(
              known.version(),
              known.status(),
              after(known.status(), check),
              scenarios,
              check,
              event(PolicyEvent.Kind.SCENARIOS_REPLACED, note, who));
    } else if (known.status() == PolicyStatus.REJECTED) {
      PolicyEvent event = event(PolicyEvent.Kind.DRAFTED, note, who);
      done = archive.move(known.version(), PolicyStatus.REJECTED, status(check), event);
    }
    if (!done) {
      throw Possible.changedMeanwhile(known.version());
    }
    return new Made(known.version(), check);
  }

  private static PolicyStatus after(PolicyStatus before, StoredCheck check) {
    return before == PolicyStatus.ACTIVE || before == PolicyStatus.SUPERSEDED
        ? before
        : status(check);
  }

  static PolicyStatus status(StoredCheck check) {
    return check.isTested() ? PolicyStatus.CHECKED : PolicyStatus.DRAFT;
  }

  static List<PolicyFile> scenarios(List<PolicyFile> files) {
    return files.stream().filter(file -> file.folder().equals(SCENARIOS)).toList();
  }

  private static Map<String, String> contents(List<PolicyFile> files) {
    return files.stream()
        .collect(
            Collectors.toMap(
                PolicyFile::path, file -> java.util.HexFormat.of().formatHex(file.bytes())));
  }

  private PolicyEvent event(PolicyEvent.Kind kind, String note, Principal who) {
    return new PolicyEvent(kind, who.name(), clock.instant(), note);
  }
}
