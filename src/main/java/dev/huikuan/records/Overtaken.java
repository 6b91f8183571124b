package dev.huikuan.records;

/** Another outcome made a decision of the same one meanwhile; to be tried again on the newest. */
public final class Overtaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Overtaken(String decisionId) {
    super("decision " + decisionId + " is not the newest any more", null, false, false);
  }
}
