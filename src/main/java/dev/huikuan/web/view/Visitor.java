package dev.huikuan.web.view;

import dev.huikuan.access.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who reads a page.
 *
 * @param name of the key; empty when nobody is signed in
 * @param csrf what every form that is posted carries; empty when nobody is signed in
 * @param open true in open mode: nobody need sign in
 * @param roles what it may do decides what it sees
 */
public record Visitor(String name, String csrf, boolean open, Set<Role> roles) {

  /** Whoever sits at this machine. */
  public static final Visitor OPEN = new Visitor("", "", true, EnumSet.allOf(Role.class));

  /** Somebody who has not signed in yet. */
  public static final Visitor NOBODY = new Visitor("", "", false, Set.of());

  /** Who may read what was decided. */
  public static final Set<Role> READERS =
      Set.of(Role.CRM, Role.COLLECTOR, Role.ANALYST, Role.APPROVER);

  /** Who may see the studio. */
  public static final Set<Role> EDITORS = Set.of(Role.ANALYST, Role.APPROVER);

  /** Who may report what happened. */
  public static final Set<Role> REPORTERS = Set.of(Role.CRM, Role.COLLECTOR);

  public Visitor {
    roles = Set.copyOf(roles);
  }

  public boolean isSignedIn() {
    return !name.isEmpty();
  }

  public boolean reads() {
    return hasOneOf(READERS);
  }

  public boolean edits() {
    return hasOneOf(EDITORS);
  }

  public boolean reports() {
    return hasOneOf(REPORTERS);
  }

  public boolean isAnalyst() {
    return roles.contains(Role.ANALYST);
  }

  public boolean isApprover() {
    return roles.contains(Role.APPROVER);
  }

  private boolean hasOneOf(Set<Role> some) {
    return some.stream().anyMatch(roles::contains);
  }
}
