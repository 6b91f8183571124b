package dev.huikuan.decision.facts;

import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Late interest of one receivable: simple, on outstanding less disputed and credits, in its own
 * currency, from the day after the due date to asOf inclusive, plus a fixed sum once. It is made of
 * pieces, one for each rate; days on which an agreement lets none accrue are left out. It leaves
 * out parts that were paid late before.
 *
 * @param currency the receivable's
 * @param perDay the rate is one a day, as a contract may say it, else a year
 * @param pieces in order of days; empty while nothing is late
 * @param free spans of days without interest by agreement, in order
 * @param fixed empty when none is decided, or nothing has become late
 */
public record LateInterest(
    String currency, boolean perDay, List<Piece> pieces, List<Free> free, Optional<Fixed> fixed) {

  /**
   * Days with one rate.
   *
   * @param percent empty when the rate of these days is unknown: nothing is claimed for them
   * @param amount rounded to the currency's minor unit, HALF_UP; 0 without a rate
   */
  public record Piece(
      LocalDate from, LocalDate until, Optional<BigDecimal> percent, BigDecimal amount) {

    public long days() {
      return ChronoUnit.DAYS.between(from, until) + 1;
    }
  }

  /** Days on which an agreement lets no interest accrue, the last among them. */
  public record Free(LocalDate from, LocalDate until) {}

  /**
   * The sum owed once.
   *
   * @param currency the one it is fixed in
   * @param own the same in the receivable's currency; empty without an exchange rate, and then not
   *     claimed
   */
  public record Fixed(BigDecimal amount, String currency, Optional<BigDecimal> own) {}

  public LateInterest {
    pieces = List.copyOf(pieces);
    free = List.copyOf(free);
  }

  /** What is claimed: the sum of the pieces and the fixed sum, as far as they are known. */
  BigDecimal total() {
    BigDecimal once = fixed.flatMap(Fixed::own).orElse(BigDecimal.ZERO);
    return pieces.stream().map(Piece::amount).reduce(once, BigDecimal::add);
  }

  Value value() {
    return Numbers.value(total());
  }
}
