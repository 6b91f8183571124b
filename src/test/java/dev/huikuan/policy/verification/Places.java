package dev.huikuan.policy.verification;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.ValueSet;
import dev.huikuan.policy.verification.Points.Point;
import java.time.LocalDate;

/** Where points lie among the classes of values. */
final class Places {

  private Places() {}

  static boolean isIn(Region region, TableRegions regions, Point point) {
    return isInBut(region, regions, point, "");
  }

  /** As if the value of one term did not matter, which it must not to the region either. */
  static boolean isInBut(Region region, TableRegions regions, Point point, String but) {
    for (int d = 0; d < regions.dimensions().size(); d++) {
      Dimension dimension = regions.dimensions().get(d);
      String code = dimension.term().map(Term::code).orElse("");
      if (code.equals(but) && !but.isEmpty()) {
        if (!Bits.within(dimension.known(), region.side(d))) {
          return false;
        }
      } else if (!Bits.has(region.side(d), place(dimension, point))) {
        return false;
      }
    }
    return true;
  }

  private static int place(Dimension dimension, Point point) {
    Value value =
        dimension.ref().map(point::value).orElseGet(() -> Value.date(point.asOf()));
    for (int c = 0; c < dimension.size(); c++) {
      for (ValueSet set : dimension.classes().get(c)) {
        if (holds(set, value)) {
          return c;
        }
      }
    }
    if (dimension.isPeriods() && point.asOf().isAfter(LocalDate.MIN)) {
      return 63;
    }
    throw new AssertionError(value + " is in no class of " + dimension.classes());
  }

  private static boolean holds(ValueSet set, Value value) {
    if (set instanceof ValueSet.Stretch stretch) {
      return stretch.axis().covers(value)
          && stretch.first() <= stretch.axis().point(value)
          && stretch.axis().point(value) <= stretch.last();
    }
    if (set instanceof ValueSet.One one) {
      return one.value().equals(value);
    }
    if (set instanceof ValueSet.AnyOther other) {
      return value instanceof Value.Code code && !other.named().contains(code.code())
          || value instanceof Value.Words words
              && !other.named().contains(Wording.normalise(words.text().en()));
    }
    if (set instanceof ValueSet.Lists lists) {
      return value instanceof Value.Codes codes
          && lists.present().stream().allMatch(codes.codes()::contains)
          && lists.absent().stream().noneMatch(codes.codes()::contains);
    }
    return set == ValueSet.Absent.UNKNOWN && value.isUnknown()
        || set == ValueSet.Absent.NOT_YET && value == Value.NOT_YET;
  }
}
