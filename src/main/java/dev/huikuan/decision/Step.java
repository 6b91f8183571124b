package dev.huikuan.decision;

/** One step from a case to its recommendation: reads the draft and adds what it finds. */
interface Step {
  void take(Draft draft);
}
