package dev.huikuan.policy.table;

import dev.huikuan.policy.table.XmlTags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a cell of a sheet's part anew; its style and what else is said of it stay. */
final class CellXml {

  /** Texts that would be read as a character that XML cannot have, {@code _x000D_}. */
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** What belongs to the old value. */
  private static final Set<String> OF_THE_VALUE = Set.of("t", "cm", "vm");

  private CellXml() {}

  /** In place of the cell that begins with this tag. */
  static String inPlaceOf(Tag cell, CellChange change) {
    Map<String, String> attributes = new LinkedHashMap<>(cell.attributes());
    attributes.keySet().removeAll(OF_THE_VALUE);
    return written(cell.prefix(), attributes, change);
  }

  /**
   * A cell that was not there.
   *
   * @param style its style's number; empty: none
   */
  static String added(String prefix, Address at, String style, CellChange change) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("r", at.written());
    if (!style.isEmpty()) {
      attributes.put("s", style);
    }
    return written(prefix, attributes, change);
  }

  private static String written(String prefix, Map<String, String> attributes, CellChange change) {
    StringBuilder xml = new StringBuilder("<" + prefix + "c");
    attributes.forEach(
        (name, value) ->
            xml.append(' ').append(name).append("=\"").append(quoted(value)).append('"'));
    if (change.text().isEmpty()) {
      return xml.append("/>").toString();
    }
    if (change.number().isPresent()) {
      value(xml.append('>'), prefix, change.number().get().toPlainString());
    } else if (change.isFlag()) {
      value(xml.append(" t=\"b\">"), prefix, change.text().equalsIgnoreCase("TRUE") ? "1" : "0");
    } else {
      String text = LOOKS_ESCAPED.matcher(change.text()).replaceAll("_x005F_");
      xml.append(" t=\"inlineStr\"><" + prefix + "is><" + prefix + "t xml:space=\"preserve\">");
      xml.append(XmlText.escaped(text));
      xml.append("</" + prefix + "t></" + prefix + "is>");
    }
    return xml.append("</" + prefix + "c>").toString();
  }

  /** The value as it was written, but for the quotes around it. */
  private static String quoted(String value) {
    return value.replace("\"", "&quot;");
  }

  private static void value(StringBuilder xml, String prefix, String value) {
    xml.append("<" + prefix + "v>").append(value).append("</" + prefix + "v>");
  }
}
