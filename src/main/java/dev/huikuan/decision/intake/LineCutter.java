package dev.huikuan.decision.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts bytes that come piece by piece into lines (NDJSON). Blank lines are left out but counted; of
 * a line that is too long nothing is kept. Not thread-safe.
 */
public final class LineCutter {

  /** The most bytes of one line of a batch or portfolio: 256 kB. */
  public static final int MOST_BYTES = 256_000;

  private static final byte[] NOTHING = {};

  /**
   * A line that is not blank.
   *
   * @param number from 1, blank lines counted
   * @param bytes without the line feed; empty when it was too long
   */
  public record Line(long number, byte[] bytes) {
    /** True when it had more than the allowed bytes, so that nothing of it was kept. */
    public boolean isTooLong() {
      return bytes.length == 0;
    }
  }

  private final int most;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long length;
  private boolean blank = true;
  private long number = 1;

  /**
   * @param most bytes of one line
   */
  public LineCutter(int most) {
    this.most = most;
  }

  /** The lines that end in these bytes. */
  public List<Line> cut(byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        keep(bytes, start, i);
        end(lines);
        start = i + 1;
      }
    }
    keep(bytes, start, bytes.length);
    return lines;
  }

  /** The last line, when it does not end in a line feed. */
  public List<Line> rest() {
    List<Line> lines = new ArrayList<>();
    end(lines);
    return lines;
  }

  /** Number of the line that is being read. */
  public long number() {
    return number;
  }

  private void keep(byte[] bytes, int from, int to) {
    for (int i = from; blank && i < to; i++) {
      blank = bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r';
    }
    length += to - from;
    if (length <= most) {
      open.write(bytes, from, to - from);
    }
  }

  private void end(List<Line> lines) {
    if (!blank) {
      lines.add(new Line(number, length <= most ? open.toByteArray() : NOTHING));
    }
    open.reset();
    length = 0;
    blank = true;
    number++;
  }
}
