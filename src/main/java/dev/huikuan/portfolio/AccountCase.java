package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One account's case before it is read.
 *
 * @param line of its first row
 * @param receivableLines line of each receivable, in the order of the case; empty when the case was
 *     sent as such
 */
record AccountCase(ObjectNode json, long line, List<Long> receivableLines) {
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
