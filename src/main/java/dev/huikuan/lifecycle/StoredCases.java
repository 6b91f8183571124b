package dev.huikuan.lifecycle;

import java.util.Optional;
import java.util.function.Consumer;

/** The cases that simulations use: of each account the latest that was decided. */
@FunctionalInterface
public interface StoredCases {

  /**
   * Hands out each case as UTF-8 JSON; memory does not grow with their number.
   *
   * @param ledger the only one; empty: all
   */
  void each(Optional<String> ledger, Consumer<byte[]> taker);
}
