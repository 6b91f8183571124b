package dev.huikuan.cli;

import dev.huikuan.portfolio.Progress;
import java.io.PrintWriter;

/** One line on a terminal that is drawn over itself; erased at the end. */
final class ProgressBar implements Progress, AutoCloseable {

  private static final int WIDTH = 40;

  private final PrintWriter err;
  private int drawn;

  ProgressBar(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(long done, long total) {
    String line;
    if (total > 0) {
      int filled = (int) (WIDTH * done / total);
      line = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total;
    } else {
      line = String.valueOf(done);
    }
    err.print("\r" + line);
    err.flush();
    drawn = Math.max(drawn, line.length());
  }

  @Override
  public void close() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      err.flush();
    }
  }
}
