package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts that a text quotes by code or label: {@code 逾期 {daysPastDue} 天}. */
final class Placeholders {

  private static final Pattern QUOTED = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /** The findings for one language's cell of a pair. */
  static List<Finding> check(RawCell cell, Vocabulary vocabulary, Level tableLevel) {
    if (cell.isBlank()) {
      return List.of(missing(cell));
    }
    if (cell.kind() == RawCell.Kind.ERROR || cell.kind() == RawCell.Kind.NO_VALUE) {
      return List.of(TypedCells.formula(cell).finding(cell, new Text("文本", "a text")));
    }
    return check(cell.text(), cell.location(), vocabulary, tableLevel);
  }

  static List<Finding> check(
      String text, String location, Vocabulary vocabulary, Level tableLevel) {
    List<Finding> findings = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (TermNames.resolve(name, vocabulary, tableLevel).isEmpty()) {
        findings.add(TermNames.unknown(name, vocabulary, tableLevel, location));
      }
    }
    String outside = matcher.replaceAll("");
    if (outside.indexOf('{') >= 0 || outside.indexOf('}') >= 0) {
      findings.add(unbalanced(text, location));
    }
    return findings;
  }

  private static Finding unbalanced(String text, String location) {
    Text message =
        new Text(
            "`" + text + "` 中的花括号不成对，引用词条请写 `{daysPastDue}`",
            "the braces in `" + text + "` do not match; quote a term as `{daysPastDue}`");
    return Finding.error(Finding.Code.CELL_SYNTAX, location, CellMessages.shortened(message))
        .found(CellMessages.shortened(text), new Text("成对的花括号", "braces in pairs"), List.of());
  }

  private static Finding missing(RawCell cell) {
    Text message =
        new Text("这里缺少文本：中文和英文都要写", "the text is missing here: both languages are needed");
    return Finding.error(Finding.Code.MISSING_TEXT, cell.location(), message)
        .found("", new Text("文本", "a text"), List.of());
  }
}
