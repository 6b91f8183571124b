package dev.huikuan.portfolio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A portfolio to be worked through.
 *
 * @param name of the file; its extension tells the form, else its first character does
 * @param bytes closed by the caller
 * @param mapping JSON of a ledger mapping, for CSV only
 */
public record PortfolioInput(String name, InputStream bytes, Optional<byte[]> mapping) {

  /** True for CSV, false for one JSON case a line; looks at the content when the name is silent. */
  static boolean isLedger(String name, BufferedInputStream content) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
      return true;
    }
    if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
      return false;
    }
    content.mark(64);
    int first = content.read();
    while (first == 0xEF || first == 0xBB || first == 0xBF || first > 0 && first <= ' ') {
      first = content.read();
    }
    content.reset();
    return first != '{';
  }
}
