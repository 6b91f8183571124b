package dev.huikuan.cli;

/** Exit statuses, a contract. */
final class Exit {

  static final int DONE = 0;

  /** What was examined has errors, warnings, failed scenarios or failed rows. */
  static final int NOT_GOOD = 1;

  /** Bad usage or input, a policy with errors, a start refused for safety. */
  static final int USAGE = 2;

  /** The surroundings failed. */
  static final int SURROUNDINGS = 3;

  private Exit() {}
}
