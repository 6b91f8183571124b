package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The value of a term: typed, exact, or one of the two kinds of absence. */
public sealed interface Value {

  /** The fact was not given and cannot be derived. */
  Value UNKNOWN = Absent.UNKNOWN;

  /** A date known not to have come. */
  Value NOT_YET = Absent.NOT_YET;

  static Value number(long micros) {
    return new Num(micros);
  }

  static Value number(BigDecimal number) {
    return new Num(Micros.round(number));
  }

  static Value whole(long number) {
    return new Num(Micros.of(number));
  }

  static Value date(LocalDate date) {
    return new Day(date);
  }

  static Value time(LocalTime time) {
    return new Clock(time);
  }

  static Value flag(boolean flag) {
    return flag ? Flag.YES : Flag.NO;
  }

  static Value code(String code) {
    return new Code(code);
  }

  static Value codes(List<String> codes) {
    return new Codes(codes);
  }

  static Value words(Text text) {
    return new Words(text);
  }

  /** A given date with its three states. */
  static Value date(Known<LocalDate> date) {
    return date.isNotYet() ? NOT_YET : date.toOptional().map(Value::date).orElse(UNKNOWN);
  }

  default boolean isUnknown() {
    return this == Absent.UNKNOWN;
  }

  /** True for every value but {@link #UNKNOWN} and {@link #NOT_YET}. */
  default boolean isPresent() {
    return !(this instanceof Absent);
  }

  /** Unknown, or known not to have come. */
  enum Absent implements Value {
    UNKNOWN,
    NOT_YET
  }

  /** Whole numbers, numbers, money, percents (2 is 2 %), ratios and days, in millionths. */
  record Num(long micros) implements Value {
    public BigDecimal decimal() {
      return Micros.toDecimal(micros);
    }
  }

  /** A date. */
  record Day(LocalDate date) implements Value {}

  /** A time of day. */
  record Clock(LocalTime time) implements Value {}

  /** Yes or no. */
  record Flag(boolean yes) implements Value {
    static final Flag YES = new Flag(true);
    static final Flag NO = new Flag(false);
  }

  /** One code of a closed list. */
  record Code(String code) implements Value {}

  /** A list of codes, in the order in which they were given. */
  record Codes(List<String> codes) implements Value {
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /** A text in both languages. */
  record Words(Text text) implements Value {}
}
