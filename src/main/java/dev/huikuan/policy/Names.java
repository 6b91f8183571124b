package dev.huikuan.policy;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.ReservedWords;
import java.util.regex.Pattern;

/** What codes and labels in the sheets of a policy may look like. */
final class Names {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern TERM =
      Pattern.compile("[a-z][A-Za-z0-9]{0,63}(\\.[a-z][A-Za-z0-9]{0,63})?");
  private static final Pattern PARAMETER =
      Pattern.compile("[a-z][A-Za-z0-9]{0,63}( [A-Z0-9_]{1,64})?");

  private Names() {}

  /** A code of a catalogue: UPPER_SNAKE. */
  static boolean isCode(String written) {
    return CODE.matcher(written).matches() && !ReservedWords.contains(written);
  }

  /** A code of a term: camelCase, at most one dot. */
  static boolean isTerm(String written) {
    return TERM.matcher(written).matches() && !ReservedWords.contains(written);
  }

  /** A code of a parameter: camelCase, at most one index, {@code exchangeRate EUR}. */
  static boolean isParameter(String written) {
    return PARAMETER.matcher(written).matches() && !ReservedWords.contains(written);
  }

  /** The texts of a pair of columns; a missing half is reported, a missing pair when required. */
  static Text pair(ListSheet.Line line, String column, boolean required, Complaints complaints) {
    RawCell zh = line.cell(column + " (zh)");
    RawCell en = line.cell(column + " (en)");
    boolean empty = zh.isBlank() && en.isBlank();
    if (zh.isBlank() && (required || !empty)) {
      missing(zh, column + " (zh)", complaints);
    }
    if (en.isBlank() && (required || !empty)) {
      missing(en, column + " (en)", complaints);
    }
    return new Text(zh.text().strip(), en.text().strip());
  }

  private static void missing(RawCell cell, String column, Complaints complaints) {
    complaints.error(
        Code.MISSING_TEXT,
        cell,
        "缺少 `" + column + "`；中文和英文都要写",
        "`" + column + "` is missing; write both languages");
  }
}
