package dev.huikuan.policy.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which parts a workbook has, as its own relations say.
 *
 * @param main the part that lists the sheets
 * @param sheets part of each sheet by the sheet's name, in order
 * @param targets what the main part is related to, by the relation's id
 * @param from1904 days are counted from 1904-01-01
 */
record XlsxOutline(
    String main, Map<String, String> sheets, Map<String, Target> targets, boolean from1904) {

  private static final String MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

  /** What a part is related to: the kind of relation and the name of the other part. */
  record Target(String type, String part) {}

  static XlsxOutline read(XlsxPackage workbook) throws IOException {
    String main = mainPart(workbook);
    Map<String, Target> targets = targets(workbook, folder(main), relations(main));
    if (workbook.hasFolder(folder(main) + "externalLinks/")
        || targets.values().stream().anyMatch(t -> t.type().endsWith("/externalLink"))) {
      throw new RefusedFile(
          "工作簿引用了其他文件（外部链接）；请断开链接、粘贴为数值后再保存",
          "links to other workbooks (external links); break the links, paste values and save again");
    }
    XlsxOutline outline = sheets(workbook, main, targets);
    if (outline.sheets().isEmpty()) {
      throw RefusedFile.damaged();
    }
    if (outline.sheets().size() > WorkbookLimits.SHEETS) {
      throw RefusedFile.tooMany("工作表数", "sheets", WorkbookLimits.SHEETS);
    }
    return outline;
  }

  private static XlsxOutline sheets(XlsxPackage workbook, String main, Map<String, Target> targets)
      throws IOException {
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
    return new XlsxOutline(main, sheets, targets, from1904);
  }

  /** The folder of a part, with the slash at its end. */
  static String folder(String part) {
    return part.substring(0, part.lastIndexOf('/') + 1);
  }

  /** The part that says what a part is related to. */
  static String relations(String part) {
    return folder(part) + "_rels/" + part.substring(folder(part).length()) + ".rels";
  }

  /** The workbook's main part, by the package's own relations. */
  private static String mainPart(XlsxPackage workbook) throws IOException {
    if (workbook.has("xl/vbaProject.bin")) {
      throw XlsxReader.macros();
    }
    try (XmlPart xml = XmlPart.open(workbook.part(checked(workbook, "[Content_Types].xml")))) {
      while (xml.next()) {
        if (xml.attributeIfElement("ContentType").filter(MACROS::equals).isPresent()) {
          throw XlsxReader.macros();
        }
      }
    }
    return targets(workbook, "", checked(workbook, "_rels/.rels")).values().stream()
        .filter(target -> target.type().endsWith("/officeDocument"))
        .map(Target::part)
        .filter(workbook::has)
        .findFirst()
        .orElseThrow(RefusedFile::damaged);
  }

  private static String checked(XlsxPackage workbook, String part) throws RefusedFile {
    if (!workbook.has(part)) {
      throw RefusedFile.damaged();
    }
    return part;
  }

  static Map<String, Target> targets(XlsxPackage workbook, String folder, String relations)
      throws IOException {
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
