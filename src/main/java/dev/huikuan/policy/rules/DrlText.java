package dev.huikuan.policy.rules;

import dev.huikuan.policy.rules.RuleCodes.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be seen in the text of a DRL file without compiling it: which rule stands on which line
 * (a compiled rule does not know), and which codes are written out.
 */
final class DrlText {

  /** A rule's name and where it stands. */
  record Named(String rule, String path, int line) {
    String location() {
      return path + ":" + line;
    }
  }

  /** A code written as a literal, and what it is used as. */
  record Literal(Use use, String code, String location) {}

  private static final Pattern RULE =
      Pattern.compile("(?m)^[ \\t]*rule[ \\t]+(?:\"([^\"\\r\\n]+)\"|'([^'\\r\\n]+)'|([^\\s\"']+))");

  private static final Map<Use, Pattern> USES =
      Map.of(
          Use.HOLD, call("\\.hold"),
          Use.ALERT, call("\\bout\\s*\\.alert"),
          Use.ADVICE, call("\\bout\\s*\\.advice"),
          Use.ACTION, call("\\bout\\s*\\.prefer"),
          Use.ACTION_OR_KIND, call("\\bout\\s*\\.block"),
          Use.RULE_TERM, call("\\bout\\s*\\.set"),
          Use.TERM,
              call("(?:\\.needs|\\b(?:more|atLeast|less|atMost|known|unknown|notYet|yes|no))"));

  private final String path;
  private final String code;

  DrlText(String path, String text) {
    this.path = path;
    this.code = withoutComments(text);
  }

  List<Named> rules() {
    List<Named> found = new ArrayList<>();
    Matcher matcher = RULE.matcher(code);
    while (matcher.find()) {
      String name =
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      found.add(new Named(name, path, line(matcher.end())));
    }
    return found;
  }

  List<Literal> literals() {
    List<Literal> found = new ArrayList<>();
    USES.forEach(
        (use, pattern) -> {
          Matcher matcher = pattern.matcher(code);
          while (matcher.find()) {
            found.add(new Literal(use, matcher.group(1), path + ":" + line(matcher.start(1))));
          }
        });
    return found;
  }

  /** The text with every comment blanked out; lines keep their numbers. */
  String withoutComments() {
    return code;
  }

  String path() {
    return path;
  }

  /**
   * The text as it is compiled: what is not ASCII stands as a Unicode escape in consequences, which
   * the Java compiler behind Drools reads in the platform's charset, whatever that is.
   */
  String compilable() {
    StringBuilder text = new StringBuilder(code.length());
    boolean consequence = false;
    char quote = 0;
    int word = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (quote == 0 && !Character.isJavaIdentifierPart(c)) {
        String before = code.substring(word, i);
        consequence = before.equals("then") || consequence && !before.equals("end");
      }
      word = Character.isJavaIdentifierPart(c) && quote == 0 ? word : i + 1;
      boolean escaped = i > 0 && code.charAt(i - 1) == '\\' && quote != 0;
      if ((c == '"' || c == '\'') && !escaped && (quote == 0 || quote == c)) {
        quote = quote == 0 ? c : 0;
      } else if (c == '\n') {
        quote = 0;
      }
      text.append(consequence && c > 127 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return text.toString();
  }

  /** The first argument as written; the beginning of a longer one ({@code "a" + b}) is no code. */
  private static Pattern call(String method) {
    return Pattern.compile(method + "\\s*\\(\\s*\"([^\"\\r\\n]*)\"(?!\\s*\\+)");
  }

  private int line(int offset) {
    return 1 + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The text with every comment blanked out; lines keep their numbers, strings stay. */
  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder(text);
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote || c == '\n') {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (text.startsWith("//", i)) {
        i = blank(kept, i, end(text, "\n", i, 0)) - 1;
      } else if (text.startsWith("/*", i)) {
        i = blank(kept, i, end(text, "*/", i + 2, 2)) - 1;
      }
    }
    return kept.toString();
  }

  private static int end(String text, String closing, int from, int length) {
    int at = text.indexOf(closing, from);
    return at < 0 ? text.length() : at + length;
  }

  private static int blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
    return to;
  }
}
