package dev.huikuan.records;

/** A cursor that no page of this list gave. */
public final class InvalidCursor extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidCursor(String cursor) {
    super("no cursor of this list: " + cursor, null, false, false);
  }
}
