package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Text;

/** FEEL that has no counterpart in a cell of ours, with what would fit. */
final class FeelFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text message;

  FeelFault(String zh, String en) {
    super(en, null, false, false);
    this.message = new Text(zh, en);
  }

  Text text() {
    return message;
  }
}
