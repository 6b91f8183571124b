package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.XmlTags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes cells in the part of one sheet: only their text is written anew, every other character of
 * the part stays. Cells and rows that were not there are put in their places.
 */
final class ChangedSheet {

  /** The columns from one to another are shown in a style. */
  private record ColumnStyle(int first, int last, String style) {}

  private final String xml;
  private final XmlTags tags;
  private final NavigableMap<Integer, NavigableMap<Integer, CellChange>> left;
  private final List<Finding> findings = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final List<ColumnStyle> columns = new ArrayList<>();
  private Map<Integer, String> stylesAbove = new HashMap<>();
  private Map<Integer, String> styles = new HashMap<>();
  private NavigableMap<Integer, CellChange> ofRow = new TreeMap<>();
  private String rowStyle = "";
  private String prefix = "";
  private boolean formulaGone;
  private int copied;
  private int row;
  private int column;

  /**
   * @param changes by row and column
   */
  ChangedSheet(String xml, NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    this.xml = xml;
    this.tags = new XmlTags(xml);
    this.left = new TreeMap<>(changes);
  }

  /** The part with the changes. */
  String written() {
    for (Optional<Tag> next = tags.next(); next.isPresent(); next = tags.next()) {
      Tag tag = next.get();
      if (tag.starts("col")) {
        columns.add(column(tag));
      } else if (tag.starts("sheetData")) {
        prefix = tag.prefix();
        cells(tag);
      }
    }
    return out.append(xml, copied, xml.length()).toString();
  }

  /** What stands in the way of a change. */
  List<Finding> findings() {
    return findings;
  }

  /** A formula was replaced by a value. */
  boolean isFormulaGone() {
    return formulaGone;
  }

  private static ColumnStyle column(Tag tag) {
    Map<String, String> said = tag.attributes();
    return new ColumnStyle(
        Integer.parseInt(said.getOrDefault("min", "0")),
        Integer.parseInt(said.getOrDefault("max", "0")),
        said.getOrDefault("style", ""));
  }

  private void cells(Tag data) {
    if (data.empty()) {
      replace(data, opened(data.start(), data.end()));
      addRows(Integer.MAX_VALUE);
      out.append("</" + data.name() + ">");
      return;
    }
    Tag tag = next();
    while (!tag.ends("sheetData")) {
      if (tag.starts("row")) {
        row(tag);
      } else if (tag.starts("c")) {
        cell(tag);
      } else if (tag.ends("row")) {
        copyTo(tag.start());
        addCells(Integer.MAX_VALUE);
        stylesAbove = styles;
      }
      tag = next();
    }
    copyTo(tag.start());
    addRows(Integer.MAX_VALUE);
  }

  private Tag next() {
    return tags.next().orElseThrow(() -> new IllegalStateException("sheetData does not end"));
  }

  private void row(Tag tag) {
    Map<String, String> said = tag.attributes();
    row = Optional.ofNullable(said.get("r")).map(Integer::parseInt).orElse(row + 1);
    column = 0;
    copyTo(tag.start());
    addRows(row);
    ofRow = Optional.ofNullable(left.remove(row)).map(TreeMap::new).orElseGet(TreeMap::new);
    rowStyle = said.containsKey("customFormat") ? said.getOrDefault("s", "") : "";
    styles = new HashMap<>();
    if (!ofRow.isEmpty()) {
      // a hint where the row's cells are: wrong once one is put outside
      String hint = "\\sspans\\s*=\\s*(\"[^\"]*\"|'[^']*')";
      replace(tag, opened(tag.start(), tag.end()).replaceFirst(hint, ""));
      if (tag.empty()) {
        addCells(Integer.MAX_VALUE);
        out.append("</" + tag.name() + ">");
      }
    }
  }

  /** The tag of an empty element as one that has content; any other as it is. */
  private String opened(int start, int end) {
    String tag = xml.substring(start, end);
    return tag.endsWith("/>") ? tag.substring(0, tag.length() - 2) + ">" : tag;
  }

  private void cell(Tag tag) {
    Optional<Address> said = tag.attribute("r").map(Address::parse);
    column = said.map(Address::column).orElse(column + 1);
    tag.attribute("s").ifPresent(style -> styles.put(column, style));
    if (!ofRow.isEmpty() && ofRow.firstKey() < column) {
      copyTo(tag.start());
      addCells(column);
    }
    CellChange change = ofRow.remove(column);
    if (change != null) {
      copyTo(tag.start());
      Tag end = tags.endOf(tag);
      formula(change, end);
      out.append(CellXml.inPlaceOf(tag, change));
      copied = end.end();
    }
  }

  /** A formula that other cells share, or whose result fills them, cannot go alone. */
  private void formula(CellChange change, Tag end) {
    XmlTags inside = new XmlTags(xml.substring(copied, end.end()));
    for (Optional<Tag> tag = inside.next(); tag.isPresent(); tag = inside.next()) {
      if (tag.get().starts("f")) {
        formulaGone = true;
        String ref = tag.get().attribute("ref").orElse("");
        if (ref.contains(":")) {
          findings.add(
              Finding.error(
                  Finding.Code.FORMULA,
                  change.was().location(),
                  new Text(
                      "此格的公式由 " + ref + " 共用，不能在此单独修改；请在表格软件中修改",
                      "the formula of this cell is shared by "
                          + ref
                          + " and cannot be changed here alone; change it in your spreadsheet"
                          + " program")));
        }
      }
    }
  }

  /** The rows that are not there, up to the one that comes now. */
  private void addRows(int before) {
    while (!left.isEmpty() && left.firstKey() < before) {
      int number = left.firstKey();
      StringBuilder cells = new StringBuilder();
      left.pollFirstEntry()
          .getValue()
          .forEach(
              (at, change) -> {
                String style = stylesAbove.getOrDefault(at, columnStyle(at));
                cells.append(CellXml.added(prefix, new Address(number, at), style, change));
              });
      out.append("<" + prefix + "row r=\"" + number + "\">" + cells + "</" + prefix + "row>");
    }
  }

  private void addCells(int before) {
    while (!ofRow.isEmpty() && ofRow.firstKey() < before) {
      var added = ofRow.pollFirstEntry();
      String style = rowStyle.isEmpty() ? columnStyle(added.getKey()) : rowStyle;
      Address at = new Address(row, added.getKey());
      out.append(CellXml.added(prefix, at, style, added.getValue()));
    }
  }

  private String columnStyle(int at) {
    return columns.stream()
        .filter(one -> one.first() <= at && at <= one.last())
        .map(ColumnStyle::style)
        .findFirst()
        .orElse("");
  }

  private void copyTo(int end) {
    out.append(xml, copied, end);
    copied = end;
  }

  private void replace(Tag tag, String by) {
    copyTo(tag.start());
    out.append(by);
    copied = tag.end();
  }
}
