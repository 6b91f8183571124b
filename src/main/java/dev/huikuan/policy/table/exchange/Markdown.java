package dev.huikuan.policy.table.exchange;

import java.util.regex.Pattern;

/**
 * Words of a table inside Markdown, so that they show as they are: what could begin markup or HTML,
 * end a cell or start a block is escaped, and nothing else, for people read the source in a diff.
 */
final class Markdown {

  private static final Pattern SIGNS =
      Pattern.compile("[\\\\`*\\[\\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?! )|&(?=[A-Za-z#])");

  private static final Pattern BLOCK = Pattern.compile("^([#>+=:-]|\\d+(?=[.)]))");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private Markdown() {}

  /** Words on a line of their own, or behind a list sign. */
  static String line(String words) {
    String escaped = escaped(words.strip().replaceAll("\\s*\\R\\s*", " "));
    return BLOCK
        .matcher(escaped)
        .replaceFirst(
            found ->
                Character.isDigit(found.group().charAt(0))
                    ? found.group() + "\\\\"
                    : "\\\\" + found.group());
  }

  /** Words in a cell of a table; a line break stays one. */
  static String cell(String words) {
    return words.strip().lines().map(Markdown::escaped).reduce((a, b) -> a + "<br>" + b).orElse("");
  }

  private static String escaped(String words) {
    String visible = INVISIBLE.matcher(words).replaceAll(" ");
    return SIGNS.matcher(visible).replaceAll("\\\\$0");
  }
}
