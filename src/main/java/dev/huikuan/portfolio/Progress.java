package dev.huikuan.portfolio;

/** Is told how far a portfolio is. */
@FunctionalInterface
public interface Progress {

  Progress NONE = (done, total) -> {};

  /**
   * @param done rows of a ledger, or cases
   * @param total 0 when not known
   */
  void at(long done, long total);
}
