package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.util.List;

/** The first thing in a cell that does not fit; thrown inside the parser, a finding outside. */
final class CellFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Finding.Code code;
  private final transient Text message;
  private final transient List<String> nearest;

  CellFault(Finding.Code code, Text message) {
    this(code, message, List.of());
  }

  CellFault(Finding.Code code, Text message, List<String> nearest) {
    super(message.en(), null, false, false);
    this.code = code;
    this.message = message;
    this.nearest = nearest;
  }

  static CellFault syntax(String zh, String en) {
    return new CellFault(Finding.Code.CELL_SYNTAX, new Text(zh, en));
  }

  static CellFault type(String zh, String en) {
    return new CellFault(Finding.Code.CELL_TYPE, new Text(zh, en));
  }

  static CellFault range(String zh, String en) {
    return new CellFault(Finding.Code.CELL_RANGE, new Text(zh, en));
  }

  /** The finding at the cell: what stands there, what would fit. */
  Finding finding(RawCell cell, Text expected) {
    return Finding.error(code, cell.location(), CellMessages.shortened(message))
        .found(CellMessages.shortened(cell.text()), expected, nearest);
  }
}
