package dev.huikuan.decision;

/** Tables that come before the choice, in the order that their terms demand. */
final class RunProposingTables implements Step {

  @Override
  public void take(Draft draft) {
    TableRunner.run(draft.policy().proposing(), draft);
  }
}
