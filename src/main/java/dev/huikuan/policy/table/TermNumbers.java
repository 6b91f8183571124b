package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;

/** What a written number is for a term: percents, ratios, whole numbers, bounds. */
final class TermNumbers {

  private TermNumbers() {}

  /** The number in millionths for a column of the term, within the term's bounds. */
  static long micros(Numeral numeral, Term term) {
    long micros = unbounded(numeral, term);
    checkRatio(numeral, term, micros);
    if (term.min().filter(min -> micros < min).isPresent()
        || term.max().filter(max -> micros > max).isPresent()) {
      throw outside(numeral.written(), term);
    }
    return micros;
  }

  /** As {@link #micros}, without the term's bounds: for numbers to be added to another. */
  static long unbounded(Numeral numeral, Term term) {
    BigDecimal value = numeral.value();
    if (numeral.percent() && term.type() == TermType.RATIO) {
      value = value.movePointLeft(2);
    } else if (numeral.percent() && term.type() != TermType.PERCENT) {
      throw noPercent(numeral.written(), term);
    }
    long micros = Numeral.exact(value, numeral.written());
    if (term.type().isWhole() && micros % Micros.ONE != 0) {
      throw CellFault.type(
          "`" + term.code() + "` 只取整数，`" + numeral.written() + "` 带有小数",
          "`" + term.code() + "` takes whole numbers; `" + numeral.written() + "` is not one");
    }
    return micros;
  }

  private static void checkRatio(Numeral numeral, Term term, long micros) {
    boolean beyond = micros > term.max().orElse(Micros.ONE);
    if (term.type() == TermType.RATIO && !numeral.percent() && beyond) {
      String written = "`" + numeral.written() + "`";
      String number = numeral.value().stripTrailingZeros().toPlainString() + " %";
      String ratio = numeral.value().movePointLeft(2).stripTrailingZeros().toPlainString();
      throw CellFault.range(
          "`" + term.code() + "` 是比率，" + written + " 太大，请写 " + number + " 或 " + ratio,
          "`"
              + term.code()
              + "` is a ratio and "
              + written
              + " is beyond it; write "
              + number
              + " or "
              + ratio);
    }
  }

  private static CellFault noPercent(String written, Term term) {
    Text kind = CellMessages.kind(term.type());
    return CellFault.type(
        "`" + written + "` 是百分比，而 `" + term.code() + "` 是" + kind.zh() + "，请写不带 % 的数字",
        "`"
            + written
            + "` is a percent, but `"
            + term.code()
            + "` is "
            + kind.en()
            + "; write a number without %");
  }

  private static CellFault outside(String written, Term term) {
    Text expected = CellMessages.expected(term);
    return CellFault.range(
        "`" + written + "` 超出 `" + term.code() + "` 的范围：" + expected.zh(),
        "`" + written + "` is outside the range of `" + term.code() + "`: " + expected.en());
  }
}
