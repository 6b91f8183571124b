package dev.huikuan.app;

import dev.huikuan.lifecycle.InstalledRules;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of the policy folder and those that the program brings along; read when asked for. */
final class RulesOnDisk implements InstalledRules {

  private static final Logger LOG = LoggerFactory.getLogger(RulesOnDisk.class);

  private final Optional<Path> folder;

  /**
   * @param folder the policy folder; empty: the program's own rules alone
   */
  RulesOnDisk(Optional<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Optional<List<PolicyFile>> of(String hash) {
    if (hash.equals(PolicyVersion.ofRules(List.of()))) {
      return Optional.of(List.of());
    }
    return inFolder(hash).or(() -> inProgram(hash));
  }

  private Optional<List<PolicyFile>> inFolder(String hash) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return ifTheyAre(hash, PolicyFolder.rules(folder.get()));
    } catch (IOException unreadable) {
      LOG.warn("the rules of the policy folder cannot be read: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<List<PolicyFile>> inProgram(String hash) {
    try {
      List<PolicyFile> all = PolicyFolder.builtIn();
      return ifTheyAre(hash, all.stream().filter(f -> f.folder().equals("rules")).toList());
    } catch (IOException unreadable) {
      LOG.warn("the program's own rules cannot be read: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<List<PolicyFile>> ifTheyAre(String hash, List<PolicyFile> rules) {
    return PolicyVersion.ofRules(rules).equals(hash) ? Optional.of(rules) : Optional.empty();
  }
}
