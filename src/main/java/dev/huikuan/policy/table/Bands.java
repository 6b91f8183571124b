package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import java.util.Optional;
import java.util.TreeMap;

/** The row of When, Then and Notes: each band runs to the next one. */
final class Bands {

  /** What the columns under a band are. */
  enum Band {
    WHEN,
    THEN,
    NOTES
  }

  private static final SheetWords<Band> WORDS =
      new SheetWords<Band>()
          .with(Band.WHEN, "When", "条件")
          .with(Band.THEN, "Then", "结果")
          .with(Band.NOTES, "Notes", "备注");

  private final TreeMap<Integer, Band> starts = new TreeMap<>();

  private Bands() {}

  static boolean isBandRow(Grid grid, int row) {
    for (int column = 2; column <= grid.lastColumn(); column++) {
      if (named(grid.cell(row, column)).filter(band -> band != Band.NOTES).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Band> named(RawCell cell) {
    return WORDS.find(cell.text().replaceFirst("(…|\\.{2,3})\\s*$", ""));
  }

  static Bands read(Grid grid, int row, Complaints complaints) {
    Bands bands = new Bands();
    for (int column = 2; column <= grid.lastColumn(); column++) {
      RawCell cell = grid.cell(row, column);
      if (cell.isBlank()) {
        continue;
      }
      Optional<Band> band = named(cell);
      if (band.isPresent()) {
        bands.starts.put(column, band.get());
      } else {
        complaints.unknown(
            Code.HEAD,
            cell,
            new Text("没有列组 `" + cell.text() + "`", "no group of columns `" + cell.text() + "`"),
            new Text("条件、结果或备注", "When, Then or Notes"),
            WORDS.nearest(cell.text()));
      }
    }
    return bands;
  }

  Optional<Band> of(int column) {
    return Optional.ofNullable(starts.floorEntry(column)).map(java.util.Map.Entry::getValue);
  }
}
