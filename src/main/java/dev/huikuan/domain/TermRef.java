package dev.huikuan.domain;

/** A term as a table or rule reads it: which term, and at which level. */
public record TermRef(Term term, Level level) {

  public String code() {
    return term.code();
  }

  /** The code with its prefix where one is needed to say the level: {@code account.collectible}. */
  public String qualifiedFrom(Level tableLevel) {
    boolean ambiguous = term.onAccount() && term.level() != Level.ACCOUNT;
    return ambiguous && level == Level.ACCOUNT && tableLevel != Level.ACCOUNT
        ? "account." + term.code()
        : term.code();
  }
}
