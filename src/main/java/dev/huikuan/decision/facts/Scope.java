package dev.huikuan.decision.facts;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Reading;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A place from which terms are read. From a receivable: its own terms and its own contract's, and
 * the account above; amounts in its own currency. From the account: its terms, aggregates, and the
 * leading receivable's contract; amounts in the base currency.
 */
record Scope(
    FactBook book, Optional<String> receivableId, Map<String, Value> option, LocalDate accrual)
    implements Reading {

  @Override
  public Value value(TermRef ref) {
    return in(ownCurrency(), ref);
  }

  @Override
  public Value tested(TermRef ref) {
    return in(base(), ref);
  }

  private Value in(String wanted, TermRef ref) {
    Value value = found(ref);
    return ref.term().type() == TermType.MONEY
        ? book.facts().exchange().between(value, currency(ref), wanted)
        : value;
  }

  private Value found(TermRef ref) {
    return switch (ref.level()) {
      case OPTION -> option.getOrDefault(ref.code(), Value.UNKNOWN);
      case ACCOUNT -> book.account(ref.code());
      case CONTRACT ->
          receivableId
              .map(id -> book.receivable(id, ref.code()))
              .orElseGet(() -> book.account(ref.code()));
      case RECEIVABLE -> ofReceivable(ref);
    };
  }

  /** Seen from the account only what also exists there: an aggregate or the leading one's. */
  private Value ofReceivable(TermRef ref) {
    if (receivableId.isPresent()) {
      return book.receivable(receivableId.get(), ref.code());
    }
    boolean visible = ref.term().existsAt(Level.ACCOUNT) || ref.term().level() == Level.CONTRACT;
    return visible ? book.account(ref.code()) : Value.UNKNOWN;
  }

  /** What is read at the account's or an option's level is in base currency. */
  private String currency(TermRef ref) {
    boolean below = ref.level() == Level.RECEIVABLE || ref.level() == Level.CONTRACT;
    return below ? book.currency(ref.term(), receivableId) : base();
  }

  private String base() {
    return book.facts().baseCurrency();
  }

  private String ownCurrency() {
    return receivableId
        .flatMap(book.facts()::item)
        .map(item -> item.receivable().currency())
        .orElseGet(this::base);
  }

  @Override
  public Value parameter(String code, LocalDate on) {
    return book.facts().policy().parameters().value(code, on);
  }

  @Override
  public Value inPlace(Value amount) {
    return book.facts().exchange().between(amount, base(), ownCurrency());
  }

  @Override
  public LocalDate asOf() {
    return book.facts().theCase().asOf().date();
  }
}
