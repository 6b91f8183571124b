package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.RawCell;

/**
 * The text of a cell that reads back as the same cell: as the analyst wrote it where that does,
 * else written from what it means.
 */
final class CellTexts {

  private final Vocabulary words;
  private final Level tableLevel;

  CellTexts(Vocabulary words, Level tableLevel) {
    this.words = words;
    this.tableLevel = tableLevel;
  }

  String input(InputCell cell, TermRef column) {
    boolean same =
        CellParser.input(text(cell.source()), column, words, tableLevel)
            .value()
            .filter(cell.test()::equals)
            .isPresent();
    return same ? cell.source() : new WrittenTest(column, tableLevel).of(cell.test());
  }

  /** Not for texts, which take two cells. */
  String output(OutputCell cell, TermRef column) {
    return cell.entry().map(entry -> output(entry, cell.source(), column)).orElse("");
  }

  private String output(OutputEntry entry, String source, TermRef column) {
    boolean same =
        !source.isBlank()
            && CellParser.output(text(source), column, words, tableLevel)
                .value()
                .filter(entry::equals)
                .isPresent();
    return same ? source : new WrittenEntry(column, tableLevel).of(entry);
  }

  private static RawCell text(String source) {
    return RawCell.text(source, "A1", "");
  }
}
