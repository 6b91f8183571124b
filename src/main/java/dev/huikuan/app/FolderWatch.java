package dev.huikuan.app;

import dev.huikuan.domain.Finding;
import dev.huikuan.lifecycle.FolderImport;
import dev.huikuan.lifecycle.FolderState;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.PolicyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees when the policy folder changes on disk: reports it, and serves it only if told to. A change
 * counts once two looks in a row see the same files. One thread looks.
 */
final class FolderWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final Path folder;
  private final PolicyLife life;
  private final Optional<String> follower;
  private final Clock clock;
  private String known;
  private String before;

  /**
   * @param follower in whose name a changed folder is activated; empty: it is reported alone
   */
  FolderWatch(Path folder, PolicyLife life, Optional<String> follower, Clock clock)
      throws IOException {
    this.folder = folder;
    this.life = life;
    this.follower = follower;
    this.clock = clock;
    this.known = PolicyFolder.fingerprint(folder);
    this.before = known;
  }

  /** Looks once. Never throws. */
  void look() {
    try {
      String now = PolicyFolder.fingerprint(folder);
      boolean settled = now.equals(before);
      before = now;
      if (settled && !now.equals(known)) {
        known = now;
        changed(PolicyFolder.read(folder));
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the policy folder cannot be looked at: {}", e.toString());
    }
  }

  private void changed(List<PolicyFile> files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    List<Finding> errors = loaded.findings().stream().filter(Finding::isError).toList();
    String version = PolicyVersion.of(files);
    life.registry().folderChanged(new FolderState(version, errors.size(), clock.instant()));
    String active = life.registry().active().map(ServedPolicy::version).orElse("none");
    if (!errors.isEmpty()) {
      Finding first = errors.get(0);
      LOG.warn(
          "the policy folder changed and has {} errors, {} stays in service; first: {}: {}",
          errors.size(),
          active,
          first.location(),
          first.message().en());
    } else if (follower.isPresent()) {
      follow(files, loaded, version);
    } else if (!version.equals(active)) {
      LOG.warn(
          "the policy folder changed: it holds {}, {} stays in service; `huikuan activate` puts the"
              + " folder into service",
          version,
          active);
    }
  }

  private void follow(List<PolicyFile> files, PolicyLoader.Loaded loaded, String version) {
    FolderImport folderImport = life.folder();
    String why = FolderImport.FROM_FOLDER + " (--follow-folder)";
    folderImport.keep(files, Optional.empty(), follower.get(), why);
    if (folderImport.activate(version, follower.get(), why)) {
      folderImport.serve(loaded);
      LOG.warn("the policy folder changed: {} is in service (--follow-folder)", version);
    }
    folderImport.checkLater(version, files);
  }
}
