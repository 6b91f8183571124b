package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.Interval.Axis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Tests of numbers, dates and times: comparisons, intervals, values, other terms. */
final class OrderedGrammar implements InputCells.Grammar {

  private final CellScanner scan;
  private final Term term;
  private final TermSide terms;
  private final Axis axis;

  OrderedGrammar(CellScanner scan, Term term, TermSide terms) {
    this.scan = scan;
    this.term = term;
    this.terms = terms;
    this.axis = Axis.of(term.type());
  }

  @Override
  public UnaryTest compared(Comparison comparison, boolean inNot) {
    int start = scan.position();
    CellScanner.Item item = scan.takeItem(inNot);
    boolean isTerm = terms.find(item.plain()).isPresent();
    scan.backTo(start);
    if (isTerm || !startsValue()) {
      return withTerm(comparison, scan.takeItem(inNot).plain());
    }
    if (axis == Axis.NUMBER) {
      Numeral factor = Numerals.scan(scan);
      scan.skipBlanks();
      if (scan.take("*")) {
        return scaled(comparison, factor, scan.takeItem(inNot).plain());
      }
      scan.backTo(start);
    }
    return test(comparison, end(inNot).point());
  }

  private static UnaryTest exclude(UnaryTest test) {
    return new UnaryTest.NoneOf(List.of(test));
  }

  private UnaryTest test(Comparison comparison, long point) {
    return comparison == Comparison.NOT_EQUAL
        ? exclude(new UnaryTest.Within(Interval.single(axis, point)))
        : new UnaryTest.Within(Interval.of(axis, comparison, point));
  }

  private UnaryTest withTerm(Comparison comparison, String operand) {
    int star = operand.lastIndexOf('*');
    if (star >= 0) {
      CellScanner behind = new CellScanner(operand.substring(star + 1));
      if (Numerals.standsAt(behind)) {
        Numeral factor = Numerals.scan(behind);
        if (behind.rest().isEmpty()) {
          return scaled(comparison, factor, operand.substring(0, star).strip());
        }
      }
    }
    TermRef other = terms.fitting(terms.get(operand), false);
    return new UnaryTest.Compared(comparison, Micros.ONE, other);
  }

  private UnaryTest scaled(Comparison comparison, Numeral factor, String name) {
    TermRef other = terms.fitting(terms.get(name), true);
    return new UnaryTest.Compared(comparison, factor.factor(), other);
  }

  private boolean startsValue() {
    return axis == Axis.NUMBER ? Numerals.standsAt(scan) : scan.digitAt(0);
  }

  @Override
  public UnaryTest plain(boolean inNot) {
    int start = scan.position();
    boolean lowOpen = scan.peek(0) == '(' || scan.peek(0) == ']';
    if (scan.take("[") || scan.take("(") || scan.take("]")) {
      return bracketed(start, lowOpen, inNot);
    }
    Bounds.End low = end(inNot);
    scan.skipBlanks();
    int sign = scan.position();
    if (takeRangeSign()) {
      String between = scan.writtenFrom(sign);
      scan.skipBlanks();
      Bounds.End high = end(inNot);
      return new Bounds(low, false, between, high, false).test(scan.writtenFrom(start), term);
    }
    low.numeral().ifPresent(Numeral::unambiguous);
    return new UnaryTest.Within(Interval.single(axis, low.point()));
  }

  private UnaryTest bracketed(int start, boolean lowOpen, boolean inNot) {
    scan.skipBlanks();
    Bounds.End low = end(inNot);
    scan.skipBlanks();
    int sign = scan.position();
    if (!takeRangeSign()) {
      throw broken(start);
    }
    String between = scan.writtenFrom(sign);
    scan.skipBlanks();
    Bounds.End high = end(inNot);
    scan.skipBlanks();
    boolean highOpen = scan.peek(0) == ')' || scan.peek(0) == '[';
    if (!scan.take("]") && !scan.take(")") && !scan.take("[")) {
      throw broken(start);
    }
    return new Bounds(low, lowOpen, between, high, highOpen).test(scan.writtenFrom(start), term);
  }

  private CellFault broken(int start) {
    String written = scan.written().substring(start);
    return CellFault.syntax(
        "`" + written + "` 不是完整的区间，请写成 `[1..30]`、`(1..30]` 等",
        "`" + written + "` is not a whole range; write `[1..30]`, `(1..30]` or alike");
  }

  private boolean takeRangeSign() {
    if (scan.take("..") || scan.take("…") || scan.take("‥")) {
      return true;
    }
    if (scan.take("~") || scan.take("至") || scan.take("到")) {
      return true;
    }
    return axis != Axis.DATE && scan.take("-");
  }

  private Bounds.End end(boolean inNot) {
    int start = scan.position();
    return switch (axis) {
      case NUMBER -> numberEnd(start, inNot);
      case DATE -> dateOrTime(start, inNot, Dates.scanDate(scan).map(LocalDate::toEpochDay));
      case TIME -> dateOrTime(start, inNot, Dates.scanTime(scan).map(LocalTime::toNanoOfDay));
    };
  }

  private Bounds.End numberEnd(int start, boolean inNot) {
    if (!Numerals.standsAt(scan)) {
      throw notReadable(start, inNot);
    }
    if (Dates.scanDate(scan).isPresent()) {
      throw notReadable(start, inNot);
    }
    Numeral numeral = Numerals.scan(scan);
    return new Bounds.End(
        TermNumbers.micros(numeral, term), numeral.written(), Optional.of(numeral));
  }

  private Bounds.End dateOrTime(int start, boolean inNot, Optional<Long> point) {
    long found = point.orElseThrow(() -> notReadable(start, inNot));
    return new Bounds.End(found, scan.writtenFrom(start), Optional.empty());
  }

  private CellFault notReadable(int start, boolean inNot) {
    scan.backTo(start);
    CellScanner.Item item = scan.takeItem(inNot);
    if (item.plain().isEmpty()) {
      return CellMessages.unfinished(scan.written());
    }
    if (terms.find(item.plain()).isPresent()) {
      return CellFault.type(
          "`" + item.written() + "` 是词条而不是值，要与它比较请写 `= " + item.written() + "`",
          "`"
              + item.written()
              + "` is a term, not a value; to compare with it write `= "
              + item.written()
              + "`");
    }
    return CellMessages.notReadable(item.written(), term);
  }
}
