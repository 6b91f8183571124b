package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/** Cells that hold a number, date or yes/no rather than text: their value counts as it is. */
final class TypedCells {

  /** Excel counts days from here; a time of day without a date lies before. */
  private static final int FIRST_YEAR = 1900;

  private TypedCells() {}

  /** The value of a cell that is no text; empty when its text is to be read. */
  static Optional<Value> value(RawCell cell, Term term) {
    return switch (cell.kind()) {
      case BLANK, TEXT -> Optional.empty();
      case ERROR, NO_VALUE -> throw formula(cell);
      case BOOLEAN -> flag(cell, term);
      case NUMBER ->
          cell.date().isPresent()
              ? Optional.of(date(cell, cell.date().get(), term))
              : number(cell, term);
    };
  }

  private static Optional<Value> flag(RawCell cell, Term term) {
    if (term.type() == TermType.YES_NO) {
      return Optional.of(Value.flag(cell.flag()));
    }
    if (term.type().isNumeric() || isMoment(term)) {
      throw CellMessages.notReadable(cell.text(), term);
    }
    return Optional.empty();
  }

  private static Optional<Value> number(RawCell cell, Term term) {
    if (term.type().isNumeric()) {
      BigDecimal value = cell.number().orElseThrow();
      Numeral numeral =
          new Numeral(
              cell.percentFormat() ? value.movePointRight(2) : value,
              BigDecimal.ONE,
              cell.percentFormat(),
              false,
              cell.text());
      return Optional.of(Value.number(TermNumbers.micros(numeral, term)));
    }
    if (isMoment(term) || term.type() == TermType.YES_NO) {
      throw CellMessages.notReadable(cell.text(), term);
    }
    return Optional.empty();
  }

  private static Value date(RawCell cell, LocalDateTime moment, Term term) {
    if (term.type() == TermType.DATE) {
      return Value.date(Dates.day(cell, moment));
    }
    if (term.type() == TermType.TIME && moment.getYear() <= FIRST_YEAR) {
      return Value.time(moment.toLocalTime());
    }
    throw new DateByExcel(moment.toLocalDate()).fault(term);
  }

  private static boolean isMoment(Term term) {
    return term.type() == TermType.DATE || term.type() == TermType.TIME;
  }

  /** The fault of a cell without a plain value. */
  static CellFault formula(RawCell cell) {
    return cell.kind() == RawCell.Kind.ERROR ? error(cell) : noValue(cell);
  }

  private static CellFault error(RawCell cell) {
    return new CellFault(
        Finding.Code.FORMULA,
        new Text(
            "单元格是错误值 `" + cell.text() + "`，请改正公式或直接写值",
            "the cell holds the error `" + cell.text() + "`; mend the formula or write the value"));
  }

  private static CellFault noValue(RawCell cell) {
    String formula = "=" + cell.formula();
    return new CellFault(
        Finding.Code.FORMULA,
        new Text(
            "公式 `" + formula + "` 没有保存计算结果，请在 Excel 中打开并保存，或直接写值",
            "the formula `"
                + formula
                + "` has no stored value; open and save the workbook in Excel,"
                + " or write the value"));
  }
}
