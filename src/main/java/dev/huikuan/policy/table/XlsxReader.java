package dev.huikuan.policy.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a workbook in the format of ECMA-376, as Excel, WPS and LibreOffice write it, from bytes.
 * Nothing in it runs: formulas count by the value that was saved with them.
 */
final class XlsxReader {

  private static final String MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

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
    String main = mainPart();
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    String name = main.substring(folder.length());
    Map<String, Target> targets = targets(folder, folder + "_rels/" + name + ".rels");
    if (workbook.hasFolder(folder + "externalLinks/")
        || targets.values().stream().anyMatch(t -> t.type().endsWith("/externalLink"))) {
      throw new RefusedFile(
          "工作簿引用了其他文件（外部链接）；请断开链接、粘贴为数值后再保存",
          "links to other workbooks (external links); break the links, paste values and save again");
    }
    Map<String, String> sheets = new LinkedHashMap<>();
    boolean from1904 = false;
    try (XmlPart xml = XmlPart.open(workbook.part(main))) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          from1904 = xml.flag("date1904");
        } else if (xml.starts("sheet")) {
          Target target = targets.get(xml.prefixed("id").orElse(""));
          if (target == null) {
            throw RefusedFile.damaged();
          }
          if (target.type().endsWith("/worksheet")) {
            sheets.put(xml.attribute("name").orElse(""), target.part());
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw RefusedFile.damaged();
    }
    if (sheets.size() > WorkbookLimits.SHEETS) {
      throw RefusedFile.tooMany("工作表数", "sheets", WorkbookLimits.SHEETS);
    }
    return grids(sheets, targets, new CellValues(from1904));
  }

  private List<Grid> grids(
      Map<String, String> sheets, Map<String, Target> targets, CellValues values)
      throws IOException {
    NumberFormats formats = NumberFormats.none();
    List<String> strings = List.of();
    for (Target target : targets.values()) {
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

  /** The workbook's main part, by the package's own relations. */
  private String mainPart() throws IOException {
    if (workbook.has("xl/vbaProject.bin")) {
      throw macros();
    }
    try (XmlPart xml = XmlPart.open(workbook.part(checked("[Content_Types].xml")))) {
      while (xml.next()) {
        if (xml.attributeIfElement("ContentType").filter(MACROS::equals).isPresent()) {
          throw macros();
        }
      }
    }
    return targets("", checked("_rels/.rels")).values().stream()
        .filter(target -> target.type().endsWith("/officeDocument"))
        .map(Target::part)
        .filter(workbook::has)
        .findFirst()
        .orElseThrow(RefusedFile::damaged);
  }

  private String checked(String part) throws RefusedFile {
    if (!workbook.has(part)) {
      throw RefusedFile.damaged();
    }
    return part;
  }

  static RefusedFile macros() {
    return new RefusedFile(
        "带宏的工作簿不予读取；请另存为不含宏的 .xlsx",
        "a macro workbook is not read; save it as .xlsx without macros");
  }

  /** What a part is related to: the kind of relation and the name of the other part. */
  private record Target(String type, String part) {}

  private Map<String, Target> targets(String folder, String relations) throws IOException {
    Map<String, Target> targets = new HashMap<>();
    if (!workbook.has(relations)) {
      return targets;
    }
    try (XmlPart xml = XmlPart.open(workbook.part(relations))) {
      while (xml.next()) {
        if (xml.starts("Relationship")) {
          String to = xml.attribute("Target").orElse("");
          String part = to.startsWith("/") ? to.substring(1) : folder + to;
          targets.put(
              xml.attribute("Id").orElse(""), new Target(xml.attribute("Type").orElse(""), part));
        }
      }
    }
    return targets;
  }
}
