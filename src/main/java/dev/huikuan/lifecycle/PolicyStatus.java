package dev.huikuan.lifecycle;

/** Where a version stands in its life. Names are a contract. */
public enum PolicyStatus {
  /** Has errors, or a scenario that fails: cannot be approved. */
  DRAFT,
  /** Without errors, every scenario holds: can be approved. */
  CHECKED,
  /** Can be made active. */
  APPROVED,
  /** In service; one version at a time. */
  ACTIVE,
  /** Was in service; can be made active again. */
  SUPERSEDED,
  /** Was refused by an approver; can be sent in again. */
  REJECTED
}
