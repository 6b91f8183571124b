package dev.huikuan.policy.table;

import dev.huikuan.domain.Text;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/** What may be typed into which cell, and whether nothing but that came of it. */
final class CellEdits {

  private CellEdits() {}

  /** The place that an address names; empty when nothing can be written there. */
  static Optional<Address> place(String address) {
    if (!address.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Address.parse(address))
          .filter(at -> at.column() <= WorkbookLimits.COLUMNS && at.row() <= WorkbookLimits.ROWS);
    } catch (NumberFormatException beyond) {
      return Optional.empty();
    }
  }

  /** What keeps a text from standing in a cell. */
  static Optional<Text> fault(Grid grid, Address at, String text) {
    if (text.length() > ChangedWorkbook.LONGEST) {
      return Optional.of(
          new Text(
              "最多 " + ChangedWorkbook.LONGEST + " 个字符，实际 " + text.length() + " 个",
              "at most " + ChangedWorkbook.LONGEST + " characters, found " + text.length()));
    }
    if (text.codePoints().anyMatch(CellEdits::isUnfit)) {
      return Optional.of(
          new Text(
              "含有控制字符或不完整的字符，单元格中不能有；请重新输入文字",
              "it holds control or broken characters, which cannot stand in a cell; type the text anew"));
    }
    return grid.merged().stream()
        .filter(region -> region.covers(at.row(), at.column()))
        .filter(region -> region.firstRow() != at.row() || region.firstColumn() != at.column())
        .findFirst()
        .map(region -> new Address(region.firstRow(), region.firstColumn()).written())
        .map(
            first ->
                new Text(
                    "此格已并入 " + first + "；请修改 " + first,
                    "this cell is merged into " + first + "; change " + first));
  }

  private static boolean isUnfit(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean half = Character.getType(c) == Character.SURROGATE;
    return control || half || (c & 0xFFFE) == 0xFFFE || c == 0xFEFF;
  }

  /** True when the changed cells read as they were meant to and all others as before. */
  static boolean isAllThatDiffers(
      List<Grid> before,
      List<Grid> after,
      String sheet,
      NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      Grid was = before.get(i);
      Grid is = after.get(i);
      boolean changed = was.sheet().equals(sheet);
      same =
          was.sheet().equals(is.sheet())
              && was.merged().equals(is.merged())
              && isSame(was, is, changed ? changes : Collections.emptyNavigableMap());
    }
    return same;
  }

  private static boolean isSame(
      Grid was, Grid is, NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    TreeSet<Integer> rows = new TreeSet<>(was.rows().keySet());
    rows.addAll(is.rows().keySet());
    rows.addAll(changes.keySet());
    for (int row : rows) {
      NavigableMap<Integer, CellChange> here =
          changes.getOrDefault(row, Collections.emptyNavigableMap());
      int last = Math.max(was.lastColumn(), is.lastColumn());
      last = here.isEmpty() ? last : Math.max(last, here.lastKey());
      for (int column = 1; column <= last; column++) {
        CellChange change = here.get(column);
        RawCell now = is.cell(row, column);
        if (change == null ? !now.equals(was.cell(row, column)) : !change.isDoneBy(now)) {
          return false;
        }
      }
    }
    return true;
  }
}
