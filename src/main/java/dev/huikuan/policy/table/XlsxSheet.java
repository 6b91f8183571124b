package dev.huikuan.policy.table;

import dev.huikuan.policy.table.NumberFormats.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of one sheet: every cell's value whatever its column or row hides, and merges. */
final class XlsxSheet {

  /** How workbooks write characters that XML cannot, {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final String path;
  private final String sheet;
  private final List<String> sharedStrings;
  private final NumberFormats formats;
  private final CellValues values;
  private final int cellsLeft;
  private final List<RawCell> cells = new ArrayList<>();
  private final List<Grid.Merged> merged = new ArrayList<>();
  private final Set<Integer> rows = new HashSet<>();
  private int row;
  private int column;

  /**
   * @param cellsLeft how many more cells the file may hold
   */
  XlsxSheet(
      String path,
      String sheet,
      List<String> sharedStrings,
      NumberFormats formats,
      CellValues values,
      int cellsLeft) {
    this.path = path;
    this.sheet = sheet;
    this.sharedStrings = sharedStrings;
    this.formats = formats;
    this.values = values;
    this.cellsLeft = cellsLeft;
  }

  Grid read(InputStream part) throws IOException {
    try (XmlPart xml = XmlPart.open(part)) {
      while (xml.next()) {
        if (xml.starts("row")) {
          row = xml.attribute("r").map(Integer::parseInt).orElse(row + 1);
          column = 0;
        } else if (xml.starts("c")) {
          cell(xml);
        } else if (xml.starts("mergeCell")) {
          merge(xml.attribute("ref").orElse(""));
        }
      }
    }
    return new Grid(path, sheet, cells, merged);
  }

  private void merge(String ref) throws RefusedFile {
    String[] ends = ref.replace("$", "").split(":");
    Address first = Address.parse(ends[0]);
    Address last = Address.parse(ends[ends.length - 1]);
    merged.add(new Grid.Merged(first.row(), first.column(), last.row(), last.column()));
    if (merged.size() > WorkbookLimits.MERGED_REGIONS) {
      throw RefusedFile.tooMany("合并区域数", "merged regions", WorkbookLimits.MERGED_REGIONS);
    }
  }

  private void cell(XmlPart xml) throws IOException {
    Optional<String> written = xml.attribute("r");
    if (written.isPresent()) {
      Address at = Address.parse(written.get());
      row = at.row();
      column = at.column();
    } else {
      column++;
    }
    String type = xml.attribute("t").orElse("n");
    int style = xml.attribute("s").map(Integer::parseInt).orElse(-1);
    Stored stored = stored(xml);
    RawCell cell = value(type, formats.style(style), stored);
    if (!cell.isBlank()) {
      keep(cell);
    }
  }

  private void keep(RawCell cell) throws RefusedFile {
    cells.add(cell);
    rows.add(row);
    if (cells.size() > cellsLeft) {
      throw RefusedFile.tooMany("单元格数", "cells", WorkbookLimits.CELLS);
    }
    if (rows.size() > WorkbookLimits.ROWS) {
      throw RefusedFile.tooMany("行数", "rows in a sheet", WorkbookLimits.ROWS);
    }
    if (column > WorkbookLimits.COLUMNS) {
      throw RefusedFile.tooMany("列数", "columns in a sheet", WorkbookLimits.COLUMNS);
    }
    if (cell.text().length() > WorkbookLimits.TEXT) {
      throw RefusedFile.tooMany("单元格字符数", "characters in a cell", WorkbookLimits.TEXT);
    }
  }

  /** The children of a cell: its formula, its value, its inline text. */
  private record Stored(Optional<String> formula, Optional<String> value, Optional<String> text) {}

  private static Stored stored(XmlPart xml) throws IOException {
    Optional<String> formula = Optional.empty();
    Optional<String> value = Optional.empty();
    Optional<String> text = Optional.empty();
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        formula = Optional.of(xml.text());
      } else if (xml.starts("v")) {
        value = Optional.of(xml.text());
      } else if (xml.starts("is")) {
        text = Optional.of(richText(xml, "is"));
      }
    }
    return new Stored(formula, value, text);
  }

  /** The text of all runs of a string; what only says how to pronounce it is left out. */
  static String richText(XmlPart xml, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.ends(end)) {
      if (xml.starts("t")) {
        text.append(xml.text());
      } else if (xml.starts("rPh")) {
        xml.text();
      }
    }
    return text.toString();
  }

  private RawCell value(String type, Shown shown, Stored stored) throws RefusedFile {
    String address = new Address(row, column).written();
    String location = path + "#" + sheet + "!" + address;
    // A shared formula stands in its first cell only; the others have an empty element.
    String formula = stored.formula().map(f -> f.isEmpty() ? "…" : f).orElse("");
    String value = stored.value().orElse("");
    boolean textual = type.equals("str") || type.equals("inlineStr");
    boolean without =
        stored.value().isEmpty() && stored.text().isEmpty() || value.isEmpty() && !textual;
    if (without && !type.equals("inlineStr")) {
      return formula.isEmpty()
          ? RawCell.blank(address, location)
          : CellValues.plain(
              RawCell.Kind.NO_VALUE, "=" + formula, false, formula, address, location);
    }
    return switch (type) {
      case "s" -> text(shared(value), formula, address, location);
      case "inlineStr" -> text(stored.text().orElse(""), formula, address, location);
      case "str" -> text(value, formula, address, location);
      case "d" -> text(isoDate(value), formula, address, location);
      case "b" -> {
        boolean flag = value.equals("1") || value.equals("true");
        yield CellValues.plain(
            RawCell.Kind.BOOLEAN, flag ? "TRUE" : "FALSE", flag, formula, address, location);
      }
      case "e" -> CellValues.plain(RawCell.Kind.ERROR, value, false, formula, address, location);
      default -> values.number(value, shown, formula, address, location);
    };
  }

  private static RawCell text(String raw, String formula, String address, String location) {
    String text = unescaped(raw).replace("\r\n", "\n").replace('\r', '\n');
    RawCell.Kind kind = text.isBlank() ? RawCell.Kind.BLANK : RawCell.Kind.TEXT;
    return CellValues.plain(kind, text, false, formula, address, location);
  }

  private String shared(String index) throws RefusedFile {
    int at = Integer.parseInt(index.strip());
    if (at < 0 || at >= sharedStrings.size()) {
      throw RefusedFile.damaged();
    }
    return sharedStrings.get(at);
  }

  /** A date stored as text in ISO form; at midnight the date alone. */
  private static String isoDate(String value) {
    return value.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "").replace('T', ' ');
  }

  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
