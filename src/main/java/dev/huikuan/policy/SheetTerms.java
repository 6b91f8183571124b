package dev.huikuan.policy;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import java.util.List;
import java.util.Optional;

/** Columns of list sheets as terms, so that their cells are read as any other cell. */
final class SheetTerms {

  private SheetTerms() {}

  /** A closed list of the layout itself. */
  static Term codes(String column, TermType type, List<AllowedValue> values) {
    return term(column, type, Optional.empty(), Optional.empty(), "", values);
  }

  /** Codes of a catalogue. */
  static Term codes(String column, TermType type, String catalogue, List<AllowedValue> values) {
    return term(column, type, Optional.empty(), Optional.empty(), catalogue, values);
  }

  static Term number(String column, TermType type, long min, long max) {
    return term(
        column, type, Optional.of(Micros.of(min)), Optional.of(Micros.of(max)), "", List.of());
  }

  static Term of(String column, TermType type) {
    return term(column, type, Optional.empty(), Optional.empty(), "", List.of());
  }

  private static Term term(
      String column,
      TermType type,
      Optional<Long> min,
      Optional<Long> max,
      String catalogue,
      List<AllowedValue> values) {
    return new Term(
        column,
        Text.same(column),
        Level.ACCOUNT,
        false,
        Origin.GIVEN,
        type,
        "",
        min,
        max,
        catalogue,
        values,
        "",
        false);
  }
}
