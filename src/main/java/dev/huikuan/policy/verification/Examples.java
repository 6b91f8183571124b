package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.ValueSet;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes given facts of a region: one value for each dimension, as few as will do. */
final class Examples {

  private final TableRegions regions;
  private final Optional<Catalogue> actions;

  Examples(TableRegions regions, Optional<Catalogue> actions) {
    this.regions = regions;
    this.actions = actions;
  }

  /** Facts inside the region; a term that may be unknown there is left out. */
  Finding.Example in(Region region) {
    Map<String, Object> given = new LinkedHashMap<>();
    Optional<LocalDate> asOf = Optional.empty();
    for (int d = 0; d < region.sides().size(); d++) {
      Dimension dimension = regions.dimensions().get(d);
      Value value = Samples.of(chosen(dimension, region.side(d)));
      if (dimension.isPeriods()) {
        asOf = Optional.of(((Value.Day) value).date());
      } else if (!value.isUnknown()) {
        give(given, dimension, value);
      }
    }
    return new Finding.Example(asOf.or(() -> day(regions.table())), given);
  }

  private static ValueSet chosen(Dimension dimension, long[] side) {
    ValueSet first = dimension.classes().get(Bits.first(side)).get(0);
    for (int c = Bits.first(side); c >= 0; c = Bits.next(side, c + 1)) {
      if (dimension.classes().get(c).contains(ValueSet.Absent.UNKNOWN)) {
        return ValueSet.Absent.UNKNOWN;
      }
    }
    return first;
  }

  /** A day on which a dated table is in force. */
  private static Optional<LocalDate> day(DecisionTable table) {
    return table.effective().from().or(() -> table.effective().until());
  }

  private void give(Map<String, Object> given, Dimension dimension, Value value) {
    String code = dimension.ref().orElseThrow().qualifiedFrom(regions.table().level());
    given.put(code, json(value));
    if (dimension.columns().size() > 1 && value instanceof Value.Code option) {
      actions
          .flatMap(catalogue -> catalogue.find(option.code()))
          .filter(entry -> code.equals("option"))
          .ifPresent(
              entry -> given.put("option.kind", entry.column(CatalogueColumns.KIND)));
    }
  }

  /** A value as it is written in JSON. */
  private static Object json(Value value) {
    if (value instanceof Value.Num number) {
      return Micros.toDecimal(number.micros());
    }
    if (value instanceof Value.Day day) {
      return day.date().toString();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toString();
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes();
    }
    if (value instanceof Value.Codes codes) {
      return codes.codes();
    }
    if (value instanceof Value.Words words) {
      Text text = words.text();
      return text.en();
    }
    return value instanceof Value.Code code ? code.code() : null;
  }
}
