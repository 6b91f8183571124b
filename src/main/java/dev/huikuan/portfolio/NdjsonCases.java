package dev.huikuan.portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One JSON case a line; blank lines are skipped. */
final class NdjsonCases implements Iterator<AccountCase> {

  private final BufferedReader reader;
  private String next;
  private long line;

  NdjsonCases(InputStream in) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    advance();
  }

  private void advance() {
    try {
      do {
        next = reader.readLine();
        line++;
      } while (next != null && next.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public AccountCase next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String text = line == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    AccountCase result =
        new AccountCase((reader, asOf, now) -> reader.read(json, asOf, now), line, List.of());
    advance();
    return result;
  }
}
