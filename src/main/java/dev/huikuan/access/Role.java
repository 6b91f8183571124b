package dev.huikuan.access;

import java.util.Locale;
import java.util.Optional;

/** What a key is for; a key may have several. Names are a contract. */
public enum Role {
  /** Decides and reports outcomes. */
  CRM,
  /** Reads, asks what-if, reports outcomes. */
  COLLECTOR,
  /** Makes drafts of the policy and simulates them. */
  ANALYST,
  /** Approves and activates drafts of others. */
  APPROVER,
  /** Makes and revokes keys, erases a customer's data. */
  ADMIN;

  /** As it is written: {@code crm}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String written) {
    for (Role role : values()) {
      if (role.written().equals(written)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
