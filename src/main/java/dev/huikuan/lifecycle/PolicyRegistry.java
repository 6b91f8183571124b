package dev.huikuan.lifecycle;

import java.util.Optional;

/** The versions of the policy that are loaded, the active one first. Thread-safe. */
public final class PolicyRegistry {

  private volatile Optional<ServedPolicy> active = Optional.empty();

  /** The version in service; empty until the first is loaded. */
  public Optional<ServedPolicy> active() {
    return active;
  }

  /** Puts a loaded version into service: requests that begin from now on are decided by it. */
  public void serve(ServedPolicy policy) {
    active = Optional.of(policy);
  }

  /**
   * A version that was in service once, loaded again when need be.
   *
   * @return empty when there is none of that name, or its rules are not installed here
   */
  public Optional<ServedPolicy> version(String version) {
    return active.filter(policy -> policy.version().equals(version));
  }
}
