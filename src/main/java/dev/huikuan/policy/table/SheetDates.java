package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dates of the layout itself, effective from and until, written as in any date cell. */
public final class SheetDates {

  private static final Term DATE =
      new Term(
          "date",
          new Text("日期", "date"),
          Level.ACCOUNT,
          false,
          Origin.GIVEN,
          TermType.DATE,
          "",
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          "",
          false);

  private SheetDates() {}

  /** The date of a cell; empty when it is blank or wrong, and then it is reported. */
  public static Optional<LocalDate> read(
      RawCell cell, Vocabulary vocabulary, Complaints complaints) {
    if (cell.isBlank() || cell.text().strip().equals("-")) {
      return Optional.empty();
    }
    Parsed<Value> parsed = CellParser.literal(cell, DATE, vocabulary);
    parsed.findings().forEach(complaints::add);
    return parsed
        .value()
        .filter(Value.Day.class::isInstance)
        .map(value -> ((Value.Day) value).date());
  }

  static Period period(RawCell from, RawCell until, Vocabulary vocabulary, Complaints complaints) {
    Period period =
        new Period(read(from, vocabulary, complaints), read(until, vocabulary, complaints));
    boolean reversed =
        period.from().isPresent()
            && period.until().isPresent()
            && period.until().get().isBefore(period.from().get());
    if (reversed) {
      complaints.error(
          dev.huikuan.domain.Finding.Code.CELL_RANGE,
          until,
          "失效日早于生效日 `" + from.text() + "`；请对调或更正",
          "ends before it begins on `" + from.text() + "`; swap or correct the dates");
    }
    return period;
  }
}
