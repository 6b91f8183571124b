package dev.huikuan.policy.table.exchange.dmn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** XML as it is written, element by element: everything that is not an element is escaped. */
final class XmlText {

  private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();

  /** True while the innermost element has neither text nor children. */
  private boolean fresh;

  /** Opens an element; attributes are names and values in turn, empty values are left out. */
  XmlText open(String name, String... attributes) {
    beginContent();
    indent();
    xml.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        xml.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1], true);
        xml.append('"');
      }
    }
    open.push(name);
    fresh = true;
    return this;
  }

  /** Closes the innermost element. */
  XmlText close() {
    String name = open.pop();
    if (fresh) {
      xml.append("/>");
    } else {
      indent();
      xml.append("</").append(name).append('>');
    }
    fresh = false;
    return this;
  }

  /** An element without content. */
  XmlText empty(String name, String... attributes) {
    return open(name, attributes).close();
  }

  /** An element that holds text alone. */
  XmlText text(String name, String text) {
    open(name);
    xml.append('>');
    escape(text, false);
    xml.append("</").append(open.pop()).append('>');
    fresh = false;
    return this;
  }

  byte[] bytes() {
    return (xml + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void beginContent() {
    if (fresh) {
      xml.append('>');
    }
    fresh = false;
  }

  private void indent() {
    xml.append('\n').append("  ".repeat(open.size()));
  }

  private void escape(String text, boolean attribute) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                case '\n', '\t' -> xml.append(attribute ? " " : Character.toString(c));
                default -> xml.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
  }

  /** Characters that XML 1.0 can hold. */
  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
