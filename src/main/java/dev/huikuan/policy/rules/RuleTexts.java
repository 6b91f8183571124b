package dev.huikuan.policy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of a DRL file as they stand in it, without compiling them. */
public final class RuleTexts {

  /**
   * A rule's text.
   *
   * @param name of the rule; of what stands outside all rules (imports, functions) the file's path
   * @param location {@code rules/holds.drl:42}
   * @param text as written, without the comments before it
   * @param meaning the text without comments, indentation and blank lines
   */
  public record RuleText(String name, String location, String text, String meaning) {}

  private RuleTexts() {}

  /** What stands outside the rules first, then the rules in their order. */
  public static List<RuleText> of(String path, String drl) {
    DrlText code = new DrlText(path, drl);
    Map<Integer, String> starts = new LinkedHashMap<>();
    code.rules().forEach(rule -> starts.put(rule.line(), rule.rule()));
    List<String> plain = code.withoutComments().lines().toList();
    List<String> written = drl.lines().toList();
    List<RuleText> texts = new ArrayList<>();
    String name = path;
    int from = 1;
    for (int line = 1; line <= plain.size() + 1; line++) {
      if (line > plain.size() || starts.containsKey(line)) {
        texts.add(
            new RuleText(
                name,
                path + ":" + from,
                String.join("\n", written.subList(from - 1, line - 1)),
                meaning(plain.subList(from - 1, line - 1))));
        name = starts.getOrDefault(line, name);
        from = line;
      }
    }
    return texts;
  }

  private static String meaning(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
