package dev.huikuan.portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text whose line ends are all one: the CSV parser joins two rows at a return inside quotes, and
 * a row would be lost without a word.
 */
final class OneLineEnd extends Reader {

  private final BufferedReader text;
  private boolean afterReturn;

  OneLineEnd(BufferedReader text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0 && length > 0) {
      int read = text.read(into, offset, length);
      if (read < 0) {
        return -1;
      }
      for (int i = offset; i < offset + read; i++) {
        char c = into[i];
        if (c != '\n' || !afterReturn) {
          into[offset + kept++] = c == '\r' ? '\n' : c;
        }
        afterReturn = c == '\r';
      }
    }
    return kept;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
