package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.policy.table.Interval.Axis;
import java.math.BigDecimal;
import java.util.Optional;

/** Both ends of an interval as written, and the sign between them. */
record Bounds(End low, boolean lowOpen, String sign, End high, boolean highOpen) {

  /** An end of an interval, or a single value. */
  record End(long point, String written, Optional<Numeral> numeral) {

    boolean isNegative() {
      return numeral.filter(Numeral::isNegative).isPresent();
    }
  }

  /** The interval of a column of the term, unless it cannot have been meant. */
  UnaryTest test(String written, Term term) {
    boolean dots = sign.charAt(0) == '.' || sign.charAt(0) == '…' || sign.charAt(0) == '‥';
    if (!dots && (low.isNegative() || high.isNegative())) {
      String fix = low.written() + ".." + high.written();
      throw CellFault.syntax(
          "`" + written + "` 含负数，区间请写成 `" + fix + "`",
          "`" + written + "` has a negative end; write `" + fix + "`");
    }
    checkSharedUnit(written);
    if (low.point() > high.point()) {
      throw CellMessages.reversed(written, low.written(), high.written());
    }
    Axis axis = Axis.of(term.type());
    Interval interval = new Interval(axis, low.point(), lowOpen, high.point(), highOpen);
    if (interval.isEmpty(term.type().isWhole())) {
      throw CellMessages.empty(written);
    }
    return new UnaryTest.Within(interval);
  }

  /** {@code 10-20万} is spoken for 10万..20万, and written for 10..200000. */
  private void checkSharedUnit(String written) {
    boolean lowBare = low.numeral().filter(Numeral::isBare).isPresent();
    Optional<Numeral> withUnit = high.numeral().filter(numeral -> !numeral.isBare());
    if (!lowBare || withUnit.isEmpty() || low.point() == 0) {
      return;
    }
    BigDecimal top = withUnit.get().value();
    BigDecimal spoken = Micros.toDecimal(low.point()).multiply(withUnit.get().unit());
    if (spoken.compareTo(top) < 0) {
      String shared = spoken.toPlainString() + ".." + top.toPlainString();
      String literal = low.written() + ".." + top.toPlainString();
      throw CellFault.syntax(
          "`" + written + "` 既可读作 " + shared + "，也可读作 " + literal + "，请写明其一",
          "`" + written + "` may mean " + shared + " or " + literal + "; write the one you mean");
    }
  }
}
