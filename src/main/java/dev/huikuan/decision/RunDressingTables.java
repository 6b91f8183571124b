package dev.huikuan.decision;

/** Tables that read the chosen action: contact, talking points and the like. */
final class RunDressingTables implements Step {

  @Override
  public void take(Draft draft) {
    TableRunner.run(draft.policy().dressing(), draft);
  }
}
