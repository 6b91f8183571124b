package dev.huikuan.policy.table.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * Words of a table inside rules. Nothing that was typed into a cell, header or name can end a
 * literal, a comment or a rule: letters, digits, blanks, {@code _ - .} stand as they are, every
 * other character as percent and hexadecimal digits, which no parser of rules, expressions or Java
 * takes for a sign of its own.
 */
final class DrlWords {

  private static final int LONGEST_COMMENT = 300;

  private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

  private static final Set<String> RESERVED =
      Set.of(
          // Java
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null",
          // rules and their expressions
          "accumulate",
          "acc",
          "action",
          "and",
          "attributes",
          "collect",
          "contains",
          "convertable",
          "declare",
          "delete",
          "empty",
          "end",
          "eval",
          "excludes",
          "exists",
          "forall",
          "foreach",
          "from",
          "function",
          "global",
          "in",
          "init",
          "insert",
          "is",
          "isdef",
          "lock",
          "matches",
          "memberof",
          "modify",
          "nil",
          "not",
          "on",
          "or",
          "over",
          "query",
          "result",
          "retract",
          "reverse",
          "rule",
          "salience",
          "soundslike",
          "str",
          "strsim",
          "then",
          "trait",
          "type",
          "unit",
          "update",
          "untyped",
          "when",
          "window",
          "with");

  private DrlWords() {}

  /** A string literal, or the call that decodes it. */
  static String literal(String word) {
    String coded = coded(word);
    return coded.equals(word) ? "\"" + word + "\"" : "text(\"" + coded + "\")";
  }

  /** The name of a rule, in quotes. */
  static String name(String... parts) {
    return "\"" + coded(String.join(" ", parts)) + "\"";
  }

  private static String coded(String word) {
    StringBuilder coded = new StringBuilder();
    word.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                coded.appendCodePoint(c);
              } else {
                String one = isLoneSurrogate(c) ? "?" : Character.toString(c);
                coded.append(PERCENT.formatHex(one.getBytes(StandardCharsets.UTF_8)));
              }
            });
    return coded.toString();
  }

  private static boolean isPlain(int c) {
    return Character.isBmpCodePoint(c) && Character.isLetterOrDigit(c) || " _-.".indexOf(c) >= 0;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** One line behind {@code //}: no line break, no control or invisible sign, no backslash. */
  static String comment(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_COMMENT)
        .map(c -> isShown(c) ? c == '\\' ? '/' : c : ' ')
        .forEach(line::appendCodePoint);
    return line.toString().replaceAll(" {2,}", " ").strip();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /**
   * A lower-case identifier that no language here reserves. It does not begin with {@code i}, of
   * which Drools makes {@code getİ…} where the machine speaks Turkish.
   */
  static String identifier(String word) {
    String name = word.replaceAll("[^A-Za-z0-9_]", "_");
    boolean good = name.matches("[a-hj-z]([a-z0-9_][A-Za-z0-9_]*)?") && !RESERVED.contains(name);
    return good ? name : "the_" + name;
  }
}
