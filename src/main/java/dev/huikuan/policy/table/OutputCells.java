package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Interval.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one output cell: a literal, or an expression over terms and parameters. */
final class OutputCells {

  private final Term term;
  private final TermSide terms;

  private OutputCells(Term term, TermSide terms) {
    this.term = term;
    this.terms = terms;
  }

  static OutputEntry parse(String text, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    Term term = column.term();
    if (ReservedWords.contains(text)) {
      throw CellFault.syntax(
          "结果列不能写 `" + text.strip() + "`，不作决定请留空",
          "an output cannot be `"
              + text.strip()
              + "`; leave the cell empty where nothing is decided");
    }
    return new OutputCells(term, new TermSide(term, vocabulary, tableLevel)).cell(text);
  }

  private OutputEntry cell(String text) {
    return switch (term.type()) {
      case TEXT -> throw unpaired();
      case CODE, CODES, YES_NO -> wordOrTerm(text);
      default -> extreme(text).orElseGet(() -> argument(text.strip()));
    };
  }

  private CellFault unpaired() {
    return new CellFault(
        Finding.Code.MISSING_TEXT,
        new Text(
            "文本要写成两列：`" + term.code() + " (zh)` 和 `" + term.code() + " (en)`",
            "a text takes two columns, `" + term.code() + " (zh)` and `" + term.code() + " (en)`"));
  }

  /**
   * A code or yes/no goes before a term of the same name; {@code none} decides an empty list, where
   * an empty cell decides nothing.
   */
  private OutputEntry wordOrTerm(String text) {
    if (term.type() == TermType.CODES
        && ReservedWords.isNone(text)
        && Codes.find(text, term).isEmpty()) {
      return new OutputEntry.Literal(Value.codes(List.of()));
    }
    CellScanner scan = new CellScanner(text);
    boolean isValue =
        term.type() == TermType.YES_NO
            ? ReservedWords.flag(text).isPresent()
            : Codes.find(text, term).isPresent();
    Optional<TermRef> other = isValue ? Optional.empty() : terms.find(scan.takeItem(false).plain());
    if (other.isPresent() && scan.atEnd()) {
      return new OutputEntry.TermValue(terms.fitting(other.get(), false));
    }
    return new OutputEntry.Literal(Literals.parse(text, term));
  }

  /** True for max, false for min, when one stands here with its parenthesis. */
  private static Optional<Boolean> takeExtreme(CellScanner scan) {
    boolean least = scan.take("min") || scan.take("最小");
    boolean greatest = !least && (scan.take("max") || scan.take("最大"));
    scan.skipBlanks();
    return (least || greatest) && scan.take("(") ? Optional.of(greatest) : Optional.empty();
  }

  private Optional<OutputEntry> extreme(String text) {
    CellScanner scan = new CellScanner(text);
    Optional<Boolean> greatest = takeExtreme(scan);
    if (greatest.isEmpty()) {
      return Optional.empty();
    }
    List<OutputEntry> arguments = new ArrayList<>();
    do {
      scan.skipBlanks();
      if (scan.atItemEnd(true)) {
        throw CellMessages.missing(scan.written());
      }
      arguments.add(argument(argumentText(scan)));
      scan.skipBlanks();
    } while (scan.takeSeparator());
    if (!scan.take(")")) {
      throw CellFault.syntax(
          "`" + scan.written() + "` 缺少右括号 `)`", "`)` is missing in `" + scan.written() + "`");
    }
    scan.skipBlanks();
    if (!scan.atEnd()) {
      throw CellMessages.leftOver(scan.rest(), scan.written());
    }
    return Optional.of(new OutputEntry.Extreme(greatest.get(), Axis.of(term.type()), arguments));
  }

  /** An argument's text; a number's comma groups belong to it. */
  private static String argumentText(CellScanner scan) {
    int start = scan.position();
    if (Numerals.standsAt(scan) && Dates.scanDate(scan).isEmpty()) {
      Numerals.scan(scan);
    }
    scan.takeItem(true);
    return scan.writtenFrom(start);
  }

  private OutputEntry argument(String text) {
    CellScanner scan = new CellScanner(text);
    if (takeExtreme(scan).isPresent()) {
      throw CellFault.syntax(
          "`min(…)` 和 `max(…)` 里不能再写 min 或 max", "`min(…)` and `max(…)` cannot hold another one");
    }
    scan.backTo(0);
    return new OutputTerms(term, terms).parse(scan);
  }
}
