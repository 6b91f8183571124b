package dev.huikuan.access;

import dev.huikuan.domain.Text;

/** A key that cannot be made or revoked as asked, and why. */
public final class KeyRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Text why;

  KeyRefused(String zh, String en) {
    super(en);
    this.why = new Text(zh, en);
  }

  public Text why() {
    return why;
  }
}
