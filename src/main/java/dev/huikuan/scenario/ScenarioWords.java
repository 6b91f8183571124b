package dev.huikuan.scenario;

import dev.huikuan.domain.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words of scenario sheets in both languages. */
final class ScenarioWords {

  private static final Set<String> SHEET = Set.of("scenarios", "scenario", "场景", "测试场景");
  private static final Set<String> NAME = Set.of("scenario", "name", "场景", "场景名称");
  private static final Set<String> AS_OF = Set.of("asof", "截至", "截至日", "基准日");
  private static final Set<String> BASE = Set.of("base", "basecase", "基础案例", "基准案例", "案例");
  private static final Set<String> GIVEN = Set.of("given", "给定", "已知", "假设", "前提");
  private static final Set<String> EXPECT = Set.of("expect", "expected", "预期", "期望", "应为");
  private static final Set<String> NOTES = Set.of("note", "notes", "备注", "说明");
  private static final Set<String> NOTHING =
      Set.of("none", "null", "nothing", "无", "没有", "unknown", "未知");

  private ScenarioWords() {}

  static boolean isSheet(String word) {
    return in(SHEET, word);
  }

  static boolean isName(String word) {
    return in(NAME, word);
  }

  static boolean isAsOf(String word) {
    return in(AS_OF, word);
  }

  static boolean isBase(String word) {
    return in(BASE, word);
  }

  static boolean isGiven(String word) {
    return in(GIVEN, word);
  }

  static boolean isExpect(String word) {
    return in(EXPECT, word);
  }

  static boolean isNotes(String word) {
    return in(NOTES, word);
  }

  /** None, null, unknown: that there is no value. */
  static boolean isNothing(String word) {
    return in(NOTHING, word);
  }

  static boolean isUnknown(String word) {
    return in(Set.of("unknown", "未知"), word);
  }

  static boolean isNotYet(String word) {
    return in(Set.of("null", "notyet", "尚未", "无", "none"), word);
  }

  /** The rest of {@code only A, B}; the word itself when it does not begin so. */
  static String afterOnly(String word) {
    return word.strip().replaceFirst("(?i)^(only\\s+|仅有?\\s*|只有?\\s*)", "");
  }

  static boolean startsWithOnly(String word) {
    return !afterOnly(word).equals(word.strip());
  }

  /** A cell that says nothing: blank, or a lone dash of any kind. */
  static boolean isDash(String word) {
    String form = Wording.normalise(word);
    return form.isEmpty() || Set.of("-", "–", "—", "−").contains(form);
  }

  /** The parts of a list, separated by commas of any width or semicolons. */
  static List<String> list(String written) {
    return Arrays.stream(written.split("[,，、;；|]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static boolean in(Set<String> words, String word) {
    return words.contains(Wording.normalise(word));
  }
}
