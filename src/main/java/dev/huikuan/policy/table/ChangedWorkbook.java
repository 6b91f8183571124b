package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A workbook or CSV with some cells of one sheet changed and nothing else: styles, widths, lists,
 * comments, other sheets stay as they are. What is typed is a text, whatever it begins with; a
 * number stays a number where one stood. The result is read again before it is given away.
 */
public final class ChangedWorkbook {

  /** The most cells that are changed at a time. */
  public static final int MOST_CHANGES = 500;

  /** The most characters of a cell that is changed. */
  public static final int LONGEST = 2_000;

  private static final Text ELSEWHERE =
      new Text(
          "此文件的内部结构不允许只改这几格；请下载后在表格软件中修改",
          "this file is built so that these cells cannot be changed alone; download it and change them"
              + " in your spreadsheet program");

  /**
   * What came of it.
   *
   * @param bytes the changed file; empty when something stands in the way
   * @param findings what does, at its cell
   */
  public record Changed(Optional<byte[]> bytes, List<Finding> findings) {

    public Changed {
      findings = List.copyOf(findings);
    }
  }

  private final String path;
  private final byte[] bytes;
  private final List<Finding> findings = new ArrayList<>();
  private final NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes = new TreeMap<>();

  private ChangedWorkbook(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Changes cells.
   *
   * @param path of the file in the policy folder
   * @param sheet name of the sheet; empty for a CSV
   * @param cells text by address; an empty text empties the cell
   */
  public static Changed of(String path, byte[] bytes, String sheet, Map<String, String> cells) {
    WorkbookReader.Sheets read = WorkbookReader.read(path, bytes);
    if (!read.findings().isEmpty()) {
      return new Changed(Optional.empty(), read.findings());
    }
    Optional<Grid> grid = read.grids().stream().filter(g -> g.sheet().equals(sheet)).findFirst();
    if (grid.isEmpty()) {
      Text none = new Text("没有工作表 `" + sheet + "`", "there is no sheet `" + sheet + "`");
      return new Changed(
          Optional.empty(), List.of(Finding.error(Finding.Code.FILE_REFUSED, path, none)));
    }
    return new ChangedWorkbook(path, bytes).changed(read.grids(), grid.get(), cells);
  }

  /** A text as a cell keeps it: one kind of line end; blanks alone are nothing. */
  public static String kept(String typed) {
    return typed.isBlank() ? "" : CsvGrid.plainLines(typed);
  }

  private Changed changed(List<Grid> grids, Grid grid, Map<String, String> cells) {
    if (cells.size() > MOST_CHANGES) {
      refuse(
          path,
          new Text(
              "一次最多修改 " + MOST_CHANGES + " 个单元格",
              "at most " + MOST_CHANGES + " cells are changed at a time"));
    } else {
      cells.forEach((address, text) -> change(grid, address, kept(text)));
    }
    if (!findings.isEmpty()) {
      return new Changed(Optional.empty(), findings);
    }
    if (changes.isEmpty()) {
      return new Changed(Optional.of(bytes), List.of());
    }
    return written(grids, grid);
  }

  private void change(Grid grid, String address, String text) {
    Optional<Address> at = CellEdits.place(address);
    if (at.isEmpty()) {
      refuse(
          path, new Text("`" + address + "` 不是可用的单元格", "`" + address + "` is no cell to write in"));
      return;
    }
    RawCell was = grid.cell(at.get().row(), at.get().column());
    Optional<Text> fault = CellEdits.fault(grid, at.get(), text);
    if (fault.isPresent()) {
      refuse(was.location(), fault.get());
    } else if (!was.text().equals(text) || !was.formula().isEmpty()) {
      changes
          .computeIfAbsent(at.get().row(), row -> new TreeMap<>())
          .put(at.get().column(), CellChange.of(was, text));
    }
  }

  private void refuse(String location, Text message) {
    findings.add(Finding.error(Finding.Code.CELL_SYNTAX, location, message));
  }

  private Changed written(List<Grid> before, Grid grid) {
    byte[] written = new byte[0];
    try {
      written =
          grid.sheet().isEmpty()
              ? ChangedCsv.write(bytes, changes)
              : ChangedXlsx.write(bytes, grid.sheet(), changes, findings);
    } catch (IOException | RuntimeException unusual) {
      // a layout that is read but not understood well enough to write in
      refuse(path, ELSEWHERE);
    }
    List<Grid> after = WorkbookReader.read(path, written).grids();
    if (findings.isEmpty() && !CellEdits.isAllThatDiffers(before, after, grid.sheet(), changes)) {
      refuse(path, ELSEWHERE);
    }
    return new Changed(findings.isEmpty() ? Optional.of(written) : Optional.empty(), findings);
  }
}
