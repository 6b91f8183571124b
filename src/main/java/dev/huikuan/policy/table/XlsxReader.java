package dev.huikuan.policy.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a workbook in the format of ECMA-376, as Excel, WPS and LibreOffice write it, from bytes.
 * Nothing in it runs: formulas count by the value that was saved with them.
 */
final class XlsxReader {

  private final String path;
  private final XlsxPackage workbook;

  private XlsxReader(String path, XlsxPackage workbook) {
    this.path = path;
    this.workbook = workbook;
  }

  static List<Grid> read(String path, byte[] bytes) throws IOException {
    try (XlsxPackage workbook = XlsxPackage.open(bytes)) {
      return new XlsxReader(path, workbook).sheets();
    }
  }

  private List<Grid> sheets() throws IOException {
    XlsxOutline outline = XlsxOutline.read(workbook);
    return grids(outline.sheets(), outline.targets(), new CellValues(outline.from1904()));
  }

  private List<Grid> grids(
      Map<String, String> sheets, Map<String, XlsxOutline.Target> targets, CellValues values)
      throws IOException {
    NumberFormats formats = NumberFormats.none();
    List<String> strings = List.of();
    for (XlsxOutline.Target target : targets.values()) {
      if (target.type().endsWith("/styles") && workbook.has(target.part())) {
        formats = NumberFormats.read(workbook.part(target.part()));
      } else if (target.type().endsWith("/sharedStrings") && workbook.has(target.part())) {
        strings = sharedStrings(target.part());
      }
    }
    List<Grid> grids = new ArrayList<>();
    int cellsLeft = WorkbookLimits.CELLS;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      if (!workbook.has(sheet.getValue())) {
        throw RefusedFile.damaged();
      }
      Grid grid =
          new XlsxSheet(path, sheet.getKey(), strings, formats, values, cellsLeft)
              .read(workbook.part(sheet.getValue()));
      cellsLeft -= grid.rows().values().stream().mapToInt(Map::size).sum();
      grids.add(grid);
    }
    return grids;
  }

  private List<String> sharedStrings(String part) throws IOException {
    List<String> strings = new ArrayList<>();
    long characters = 0;
    try (XmlPart xml = XmlPart.open(workbook.part(part))) {
      while (xml.next()) {
        if (xml.starts("si")) {
          String text = XlsxSheet.richText(xml, "si");
          strings.add(text);
          characters += text.length();
          if (strings.size() > WorkbookLimits.CELLS || characters > WorkbookLimits.FILE_BYTES) {
            throw RefusedFile.tooMany("文本总字符数", "characters of text", WorkbookLimits.FILE_BYTES);
          }
        }
      }
    }
    return strings;
  }

  static RefusedFile macros() {
    return new RefusedFile(
        "带宏的工作簿不予读取；请另存为不含宏的 .xlsx",
        "a macro workbook is not read; save it as .xlsx without macros");
  }
}
