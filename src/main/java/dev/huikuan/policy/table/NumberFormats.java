package dev.huikuan.policy.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The number formats of a workbook, read for one purpose: is a number shown as a percent, or does
 * it stand for a date or a time.
 */
final class NumberFormats {

  /** What a number format makes of a number. */
  enum Shown {
    PLAIN,
    PERCENT,
    DATE,
    TIME
  }

  /** Quoted text, escaped, padding and repeated characters, colours and conditions. */
  private static final Pattern DECORATION =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\]]*]");

  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]");

  private final List<Shown> byStyle;

  private NumberFormats(List<Shown> byStyle) {
    this.byStyle = byStyle;
  }

  static NumberFormats read(InputStream styles) throws IOException {
    Map<Integer, String> written = new HashMap<>();
    List<Integer> formats = new ArrayList<>();
    try (XmlPart xml = XmlPart.open(styles)) {
      boolean cellFormats = false;
      while (xml.next()) {
        if (xml.starts("numFmt")) {
          written.put(id(xml), xml.attribute("formatCode").orElse(""));
        } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
          cellFormats = xml.starts("cellXfs");
        } else if (cellFormats && xml.starts("xf")) {
          formats.add(id(xml));
        }
      }
    }
    return new NumberFormats(
        formats.stream()
            .map(id -> written.containsKey(id) ? shown(written.get(id)) : builtIn(id))
            .toList());
  }

  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  private static int id(XmlPart xml) {
    return Integer.parseInt(xml.attribute("numFmtId").orElse("0"));
  }

  /** What the cell style of this number shows; plain when there is no such style. */
  Shown style(int index) {
    return index >= 0 && index < byStyle.size() ? byStyle.get(index) : Shown.PLAIN;
  }

  /** Formats that files name by number only (ECMA-376 part 1, 18.8.30, with those of East Asia). */
  private static Shown builtIn(int id) {
    if (id == 9 || id == 10) {
      return Shown.PERCENT;
    }
    if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47) {
      return Shown.TIME;
    }
    boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
    return date ? Shown.DATE : Shown.PLAIN;
  }

  static Shown shown(String format) {
    String bare = DECORATION.matcher(format).replaceAll("");
    if (bare.contains("%")) {
      return Shown.PERCENT;
    }
    String letters = EXPONENT.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    if (letters.contains("general") || letters.contains("standard") || letters.contains("g/")) {
      return Shown.PLAIN;
    }
    if (letters.contains("y") || letters.contains("d") || letters.contains("e")) {
      return Shown.DATE;
    }
    if (letters.contains("h") || letters.contains("s")) {
      return Shown.TIME;
    }
    return letters.contains("m") ? Shown.DATE : Shown.PLAIN;
  }
}
