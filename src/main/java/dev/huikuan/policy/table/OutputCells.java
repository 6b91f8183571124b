package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.Interval.Axis;
import dev.huikuan.policy.table.Numerals.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** A code or yes/no goes before a term of the same name. */
  private OutputEntry wordOrTerm(String text) {
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
    if (!term.type().isNumeric() || !Numerals.standsAt(scan)) {
      return scan.digitAt(0)
          ? new OutputEntry.Literal(Literals.parse(text, term))
          : sum(scan.plainRest());
    }
    if (Dates.scanDate(scan).isPresent()) {
      throw CellMessages.notReadable(text, term);
    }
    Numeral number = Numerals.scan(scan);
    scan.skipBlanks();
    if (scan.take("*")) {
      scan.skipBlanks();
      return sum(Numerals.factor(number), scan.plainRest());
    }
    if (scan.take("+")) {
      scan.skipBlanks();
      return scaled(Micros.ONE, termAt(scan.plainRest(), false), plus(number));
    }
    return new OutputEntry.Literal(Literals.parse(text, term));
  }

  private OutputEntry sum(String text) {
    Optional<Split> factor = Split.last(text, "*");
    if (factor.isPresent()) {
      return sum(Numerals.factor(factor.get().number()), factor.get().left());
    }
    return sum(Micros.ONE, text);
  }

  /** factor × text, where text is a term, or a term plus or minus a number. */
  private OutputEntry sum(long factor, String text) {
    boolean isTerm = terms.find(text).isPresent();
    Optional<Split> plus = isTerm ? Optional.empty() : Split.last(text, "+-");
    if (plus.isEmpty()) {
      return scaled(factor, termAt(text, factor != Micros.ONE), 0);
    }
    Split split = plus.get();
    OutputEntry left = termAt(split.left(), factor != Micros.ONE);
    long number = plus(split.number());
    return scaled(factor, left, split.sign() == '-' ? -number : number);
  }

  private long plus(Numeral number) {
    if (term.type().isNumeric()) {
      return Numerals.unbounded(number, term);
    }
    if (term.type() == TermType.TIME) {
      throw CellFault.syntax(
          "时间不能加减，`" + number.written() + "` 请去掉",
          "nothing can be added to a time; leave out `" + number.written() + "`");
    }
    long days = Numerals.factor(number);
    if (number.percent() || days % Micros.ONE != 0 || Math.abs(days) > Micros.of(1_000_000)) {
      throw CellFault.type(
          "日期只能加减整天数，`" + number.written() + "` 不是",
          "a date takes a whole number of days; `" + number.written() + "` is not one");
    }
    return days;
  }

  private OutputEntry scaled(long factor, OutputEntry of, long plus) {
    if (term.type() == TermType.DATE) {
      return plus == 0 ? of : new OutputEntry.DaysLater(of, plus / Micros.ONE);
    }
    boolean plain = factor == Micros.ONE && plus == 0;
    return plain && !term.type().isWhole()
        ? of
        : new OutputEntry.Scaled(factor, of, plus, term.type().isWhole());
  }

  /** {@code term}, {@code param@dateTerm} or {@code param@accrual}. */
  private OutputEntry termAt(String text, boolean withFactor) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return new OutputEntry.TermValue(terms.fitting(terms.get(text), withFactor));
    }
    TermRef parameter = terms.fitting(terms.get(text.substring(0, at).strip()), withFactor);
    if (parameter.term().origin() != Origin.PARAMETER) {
      throw CellFault.type(
          "`@` 只用于参数，`" + parameter.code() + "` 不是参数",
          "`@` goes with parameters; `" + parameter.code() + "` is not one");
    }
    String when = text.substring(at + 1).strip();
    if (Set.of("accrual", "计息期").contains(Wording.normalise(when))) {
      return new OutputEntry.ParameterAtAccrual(parameter);
    }
    TermRef date = terms.get(when);
    if (date.term().type() != TermType.DATE) {
      throw CellFault.type(
          "`@` 后面要写日期词条或 accrual，`" + date.code() + "` 不是日期",
          "after `@` stands a date or accrual; `" + date.code() + "` is not a date");
    }
    return new OutputEntry.ParameterAt(parameter, date);
  }

  /** Text that ends in a sign and a number. */
  private record Split(String left, char sign, Numeral number) {

    static Optional<Split> last(String text, String signs) {
      int index = text.length() - 1;
      while (index > 0 && signs.indexOf(text.charAt(index)) < 0) {
        index--;
      }
      if (index <= 0) {
        return Optional.empty();
      }
      CellScanner right = new CellScanner(text.substring(index + 1));
      if (!right.digitAt(0)) {
        return Optional.empty();
      }
      Numeral number = Numerals.scan(right);
      right.skipBlanks();
      return right.atEnd()
          ? Optional.of(new Split(text.substring(0, index).strip(), text.charAt(index), number))
          : Optional.empty();
    }
  }
}
