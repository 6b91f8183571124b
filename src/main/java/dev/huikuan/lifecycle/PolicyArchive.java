package dev.huikuan.lifecycle;

import dev.huikuan.policy.PolicyFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every version of the policy with its files, its check and its history; and which one is active.
 * Each change is one transaction with its event. Thread-safe, shared by all replicas. Every method
 * may throw {@link dev.huikuan.records.RecordsUnavailable}.
 */
public interface PolicyArchive {

  /**
   * What came of an activation.
   *
   * @param active what is active now, whatever came of it
   */
  record Attempt(Outcome outcome, Optional<Activation> active) {}

  /** How an activation ended. */
  enum Outcome {
    DONE,
    /** Another version is active than was expected. */
    OTHER_ACTIVE,
    /** The version does not stand where it can be activated. */
    WRONG_STATUS
  }

  /** All versions, the newest first. */
  List<ArchivedPolicy> versions();

  Optional<ArchivedPolicy> find(String version);

  /**
   * The files of a version, sorted by path; the rules among them are to be read, never compiled.
   */
  List<PolicyFile> files(String version);

  /** The same files without what is in them. */
  List<StoredFile> listing(String version);

  /** What its check found; empty while it was not checked. */
  Optional<StoredCheck> check(String version);

  /** What happened to it, oldest first. */
  List<PolicyEvent> history(String version);

  /**
   * Keeps a new version.
   *
   * @return false when there is one of that name already; then nothing is changed
   */
  boolean add(
      ArchivedPolicy policy,
      List<PolicyFile> files,
      Optional<StoredCheck> check,
      PolicyEvent event);

  /** Keeps what a check found; a DRAFT that it finds good becomes CHECKED. */
  void keep(String version, StoredCheck check);

  /**
   * Replaces the scenarios of a version and what its check found; tables and rules stay.
   *
   * @param from the status that it must have
   * @return false when it has another status by now; then nothing is changed
   */
  boolean replaceScenarios(
      String version,
      PolicyStatus from,
      PolicyStatus to,
      List<PolicyFile> scenarios,
      StoredCheck check,
      PolicyEvent event);

  /**
   * Moves a version on.
   *
   * @return false when it has another status by now; then nothing is changed
   */
  boolean move(String version, PolicyStatus from, PolicyStatus to, PolicyEvent event);

  /** Adds to the history of a version. */
  void note(String version, PolicyEvent event);

  /** The active version; empty while there is none. */
  Optional<Activation> active();

  /**
   * Makes a version active if the expected one still is; that one becomes SUPERSEDED.
   *
   * @param expected empty: there is none yet
   * @param from what the version's status must be among
   */
  Attempt activate(
      String version, Optional<String> expected, Set<PolicyStatus> from, PolicyEvent event);

  /** The version that was imported from a folder last. */
  Optional<String> lastImported();
}
