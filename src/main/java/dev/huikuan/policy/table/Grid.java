package dev.huikuan.policy.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One sheet as it was written: its cells by row and column, both counted from 1 (column 1 is A).
 * Blank cells are not stored; a CSV is a grid without a sheet name.
 */
public final class Grid {

  /** A region of merged cells, bounds inclusive. */
  public record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    boolean covers(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  private final String path;
  private final String sheet;
  private final NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows;
  private final List<Merged> merged;
  private final Map<Integer, List<Merged>> mergedByRow = new HashMap<>();
  private final int lastColumn;

  Grid(String path, String sheet, List<RawCell> cells, List<Merged> merged) {
    this.path = path;
    this.sheet = sheet;
    NavigableMap<Integer, NavigableMap<Integer, RawCell>> byRow = new TreeMap<>();
    for (RawCell cell : cells) {
      Address at = Address.parse(cell.address());
      byRow.computeIfAbsent(at.row(), r -> new TreeMap<>()).put(at.column(), cell);
    }
    this.rows = Collections.unmodifiableNavigableMap(byRow);
    this.merged = List.copyOf(merged);
    this.lastColumn = byRow.values().stream().mapToInt(SortedMap::lastKey).max().orElse(0);
    for (Merged region : merged) {
      for (int row = region.firstRow(); row <= Math.min(region.lastRow(), lastRow()); row++) {
        mergedByRow.computeIfAbsent(row, r -> new java.util.ArrayList<>(1)).add(region);
      }
    }
  }

  /** Path of the file in its policy folder. */
  public String path() {
    return path;
  }

  /** Name of the sheet; empty for a CSV. */
  public String sheet() {
    return sheet;
  }

  /** The cell at a place, a BLANK one where nothing stands. */
  public RawCell cell(int row, int column) {
    RawCell cell = rows.getOrDefault(row, Collections.emptyNavigableMap()).get(column);
    return cell != null
        ? cell
        : RawCell.blank(new Address(row, column).written(), location(row, column));
  }

  /** The cell that counts at a place: of merged cells the one that was merged, from every row. */
  public RawCell spanned(int row, int column) {
    for (Merged region : mergedByRow.getOrDefault(row, List.of())) {
      if (region.covers(row, column)) {
        return column == region.firstColumn() ? cell(region.firstRow(), column) : cell(row, column);
      }
    }
    return cell(row, column);
  }

  /** True when a merged region begins at this cell and reaches into other columns. */
  public boolean spansColumns(int row, int column) {
    return mergedByRow.getOrDefault(row, List.of()).stream()
        .anyMatch(
            region ->
                region.firstRow() == row
                    && region.firstColumn() == column
                    && region.lastColumn() > column);
  }

  /** Number of the last row that holds anything; 0 when none does. */
  public int lastRow() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  /** Number of the last column that holds anything; 0 when none does. */
  public int lastColumn() {
    return lastColumn;
  }

  /** Number of the first row that holds anything; 0 when none does. */
  public int firstRow() {
    return rows.isEmpty() ? 0 : rows.firstKey();
  }

  /** The cells that are not blank, by row and column. */
  public NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows() {
    return rows;
  }

  public List<Merged> merged() {
    return merged;
  }

  /** {@code path#Sheet!B12}, or {@code path#B12} for a CSV. */
  public String location(int row, int column) {
    String address = new Address(row, column).written();
    return sheet.isEmpty() ? path + "#" + address : path + "#" + sheet + "!" + address;
  }

  /** Where the sheet begins. */
  public String location() {
    return location(1, 1);
  }
}
