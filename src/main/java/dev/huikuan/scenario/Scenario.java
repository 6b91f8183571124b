package dev.huikuan.scenario;

import dev.huikuan.policy.table.RawCell;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it was written.
 *
 * @param name a sentence
 * @param location of its first cell, or of its line in YAML
 * @param base name of a case; empty for a table scenario
 * @param given what is changed or given; cells that say nothing are left out
 * @param expect what is checked; cells that say {@code -} are left out
 */
record Scenario(
    String name,
    String location,
    Optional<RawCell> asOf,
    Optional<RawCell> base,
    List<Entry> given,
    List<Entry> expect) {

  /** A header and the cell under it. */
  record Entry(RawCell header, RawCell cell) {
    String field() {
      return header.text().strip();
    }

    String written() {
      return cell.text().strip();
    }
  }

  Scenario {
    given = List.copyOf(given);
    expect = List.copyOf(expect);
  }
}
