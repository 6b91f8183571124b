package dev.huikuan.web.view;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What words about an answer need beside it.
 *
 * @param zone the customer's; empty when the case is not known
 * @param sheets from the location of a cell to the address of its page; empty for who may not open
 *     it
 */
public record Setting(Optional<ZoneId> zone, UnaryOperator<String> sheets) {

  /** Nothing is known beside the answer. */
  public static final Setting BARE = new Setting(Optional.empty(), location -> "");
}
