package dev.huikuan.policy.table;

/** The plain forms of characters that Chinese input and word processors put in their place. */
final class PlainCharacters {

  private PlainCharacters() {}

  /** One character for one; the enumeration comma and the full-width comma part a list. */
  static char of(char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    return switch (c) {
      case '，', '、', '；' -> ';';
      case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』' -> '"';
      case '‘', '’' -> '\'';
      case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
      case '〜', '∼' -> '~';
      case '×' -> '*';
      case '【' -> '[';
      case '】' -> ']';
      case '⩾', '≧' -> '≥';
      case '⩽', '≦' -> '≤';
      default -> c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
    };
  }
}
