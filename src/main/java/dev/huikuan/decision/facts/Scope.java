package dev.huikuan.decision.facts;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Reading;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A place from which terms are read. From a receivable: its own terms and its own contract's, and
 * the account above. From the account: its terms, aggregates, and the leading receivable's
 * contract.
 */
record Scope(FactBook book, Optional<String> receivableId, Map<String, Value> option)
    implements Reading {

  @Override
  public Value value(TermRef ref) {
    return switch (ref.level()) {
      case OPTION -> option.getOrDefault(ref.code(), Value.UNKNOWN);
      case ACCOUNT -> book.account(ref.code());
      case CONTRACT ->
          receivableId.map(id -> book.receivable(id, ref.code())).orElse(book.account(ref.code()));
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

  @Override
  public Value parameter(String code, LocalDate on) {
    return book.facts().policy().parameters().value(code, on);
  }

  @Override
  public LocalDate asOf() {
    return book.facts().theCase().asOf().date();
  }
}
