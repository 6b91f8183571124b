package dev.huikuan.policy.table.exchange.dmn;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in FEEL text; blanks between tokens do not count. */
final class FeelScanner {

  private static final int LONGEST = 32_767;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d{1,40}(?:\\.\\d{1,40})?|\\.\\d{1,40})");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_']*(?:\\.[\\p{L}_][\\p{L}\\p{N}\\p{M}_']*)*");

  private final String text;
  private int position;

  FeelScanner(String text) {
    if (text.length() > LONGEST) {
      throw new FeelFault("表达式太长", "the expression is too long");
    }
    this.text = text;
    skip();
  }

  private void skip() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  int position() {
    return position;
  }

  void backTo(int earlier) {
    position = earlier;
  }

  boolean stands(String token) {
    return text.startsWith(token, position);
  }

  boolean take(String token) {
    if (!stands(token)) {
      return false;
    }
    position += token.length();
    skip();
    return true;
  }

  void expect(String token) {
    if (!take(token)) {
      throw unreadable();
    }
  }

  void end() {
    if (position < text.length()) {
      throw unreadable();
    }
  }

  /** One of the characters, or 0. A range's dots and a list's filter are not among signs. */
  char takeAny(String characters) {
    if (position >= text.length() || characters.indexOf(text.charAt(position)) < 0) {
      return 0;
    }
    char c = text.charAt(position++);
    skip();
    return c;
  }

  /** A comparison sign, empty when none stands here. */
  String takeSign() {
    for (String sign : new String[] {"<=", ">=", "!=", "<", ">", "="}) {
      if (take(sign)) {
        return sign;
      }
    }
    return "";
  }

  /** A filter in brackets. */
  boolean standsFilter() {
    return stands("[");
  }

  boolean standsNumber() {
    return NUMBER.matcher(text).region(position, text.length()).lookingAt();
  }

  String number() {
    Matcher matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw unreadable();
    }
    position = matcher.end();
    skip();
    return matcher.group();
  }

  /** A whole word, as it is written. */
  boolean takeWord(String word) {
    Matcher matcher = WORD.matcher(text).region(position, text.length());
    if (!matcher.lookingAt() || !matcher.group().equals(word)) {
      return false;
    }
    position = matcher.end();
    skip();
    return true;
  }

  /** A name of one or several words, up to something that is no word or to one of the given. */
  String name(Set<String> until) {
    StringBuilder name = new StringBuilder();
    while (true) {
      Matcher matcher = WORD.matcher(text).region(position, text.length());
      if (!matcher.lookingAt()) {
        break;
      }
      String word = matcher.group();
      boolean dateAndTime = word.equals("and") && name.toString().equals("date");
      if (until.contains(word) && !dateAndTime) {
        break;
      }
      name.append(name.isEmpty() ? "" : " ").append(word);
      position = matcher.end();
      skip();
    }
    if (name.isEmpty()) {
      throw unreadable();
    }
    return name.toString();
  }

  /** A string literal with its escapes undone. */
  String string() {
    expectQuote();
    StringBuilder string = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '"') {
      char c = text.charAt(position++);
      string.append(c == '\\' ? escaped() : String.valueOf(c));
    }
    expectQuote();
    skip();
    return string.toString();
  }

  private void expectQuote() {
    if (position >= text.length() || text.charAt(position) != '"') {
      throw unreadable();
    }
    position++;
  }

  private String escaped() {
    char c = position < text.length() ? text.charAt(position++) : '"';
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"', '\\', '\'' -> String.valueOf(c);
      case 'u' -> coded(4);
      case 'U' -> coded(6);
      default -> throw unreadable();
    };
  }

  private String coded(int digits) {
    try {
      String code = text.substring(position, position + digits);
      position += digits;
      return Character.toString(Integer.parseInt(code, 16));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable();
    }
  }

  /** The fault at this position. */
  FeelFault unreadable() {
    String rest = text.substring(Math.min(position, text.length()));
    String shown = rest.length() > 40 ? rest.substring(0, 40) + "…" : rest;
    return rest.isEmpty()
        ? new FeelFault("FEEL 表达式不完整", "the FEEL expression is not complete")
        : new FeelFault(
            "从 `" + shown + "` 起读不懂；单元格可以写值、比较、区间、列表和 not(…)",
            "cannot be read from `"
                + shown
                + "` on; values, comparisons, ranges, lists and not(…) can");
  }
}
