package dev.huikuan.policy.rules;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads terms in DRL by their codes. No method returns null, and every question about an unknown
 * fact is answered with <em>no</em>: {@code more("daysPastDue", 30)} and {@code
 * atMost("daysPastDue", 30)} are both false when the days are unknown. A code that is no term of
 * the policy is an error, named at the rule.
 */
public abstract class TermReader {

  private final Function<String, Value> values;

  TermReader(Function<String, Value> values) {
    this.values = values;
  }

  /** The value as tables see it. */
  public Value value(String term) {
    return values.apply(term);
  }

  public boolean known(String term) {
    return value(term).isPresent();
  }

  public boolean unknown(String term) {
    return value(term).isUnknown();
  }

  /** A date that is known not to have come. */
  public boolean notYet(String term) {
    return value(term) == Value.NOT_YET;
  }

  /** Known to be yes. */
  public boolean yes(String term) {
    return value(term) instanceof Value.Flag flag && flag.yes();
  }

  /** Known to be no. */
  public boolean no(String term) {
    return value(term) instanceof Value.Flag flag && !flag.yes();
  }

  /** The code, or an empty text. */
  public String code(String term) {
    return value(term) instanceof Value.Code code ? code.code() : "";
  }

  /** The code is this one, or the list has it. */
  public boolean has(String term, String code) {
    Value value = value(term);
    return value instanceof Value.Codes list
        ? list.codes().contains(code)
        : code(term).equals(code);
  }

  /** The number exactly, or what is given in its place when it is unknown. */
  public BigDecimal number(String term, long otherwise) {
    return value(term) instanceof Value.Num number
        ? number.decimal()
        : BigDecimal.valueOf(otherwise);
  }

  /** The date, if it is known. */
  public Optional<LocalDate> date(String term) {
    return value(term) instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty();
  }

  public boolean more(String term, long bound) {
    return compare(term, Micros.of(bound), 1, 1);
  }

  public boolean atLeast(String term, long bound) {
    return compare(term, Micros.of(bound), 0, 1);
  }

  public boolean less(String term, long bound) {
    return compare(term, Micros.of(bound), -1, -1);
  }

  public boolean atMost(String term, long bound) {
    return compare(term, Micros.of(bound), -1, 0);
  }

  /** Compares two terms; false when either is unknown. */
  public boolean more(String term, String other) {
    return compare(term, other, 1, 1);
  }

  public boolean atLeast(String term, String other) {
    return compare(term, other, 0, 1);
  }

  public boolean less(String term, String other) {
    return compare(term, other, -1, -1);
  }

  public boolean atMost(String term, String other) {
    return compare(term, other, -1, 0);
  }

  /** {@code term >= factor × Σ others}, exactly; false when any of them is unknown. */
  public boolean atLeastShare(String term, String factor, String... others) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String other : others) {
      if (!(value(other) instanceof Value.Num number)) {
        return false;
      }
      sum = sum.add(number.decimal());
    }
    return value(term) instanceof Value.Num left
        && value(factor) instanceof Value.Num share
        && left.decimal().compareTo(share.decimal().multiply(sum)) >= 0;
  }

  private boolean compare(String term, String other, int lowest, int highest) {
    return value(other) instanceof Value.Num right
        && compare(term, right.micros(), lowest, highest);
  }

  private boolean compare(String term, long bound, int lowest, int highest) {
    if (value(term) instanceof Value.Num number) {
      int sign = Long.compare(number.micros(), bound);
      return sign >= lowest && sign <= highest;
    }
    return false;
  }

  private List<String> codes(String term) {
    return value(term) instanceof Value.Codes list ? list.codes() : List.of();
  }

  /** How many codes a list has; 0 when it is unknown. */
  public int count(String term) {
    return codes(term).size();
  }
}
