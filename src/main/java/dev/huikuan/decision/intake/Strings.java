package dev.huikuan.decision.intake;

import dev.huikuan.domain.Text;

/** Which strings can be stored and written again. */
final class Strings {

  static final Text NOT_WRITABLE =
      new Text("文本含有 NUL 或不完整的字符", "the text has a NUL or half of a character");

  private Strings() {}

  /** False for a text with NUL or an unpaired surrogate. */
  static boolean isWritable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
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
}
