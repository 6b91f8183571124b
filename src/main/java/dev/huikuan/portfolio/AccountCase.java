package dev.huikuan.portfolio;

import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One account's case before it is read.
 *
 * @param line of its first row
 * @param receivableLines line of each receivable, in the order of the case; empty when the case was
 *     sent as such
 */
record AccountCase(Source source, long line, List<Long> receivableLines) {

  /** Where the case comes from: the text of a line, or a tree built from the rows of a ledger. */
  @FunctionalInterface
  interface Source {
    Case read(CaseReader reader, Optional<String> asOf, Instant now) throws InvalidCase;
  }

  AccountCase {
    receivableLines = List.copyOf(receivableLines);
  }

  /** The line that a fault at this pointer belongs to. */
  long lineOf(String pointer) {
    String[] parts = pointer.split("/");
    if (parts.length > 2 && parts[1].equals("receivables") && parts[2].matches("\\d{1,9}")) {
      int index = Integer.parseInt(parts[2]);
      return index < receivableLines.size() ? receivableLines.get(index) : line;
    }
    return line;
  }
}
