package dev.huikuan.lifecycle;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads versions: tables from the archive, rules from this machine, and only if both together are
 * the version that was asked for. Thread-safe.
 */
public final class VersionLoader {

  private static final String RULES = "rules";

  private final PolicyArchive archive;
  private final InstalledRules installed;
  private final Clock clock;

  public VersionLoader(PolicyArchive archive, InstalledRules installed, Clock clock) {
    this.archive = archive;
    this.installed = installed;
    this.clock = clock;
  }

  /**
   * Loads a version, compiled and ready to decide.
   *
   * @throws NotServable when it cannot be served on this machine
   */
  public ServedPolicy load(String version) throws NotServable {
    ArchivedPolicy archived =
        archive
            .find(version)
            .orElseThrow(
                () ->
                    NotServable.because(
                        "没有版本 `" + version + "`", "there is no version `" + version + "`"));
    List<PolicyFile> files = new ArrayList<>(archive.files(version));
    files.removeIf(file -> file.folder().equals(RULES));
    files.addAll(
        installed.of(archived.rules()).orElseThrow(() -> NotServable.rulesMissing(archived)));
    return served(version, files);
  }

  private ServedPolicy served(String version, List<PolicyFile> files) throws NotServable {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    if (loaded.policy().isEmpty()) {
      String first =
          loaded.findings().stream()
              .filter(Finding::isError)
              .findFirst()
              .map(error -> error.location() + ": " + error.message().en())
              .orElse("");
      throw NotServable.because(
          "版本 `" + version + "` 有错误，不能使用：" + first,
          "version `" + version + "` has errors and cannot be served: " + first);
    }
    if (!loaded.policy().get().version().equals(version)) {
      throw NotServable.because(
          "档案中版本 `" + version + "` 的内容与版本号不符，档案可能已损坏",
          "what the archive holds of version `"
              + version
              + "` is not that version; the archive may be damaged");
    }
    return ServedPolicy.of(
        new DecisionPipeline(loaded.policy().get()), loaded.findings(), clock.instant());
  }
}
