package dev.huikuan.policy.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that tests say exactly which XML a program would write. */
public final class RawWorkbook {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder strings = new StringBuilder();
  private String properties = "";
  private String mainType =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private int count;

  /** A sheet: what stands in its {@code sheetData}, and what follows that element. */
  public RawWorkbook sheet(String name, String sheetData, String after) {
    count++;
    String part = "worksheets/sheet" + count + ".xml";
    sheets
        .append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" r:id=\"rId" + count)
        .append("\"/>");
    relate("rId" + count, "worksheet", part);
    parts.put(
        "xl/" + part,
        HEAD
            + "<worksheet"
            + MAIN
            + "><sheetData>"
            + sheetData
            + "</sheetData>"
            + after
            + "</worksheet>");
    return this;
  }

  /** Number formats; the cell style {@code s="n"} shows the n-th, style 0 is General. */
  public RawWorkbook formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("#\\d+");
      String id = builtIn ? codes[i].substring(1) : "" + (164 + i);
      if (!builtIn) {
        String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;");
        formats.append("<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>");
      }
      styles.append("<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>");
    }
    relate("rIdStyles", "styles", "styles.xml");
    parts.put(
        "xl/styles.xml",
        HEAD
            + "<styleSheet"
            + MAIN
            + "><numFmts>"
            + formats
            + "</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>"
            + styles
            + "</cellXfs></styleSheet>");
    return this;
  }

  /** A shared string, as XML between {@code <si>} and {@code </si>}. */
  public RawWorkbook shared(String xml) {
    if (strings.length() == 0) {
      relate("rIdStrings", "sharedStrings", "sharedStrings.xml");
    }
    strings.append("<si>" + xml + "</si>");
    return this;
  }

  public RawWorkbook properties(String xml) {
    properties = xml;
    return this;
  }

  public RawWorkbook type(String contentType) {
    mainType = contentType;
    return this;
  }

  public RawWorkbook part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  public RawWorkbook relate(String id, String type, String target) {
    relations.append(
        "<Relationship Id=\""
            + id
            + "\" Type=\""
            + RELATION
            + "/"
            + type
            + "\" Target=\""
            + target
            + "\"/>");
    return this;
  }

  public byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + mainType
            + "\"/></Types>");
    all.put(
        "_rels/.rels",
        related(
            "<Relationship Id=\"rId1\" Type=\""
                + RELATION
                + "/officeDocument\""
                + " Target=\"xl/workbook.xml\"/>"));
    all.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook"
            + MAIN
            + " xmlns:r=\""
            + RELATION
            + "\">"
            + properties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    all.put("xl/_rels/workbook.xml.rels", related(relations.toString()));
    if (strings.length() > 0) {
      all.put("xl/sharedStrings.xml", HEAD + "<sst" + MAIN + ">" + strings + "</sst>");
    }
    all.putAll(parts);
    return zip(all);
  }

  private static String related(String relationships) {
    return HEAD
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relationships
        + "</Relationships>";
  }

  public static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  /** A row of cells given by letter: {@code row(6, "A", "R-1", "B", 30)}; numbers stay numbers. */
  public static String row(int number, Object... lettersAndValues) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < lettersAndValues.length; i += 2) {
      String at = "r=\"" + lettersAndValues[i] + number + "\"";
      Object value = lettersAndValues[i + 1];
      if (value instanceof Number) {
        row.append("<c " + at + "><v>" + value + "</v></c>");
      } else if (value instanceof String text && text.startsWith("<")) {
        row.append("<c " + at + text.substring(1) + "</c>");
      } else {
        String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        row.append("<c " + at + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
      }
    }
    return row.append("</row>").toString();
  }
}
