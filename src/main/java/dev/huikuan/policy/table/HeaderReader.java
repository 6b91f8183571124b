package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Bands.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the header row of a decision table: which column is which term, and the table's level. */
final class HeaderReader {

  /** Columns of the layout itself. */
  private enum Own {
    FROM,
    UNTIL,
    REASON_ZH,
    REASON_EN,
    NOTE
  }

  private static final SheetWords<Own> OWN =
      new SheetWords<Own>()
          .with(Own.FROM, "Effective from", "生效", "生效日期", "生效日")
          .with(Own.UNTIL, "Effective until", "失效", "失效日期", "失效日");

  private static final SheetWords<Own> NOTES =
      new SheetWords<Own>()
          .with(Own.REASON_ZH, "Reason (zh)", "理由（中文）", "理由（zh）", "理由（中）", "原因（中文）")
          .with(Own.REASON_EN, "Reason (en)", "理由（英文）", "理由（en）", "理由（英）", "原因（英文）")
          .with(Own.REASON_ZH, "中文理由")
          .with(Own.REASON_EN, "英文理由")
          .with(Own.NOTE, "Note", "备注");

  private final Grid grid;
  private final TableHead head;
  private final Complaints complaints;
  private final HeaderNames names;
  private final Map<Own, Integer> own = new TreeMap<>();
  private final List<RawCell> whenCells = new ArrayList<>();
  private final OutputHeaders outputs;

  HeaderReader(Grid grid, TableHead head, Vocabulary vocabulary, Complaints complaints) {
    this.grid = grid;
    this.head = head;
    this.complaints = complaints;
    this.names = new HeaderNames(vocabulary, complaints);
    this.outputs = new OutputHeaders(vocabulary, names, complaints);
  }

  Columns read() {
    Bands bands = Bands.read(grid, head.bandRow(), complaints);
    for (int column = 2; column <= grid.lastColumn(); column++) {
      RawCell cell = grid.cell(head.headerRow(), column);
      if (cell.isBlank()) {
        headless(column, bands);
      } else if (!own(cell, column, OWN)) {
        Optional<Band> band = bands.of(column);
        if (band.isEmpty()) {
          complaints.error(
              Code.HEAD,
              cell,
              "此列不在任何列组之下；请在上一行写 条件 或 结果",
              "the column stands under no group; write When or Then in the row above");
        } else {
          column(cell, column, band.get());
        }
      }
    }
    List<Columns.Output> decided = outputs.finish();
    if (outputs.isEmpty()) {
      complaints.error(
          Code.HEAD,
          grid.cell(head.headerRow(), 1),
          "没有可用的结果列；请在 结果 之下写出要决定的词条",
          "no column decides anything; name a term under Then");
    }
    Level level = outputs.level();
    List<Columns.Input> inputs = inputs(level);
    return new Columns(
        level,
        inputs,
        decided,
        own.getOrDefault(Own.FROM, 0),
        own.getOrDefault(Own.UNTIL, 0),
        own.getOrDefault(Own.REASON_ZH, 0),
        own.getOrDefault(Own.REASON_EN, 0),
        own.getOrDefault(Own.NOTE, 0));
  }

  private void column(RawCell cell, int column, Band band) {
    switch (band) {
      case WHEN -> whenCells.add(cell);
      case THEN -> outputs.add(cell, column);
      case NOTES -> {
        if (!own(cell, column, NOTES)) {
          note(cell);
        }
      }
    }
  }

  private boolean own(RawCell cell, int column, SheetWords<Own> words) {
    Optional<Own> known = words.find(cell.text());
    if (known.isPresent() && own.putIfAbsent(known.get(), column) != null) {
      outputs.duplicate(cell, grid.cell(head.headerRow(), own.get(known.get())));
    }
    return known.isPresent();
  }

  private void note(RawCell cell) {
    List<String> near = NOTES.nearest(cell.text());
    if (!near.isEmpty()) {
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text("备注栏没有 `" + cell.text() + "` 这一列", "Notes have no column `" + cell.text() + "`"),
          Text.same("Reason (zh), Reason (en), Note"),
          near);
    }
  }

  /** A column without a header must be empty, unless it stands to the right of the table. */
  private void headless(int column, Bands bands) {
    boolean within = false;
    for (int next = column + 1; next <= grid.lastColumn(); next++) {
      within |= !grid.cell(head.headerRow(), next).isBlank();
    }
    for (int row = head.headerRow() + 1; within && row <= grid.lastRow(); row++) {
      RawCell cell = grid.cell(row, column);
      if (!cell.isBlank() && bands.of(column).filter(band -> band != Band.NOTES).isPresent()) {
        complaints.error(
            Code.HEAD,
            grid.cell(head.headerRow(), column),
            "此列有内容（" + cell.address() + "）却没有标题；请写上词条名称或清空此列",
            "the column holds something ("
                + cell.address()
                + ") but has no header; name its term"
                + " or clear it");
        return;
      }
    }
  }

  private List<Columns.Input> inputs(Level level) {
    List<Columns.Input> inputs = new ArrayList<>();
    for (RawCell cell : whenCells) {
      int column = Address.parse(cell.address()).column();
      names
          .resolve(cell, cell.text(), level)
          .ifPresent(ref -> inputs.add(new Columns.Input(Columns.written(ref, cell), column)));
    }
    return inputs;
  }
}
