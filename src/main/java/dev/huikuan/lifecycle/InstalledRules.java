package dev.huikuan.lifecycle;

import dev.huikuan.policy.PolicyFile;
import java.util.List;
import java.util.Optional;

/** The rules that this machine's disk or the program itself holds: the only ones ever compiled. */
@FunctionalInterface
public interface InstalledRules {

  /**
   * Rules by their hash.
   *
   * @return empty when none of that hash are installed here
   */
  Optional<List<PolicyFile>> of(String hash);
}
