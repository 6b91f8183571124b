package dev.huikuan.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the key; {@code open mode} while there is none
 * @param ledger the only one that it may see; empty: all
 * @param open true in open mode: nobody can be told apart
 */
public record Principal(String name, Set<Role> roles, Optional<String> ledger, boolean open) {

  /** The attribute of a request under which the doors find who asks. */
  public static final String ATTRIBUTE = "principal";

  /** Whoever sits at this machine, while the database has no key: may do everything. */
  public static final Principal OPEN =
      new Principal("open mode", EnumSet.allOf(Role.class), Optional.empty(), true);

  /** Whoever reads what is open to all, once there are keys: may do nothing else. */
  public static final Principal NOBODY = new Principal("", Set.of(), Optional.empty(), false);

  public Principal {
    roles = Set.copyOf(roles);
  }

  /** The holder of a key. */
  public static Principal of(ApiKey key) {
    return new Principal(key.name(), key.roles(), key.ledger(), false);
  }

  /** True when it has one of the roles, or none is asked for. */
  public boolean hasOneOf(Set<Role> asked) {
    return asked.isEmpty() || asked.stream().anyMatch(roles::contains);
  }

  /** True when the ledger is one that it may see. */
  public boolean maySee(String other) {
    return ledger.isEmpty() || ledger.get().equals(other);
  }
}
