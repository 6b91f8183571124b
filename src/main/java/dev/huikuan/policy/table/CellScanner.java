package dev.huikuan.policy.table;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the text of a cell. Full-width characters, curly quotes, dashes and odd blanks are
 * read as their plain forms, one for one, so that what was written can be quoted.
 */
final class CellScanner {

  private static final String INVISIBLE = "[\\uFEFF\\u200B-\\u200F\\u2060]";

  private final String original;
  private final String text;
  private int position;

  CellScanner(String written) {
    this.original = written.replaceAll(INVISIBLE, "").strip();
    StringBuilder plain = new StringBuilder(original);
    for (int i = 0; i < plain.length(); i++) {
      plain.setCharAt(i, PlainCharacters.of(plain.charAt(i)));
    }
    this.text = plain.toString();
  }

  /** The whole cell as written. */
  String written() {
    return original;
  }

  int position() {
    return position;
  }

  void backTo(int earlier) {
    position = earlier;
  }

  /** What was written from there up to the position, stripped. */
  String writtenFrom(int start) {
    return original.substring(start, position).strip();
  }

  /** The rest as written. */
  String rest() {
    return original.substring(position).strip();
  }

  void skipBlanks() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  /** The rest in plain characters. */
  String plainRest() {
    return text.substring(position).strip();
  }

  /** A lone hyphen of any width: any value. */
  boolean isDash() {
    return text.equals("-");
  }

  void toEnd() {
    position = text.length();
  }

  boolean atEnd() {
    return position >= text.length();
  }

  /** The character so far ahead, or NUL beyond the end. */
  char peek(int ahead) {
    int index = position + ahead;
    return index < text.length() ? text.charAt(index) : '\0';
  }

  boolean digitAt(int ahead) {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

  /** Goes past the word, in any case of letters, if it stands here. */
  boolean take(String word) {
    if (!text.regionMatches(true, position, word, 0, word.length())) {
      return false;
    }
    position += word.length();
    return true;
  }

  boolean takeSeparator() {
    return take(";") || take(",");
  }

  /** At the end of an item: the end, a separator, or a closing parenthesis of {@code not(}. */
  boolean atItemEnd(boolean inParentheses) {
    char c = peek(0);
    return atEnd() || c == ';' || c == ',' || inParentheses && c == ')';
  }

  /** Goes past the pattern if it stands here. */
  Optional<MatchResult> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.toMatchResult());
  }

  /** A comparison sign, if one stands here. */
  Optional<Comparison> takeComparison() {
    if (take("<=") || take("=<") || take("≤")) {
      return Optional.of(Comparison.AT_MOST);
    }
    if (take(">=") || take("=>") || take("≥")) {
      return Optional.of(Comparison.AT_LEAST);
    }
    if (take("!=") || take("<>") || take("≠")) {
      return Optional.of(Comparison.NOT_EQUAL);
    }
    if (take("<")) {
      return Optional.of(Comparison.LESS);
    }
    if (take(">")) {
      return Optional.of(Comparison.GREATER);
    }
    return take("==") || take("=") ? Optional.of(Comparison.EQUAL) : Optional.empty();
  }

  /** {@code not(} or {@code 非(}. */
  boolean takeNot() {
    int start = position;
    if (take("not") || take("非")) {
      skipBlanks();
      if (take("(")) {
        return true;
      }
    }
    position = start;
    return false;
  }

  /** A word of the cell language that fills the item, if one stands here. */
  Optional<UnaryTest.State> takeState(boolean inParentheses) {
    int start = position;
    Item item = takeItem(inParentheses);
    Optional<UnaryTest.State> state =
        item.quoted() ? Optional.empty() : ReservedWords.state(item.plain());
    if (state.isEmpty()) {
      position = start;
    }
    return state;
  }

  /** An item's text: as written, and in plain characters; quotes around it are gone. */
  record Item(String written, String plain, boolean quoted) {}

  /** Everything up to the item's end; parentheses inside are kept together, quotes close off. */
  Item takeItem(boolean inParentheses) {
    skipBlanks();
    char quote = peek(0);
    if (quote == '"' || quote == '\'') {
      int close = text.indexOf(quote, position + 1);
      if (close > 0) {
        Item item = item(position + 1, close, true);
        position = close + 1;
        return item;
      }
    }
    int start = position;
    int depth = 0;
    while (!atEnd() && (depth > 0 && peek(0) == ')' || !atItemEnd(inParentheses))) {
      depth += peek(0) == '(' ? 1 : peek(0) == ')' ? -1 : 0;
      position++;
    }
    return item(start, position, false);
  }

  private Item item(int from, int to, boolean quoted) {
    return new Item(original.substring(from, to).strip(), text.substring(from, to).strip(), quoted);
  }
}
