package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.XlsxOutline.Target;
import dev.huikuan.policy.table.XmlTags.Tag;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A workbook with cells of one sheet changed: the part of that sheet is written anew. */
final class ChangedXlsx {

  private static final String TYPES = "[Content_Types].xml";

  private final XlsxPackage workbook;
  private final Map<String, byte[]> replaced = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();

  private ChangedXlsx(XlsxPackage workbook) {
    this.workbook = workbook;
  }

  /**
   * The changed workbook.
   *
   * @param findings gets what stands in the way; then nothing is to be done with the bytes
   */
  static byte[] write(
      byte[] bytes,
      String sheet,
      NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes,
      List<Finding> findings)
      throws IOException {
    try (XlsxPackage workbook = XlsxPackage.open(bytes)) {
      ChangedXlsx changed = new ChangedXlsx(workbook);
      findings.addAll(changed.change(XlsxOutline.read(workbook), sheet, changes));
      return RewrittenPackage.of(bytes, changed.replaced, changed.dropped);
    }
  }

  private List<Finding> change(
      XlsxOutline outline,
      String sheet,
      NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes)
      throws IOException {
    String part = outline.sheets().get(sheet);
    XmlText xml = text(part);
    ChangedSheet changed = new ChangedSheet(xml.text(), changes);
    replaced.put(XlsxPackage.key(part), xml.with(changed.written()));
    if (changed.isFormulaGone()) {
      forgetOrder(outline);
    }
    List<Finding> findings = new java.util.ArrayList<>(changed.findings());
    for (Target target : relatedTo(part).values()) {
      if (target.type().endsWith("/table")) {
        heads(target.part(), changes).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Map<String, Target> relatedTo(String part) throws IOException {
    return XlsxOutline.targets(workbook, XlsxOutline.folder(part), XlsxOutline.relations(part));
  }

  private XmlText text(String part) throws IOException {
    return XmlText.of(workbook.part(part).readAllBytes());
  }

  /**
   * Without the list of formulas in the order in which they were computed: a program makes it anew,
   * but takes a list that names a cell without a formula for damage.
   */
  private void forgetOrder(XlsxOutline outline) throws IOException {
    for (Map.Entry<String, Target> target : outline.targets().entrySet()) {
      if (target.getValue().type().endsWith("/calcChain")) {
        String part = XlsxPackage.key(target.getValue().part());
        dropped.add(part);
        without(
            XlsxOutline.relations(outline.main()),
            tag -> tag.attribute("Id").filter(target.getKey()::equals).isPresent());
        without(
            TYPES,
            tag ->
                tag.attribute("PartName").map(XlsxPackage::key).filter(part::equals).isPresent());
      }
    }
  }

  private void without(String part, Predicate<Tag> which) throws IOException {
    XmlText xml = text(part);
    XmlTags tags = new XmlTags(xml.text());
    for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
      if (!tag.get().closes() && which.test(tag.get())) {
        int end = tags.endOf(tag.get()).end();
        String rest = xml.text().substring(0, tag.get().start()) + xml.text().substring(end);
        replaced.put(XlsxPackage.key(part), xml.with(rest));
        return;
      }
    }
  }

  /** The heads of a program's own table are kept in another part as well. */
  private Optional<Finding> heads(
      String part, NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes)
      throws IOException {
    String name = part.replaceFirst("[^/]+/\\.\\./", "");
    XmlTags tags = new XmlTags(text(name).text());
    for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
      if (tag.get().starts("table")) {
        String[] ends = tag.get().attribute("ref").orElse("A1").replace("$", "").split(":");
        Address first = Address.parse(ends[0]);
        Address last = Address.parse(ends[ends.length - 1]);
        return changes
            .getOrDefault(first.row(), java.util.Collections.emptyNavigableMap())
            .subMap(first.column(), true, last.column(), true)
            .values()
            .stream()
            .findFirst()
            .map(change -> ofTable(change, String.join(":", ends)));
      }
    }
    return Optional.empty();
  }

  private static Finding ofTable(CellChange change, String ref) {
    return Finding.error(
        Finding.Code.CELL_SYNTAX,
        change.was().location(),
        new Text(
            "此格是表格软件中“表” " + ref + " 的标题，不能在此修改；请在表格软件中修改",
            "a header of the spreadsheet program's own table "
                + ref
                + "; change it in your spreadsheet program"));
  }
}
