package dev.huikuan.policy;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetWords;
import java.util.Optional;

/** The Type column of attributes and parameters. */
final class SheetTypes {

  private static final SheetWords<TermType> WORDS = words();

  private SheetTypes() {}

  private static SheetWords<TermType> words() {
    SheetWords<TermType> words = new SheetWords<>();
    for (TermType type : TermType.values()) {
      words.with(type, type.label().en(), type.label().zh());
    }
    return words;
  }

  /** Empty when it is reported. */
  static Optional<TermType> read(RawCell cell, Complaints complaints) {
    Optional<TermType> type = WORDS.find(cell.text());
    if (type.isEmpty()) {
      complaints.unknown(
          Code.CELL_SYNTAX,
          cell,
          new Text("没有类型 `" + cell.text() + "`", "there is no type `" + cell.text() + "`"),
          new Text(String.join("、", WORDS.words()), String.join(", ", WORDS.words())),
          WORDS.nearest(cell.text()));
    }
    return type;
  }
}
