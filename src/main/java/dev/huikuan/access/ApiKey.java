package dev.huikuan.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A key as it is listed: everything but its secret, which nobody can read again.
 *
 * @param id public, part of the secret and of nothing else
 * @param name whose key it is; no two live keys have the same
 * @param ledger the only one that it may see; empty: all
 * @param createdBy the name of who made it
 * @param revokedAt since when it opens nothing
 */
public record ApiKey(
    String id,
    String name,
    Set<Role> roles,
    Optional<String> ledger,
    Instant createdAt,
    String createdBy,
    Optional<Instant> revokedAt) {

  public ApiKey {
    roles = Set.copyOf(roles);
  }

  public boolean isLive() {
    return revokedAt.isEmpty();
  }

  /** Roles as they are written, in the order of the contract. */
  public static String written(Collection<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::written).collect(Collectors.joining(","));
  }
}
