package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import java.util.List;
import java.util.Optional;

/** Reads, checks and compiles the files of a policy. Pure: bytes in, policy and findings out. */
public final class PolicyLoader {

  /**
   * What came of a folder.
   *
   * @param policy absent when any finding is an error
   * @param findings all of them, sorted by location
   */
  public record Loaded(Optional<Policy> policy, List<Finding> findings) {}

  private PolicyLoader() {}

  /** Loads a policy from its files; files outside decision-tables and rules are not looked at. */
  public static Loaded load(List<PolicyFile> files) {
    throw new UnsupportedOperationException("to be built");
  }
}
