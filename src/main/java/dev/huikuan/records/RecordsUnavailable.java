package dev.huikuan.records;

/**
 * The records cannot be read or written now: the disk is full, the database is gone, or too much is
 * waiting already. Nothing was acknowledged; asking again later is right.
 */
public final class RecordsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean full;

  private RecordsUnavailable(String message, boolean full, Throwable cause) {
    super(message, cause);
    this.full = full;
  }

  /** The database does not answer as it should. */
  public static RecordsUnavailable because(Throwable cause) {
    return new RecordsUnavailable(
        "the records are unavailable: " + cause.getMessage(), false, cause);
  }

  /** More is waiting to be written than may wait. */
  public static RecordsUnavailable full() {
    return new RecordsUnavailable("too many records are waiting to be written", true, null);
  }

  /** True when the queue is full, false when the database is at fault. */
  public boolean isFull() {
    return full;
  }
}
