package dev.huikuan.decision.intake;

import dev.huikuan.domain.Text;

/** Which strings can be stored, written again and shown as what they are. */
final class Strings {

  static final Text NOT_WRITABLE =
      new Text(
          "文本含有控制字符、双向文字控制符或不完整的字符；请删除后重新提交",
          "the text has a control character, a bidirectional override or half of a character; take"
              + " it out and send the case again");

  private Strings() {}

  /**
   * False for a text with an unpaired surrogate, with a character that steers a terminal or the
   * direction of writing (so that it would show as something else), or with NUL. Tabs and line ends
   * are well; so are the marks that Hebrew and Arabic names need.
   */
  static boolean isWritable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isControl(char c) {
    boolean layout = c == '\t' || c == '\n' || c == '\r';
    boolean direction = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    return direction || Character.isISOControl(c) && !layout;
  }
}
