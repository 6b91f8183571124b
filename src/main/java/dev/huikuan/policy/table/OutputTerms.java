package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Wording;
import java.util.Optional;
import java.util.Set;

/**
 * A literal, or one term with a factor and a number added: {@code 0.5 * creditLimit + 100}, {@code
 * lprOneYear@signedOn}.
 */
record OutputTerms(Term term, TermSide terms) {

  /** A factor, 1 when none was written. */
  private record Factor(long micros, boolean written) {
    static final Factor NONE = new Factor(Micros.ONE, false);

    static Factor of(Numeral numeral) {
      return new Factor(numeral.factor(), true);
    }
  }

  OutputEntry parse(CellScanner scan) {
    String text = scan.plainRest();
    boolean isValue = term.type().isNumeric() ? Numerals.standsAt(scan) : scan.digitAt(0);
    if (!isValue || beginsWithTerm(text)) {
      return Split.last(text, "*")
          .map(split -> sum(Factor.of(split.number()), split.left()))
          .orElseGet(() -> sum(Factor.NONE, text));
    }
    return term.type().isNumeric() ? number(scan) : literal(scan);
  }

  /** A label may begin with a digit. */
  private boolean beginsWithTerm(String text) {
    return terms.find(text).isPresent()
        || Split.last(text, "*+-").filter(s -> terms.find(s.left()).isPresent()).isPresent();
  }

  private OutputEntry literal(CellScanner scan) {
    return new OutputEntry.Literal(Literals.parse(scan.written(), term));
  }

  private OutputEntry number(CellScanner scan) {
    if (Dates.scanDate(scan).isPresent()) {
      throw CellMessages.notReadable(scan.written(), term);
    }
    Numeral number = Numerals.scan(scan);
    scan.skipBlanks();
    if (scan.take("*")) {
      return sum(Factor.of(number), scan.plainRest());
    }
    if (scan.take("+")) {
      return scaled(Factor.NONE, termAt(scan.plainRest(), false), plus(number));
    }
    return literal(scan);
  }

  /** factor × text, where text is a term, or a term plus or minus a number. */
  private OutputEntry sum(Factor factor, String text) {
    boolean isTerm = terms.find(text).isPresent();
    Optional<Split> plus = isTerm ? Optional.empty() : Split.last(text, "+-");
    if (plus.isEmpty()) {
      return scaled(factor, termAt(text, factor.written), 0);
    }
    OutputEntry left = termAt(plus.get().left(), factor.written);
    long number = plus(plus.get().number());
    return scaled(factor, left, plus.get().sign() == '-' ? -number : number);
  }

  private long plus(Numeral number) {
    if (term.type().isNumeric()) {
      return TermNumbers.unbounded(number, term);
    }
    if (term.type() == TermType.TIME) {
      throw CellFault.syntax(
          "时间不能加减，`" + number.written() + "` 请去掉",
          "nothing can be added to a time; leave out `" + number.written() + "`");
    }
    long days = number.factor();
    if (number.percent() || days % Micros.ONE != 0 || Math.abs(days) > Micros.of(1_000_000)) {
      throw CellFault.type(
          "日期只能加减整天数，`" + number.written() + "` 不是",
          "a date takes a whole number of days; `" + number.written() + "` is not one");
    }
    return days;
  }

  private OutputEntry scaled(Factor factor, OutputEntry of, long plus) {
    if (term.type() == TermType.DATE) {
      return plus == 0 ? of : new OutputEntry.DaysLater(of, plus / Micros.ONE);
    }
    boolean plain = factor.micros == Micros.ONE && plus == 0;
    return plain && !term.type().isWhole()
        ? of
        : new OutputEntry.Scaled(factor.micros, of, plus, term.type().isWhole());
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
      boolean leadingZero = right.peek(0) == '0' && right.digitAt(1);
      if (!right.digitAt(0) || leadingZero) {
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
