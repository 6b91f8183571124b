package dev.huikuan.policy.table;

import java.util.ArrayList;
import java.util.List;

/** A sheet that is put together cell by cell, to be read like one that somebody wrote. */
public final class SheetDraft {

  private final String path;
  private final String sheet;
  private final List<RawCell> cells = new ArrayList<>();

  public SheetDraft(String path, String sheet) {
    this.path = path;
    this.sheet = sheet;
  }

  /** Puts a text into a cell; row and column count from 1, nothing is put for a blank text. */
  public void put(int row, int column, String text) {
    if (!text.isBlank()) {
      String address = new Address(row, column).written();
      cells.add(RawCell.text(text, address, path + "#" + sheet + "!" + address));
    }
  }

  /** Puts texts side by side, beginning in column A. */
  public void row(int row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      put(row, i + 1, texts[i]);
    }
  }

  public Grid grid() {
    return new Grid(path, sheet, cells, List.of());
  }
}
