package dev.huikuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of words, padded so that columns stand under each other. */
final class TextTable {

  private static final int FIRST_WIDE = 0x2E80;

  private final List<String[]> rows = new ArrayList<>();

  void row(String... cells) {
    rows.add(cells);
  }

  /** The table, lines joined by LF. */
  String written() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(cells[i]);
      if (i < cells.length - 1) {
        line.append(" ".repeat(width(i) - width(cells[i]) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> width(cells[column])).max().orElse(0);
  }

  /** Terminals show Chinese characters two columns wide. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
  }
}
