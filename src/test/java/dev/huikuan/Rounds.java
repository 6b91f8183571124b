package dev.huikuan;

/** How often a law is tried on invented cases: {@code -Dlaw.rounds=5} tries five times as many. */
public final class Rounds {

  private static final int TIMES = Integer.getInteger("law.rounds", 1);

  private Rounds() {}

  /** As many, unless more are asked for. */
  public static int of(int usual) {
    return usual * TIMES;
  }
}
