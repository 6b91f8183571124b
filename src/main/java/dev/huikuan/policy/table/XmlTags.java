package dev.huikuan.policy.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of an XML text that is known to be well-formed, one after the other, with their places
 * in it: so a text can be changed at one place and stay as it is at all others.
 */
final class XmlTags {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=/<>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  /**
   * A tag.
   *
   * @param start where its {@code <} stands
   * @param end behind its {@code >}
   * @param name with its prefix
   * @param closes it ends an element
   * @param empty it is a whole element
   */
  record Tag(String text, int start, int end, String name, boolean closes, boolean empty) {

    /** The name without its prefix. */
    String local() {
      return name.substring(name.indexOf(':') + 1);
    }

    /** The prefix with its colon; mostly empty. */
    String prefix() {
      return name.substring(0, name.indexOf(':') + 1);
    }

    boolean starts(String local) {
      return !closes && local().equals(local);
    }

    boolean ends(String local) {
      return closes && local().equals(local);
    }

    /** The attributes as written, in their order; references in values are not resolved. */
    Map<String, String> attributes() {
      Map<String, String> attributes = new LinkedHashMap<>();
      Matcher found = ATTRIBUTE.matcher(text.substring(start + 1 + name.length(), end - 1));
      while (found.find()) {
        attributes.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
      }
      return attributes;
    }

    Optional<String> attribute(String wanted) {
      return Optional.ofNullable(attributes().get(wanted));
    }
  }

  private final String text;
  private int at;

  XmlTags(String text) {
    this.text = text;
  }

  /** The next tag; empty behind the last. Comments and the like are passed over. */
  Optional<Tag> next() {
    for (int start = text.indexOf('<', at); start >= 0; start = text.indexOf('<', at)) {
      if (text.startsWith("<!--", start)) {
        at = behind("-->", start);
      } else if (text.startsWith("<![CDATA[", start)) {
        at = behind("]]>", start);
      } else if (text.startsWith("<?", start)) {
        at = behind("?>", start);
      } else {
        at = closing(start) + 1;
        return Optional.of(tag(start));
      }
    }
    return Optional.empty();
  }

  /** Goes on to the end of the element that has just begun; the tag that ends it. */
  Tag endOf(Tag begun) {
    Tag last = begun;
    int depth = begun.empty() ? 0 : 1;
    while (depth > 0) {
      last = next().orElseThrow(() -> new IllegalStateException("an element that does not end"));
      depth += last.empty() ? 0 : last.closes() ? -1 : 1;
    }
    return last;
  }

  private Tag tag(int start) {
    boolean closes = text.charAt(start + 1) == '/';
    int from = start + (closes ? 2 : 1);
    int to = from;
    while (!Character.isWhitespace(text.charAt(to)) && "/>".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    boolean empty = !closes && text.charAt(at - 2) == '/';
    return new Tag(text, start, at, text.substring(from, to), closes, empty);
  }

  private int behind(String mark, int start) {
    int found = text.indexOf(mark, start);
    if (found < 0) {
      throw new IllegalStateException("XML that does not end");
    }
    return found + mark.length();
  }

  /** The {@code >} of a tag; in quotes it is none. */
  private int closing(int start) {
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    throw new IllegalStateException("a tag that does not end");
  }
}
