package dev.huikuan.policy.table;

import dev.huikuan.domain.Wording;
import java.util.Map;
import java.util.Optional;

/** Words with a meaning of their own in any cell; no code or label may be one of them. */
public final class ReservedWords {

  private static final Map<String, UnaryTest.State> STATES =
      Map.of(
          "unknown",
          UnaryTest.State.UNKNOWN,
          "未知",
          UnaryTest.State.UNKNOWN,
          "known",
          UnaryTest.State.KNOWN,
          "已知",
          UnaryTest.State.KNOWN,
          "notyet",
          UnaryTest.State.NOT_YET,
          "尚未",
          UnaryTest.State.NOT_YET);

  private ReservedWords() {}

  /** True for unknown, known, not yet, not, and a lone hyphen, in either language. */
  public static boolean contains(String word) {
    String form = Wording.normalise(word);
    return STATES.containsKey(form) || form.equals("not") || form.equals("非") || form.equals("-");
  }

  static Optional<UnaryTest.State> state(String word) {
    return Optional.ofNullable(STATES.get(Wording.normalise(word)));
  }

  /** The word for an empty list. */
  static boolean isNone(String word) {
    String form = Wording.normalise(word);
    return form.equals("none") || form.equals("无");
  }

  static Optional<Boolean> flag(String word) {
    return switch (Wording.normalise(word)) {
      case "是", "yes", "true" -> Optional.of(true);
      case "否", "no", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
