package dev.huikuan.decision.facts;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of all terms during one decision: overrides first, then what was decided so far, then
 * what can be derived from decided values, then the {@link Facts}, then the parameters. Mutable,
 * owned by one decision, not for sharing between threads.
 *
 * <p>Derived from decided values as soon as those are there: {@code dunningLevel}, {@code
 * accruedInterest}, {@code daysToLimitation}, and the account's {@code agingBucket}.
 */
public final class FactBook {

  /** Account terms that are the leading receivable's own: an override holds for both. */
  private static final Set<String> LENT =
      Set.of("daysPastDue", "agingBucket", "delayReason", "legalRegion");

  private final Facts facts;
  private final Map<String, Value> overrides;
  private final Map<String, Value> decided = new HashMap<>();
  private final Map<String, Map<String, Value>> decidedBelow = new HashMap<>();
  private final Map<String, OutputEntry> accruing = new HashMap<>();

  FactBook(Facts facts, Map<String, Value> overrides) {
    this.facts = facts;
    this.overrides = Map.copyOf(overrides);
  }

  public Facts facts() {
    return facts;
  }

  /** Records what was decided for the account (also {@code holds} and {@code action}). */
  public void put(String code, Value value) {
    decided.put(code, value);
  }

  /** Records what was decided for one receivable. */
  public void put(String receivableId, String code, Value value) {
    decidedBelow.computeIfAbsent(receivableId, id -> new HashMap<>()).put(code, value);
  }

  /**
   * Records what a table decided for one receivable. A rate of late interest that is read
   * {@code @accrual} is remembered as it was written: it has a value for each day.
   */
  public void decide(String receivableId, TableResult result) {
    result.outputs().forEach((term, value) -> put(receivableId, term, value));
    result
        .atAccrual("interestAnnualPercent")
        .ifPresent(entry -> accruing.put(receivableId, entry));
  }

  /**
   * The currency of a term's amounts: a receivable's or contract's own as seen from the receivable,
   * the base currency as seen from the account.
   */
  public String currency(Term term, Optional<String> receivableId) {
    Optional<OpenItem> item = receivableId.flatMap(facts::item);
    String base = facts.baseCurrency();
    return switch (term.level()) {
      case CONTRACT -> item.map(i -> Exchange.ofContract(i.contract(), base)).orElse(base);
      case RECEIVABLE ->
          item.map(i -> statedFor(term, i).orElse(i.receivable().currency())).orElse(base);
      case ACCOUNT, OPTION -> base;
    };
  }

  /** A fixed sum may be decided in a currency of its own. */
  private Optional<String> statedFor(Term term, OpenItem item) {
    return term.code().equals("interestFixedSum")
            && receivable(item.id(), "interestFixedSumCurrency") instanceof Value.Code code
        ? Optional.of(code.code())
        : Optional.empty();
  }

  /**
   * The account's value of a term: its own, an aggregate, the leading receivable's, a parameter.
   */
  public Value account(String code) {
    Value value = overrides.get(code);
    if (value == null) {
      value = decided.get(code);
    }
    if (value == null) {
      value = derivedForAccount(code);
    }
    return value;
  }

  /** What a table decided for the leading receivable, of a term that the account reads, too. */
  private Optional<Value> decidedForLeading(String code) {
    Optional<OpenItem> leading = facts.leading();
    if (leading.isEmpty() || decidedBelow.isEmpty()) {
      return Optional.empty();
    }
    Value value = decidedBelow.getOrDefault(leading.get().id(), Map.of()).get(code);
    boolean lent =
        value != null
            && facts.policy().vocabulary().find(code).map(Term::onAccount).orElse(false);
    return lent ? Optional.of(value) : Optional.empty();
  }

  private Value derivedForAccount(String code) {
    return switch (code) {
      case "dunningLevel" -> facts.ladder().level(account("dunningLevelDue"));
      case "accruedInterest" -> accruedInterest();
      case "daysToLimitation" -> daysToLimitation();
      case "agingBucket" ->
          facts.leading().map(item -> receivable(item.id(), code)).orElse(Value.UNKNOWN);
      default -> {
        Value value = facts.account().get(code);
        yield value != null
            ? value
            : decidedForLeading(code).orElseGet(() -> facts.settings().value(code));
      }
    };
  }

  /** The value of a receivable or contract term for one receivable. */
  public Value receivable(String id, String code) {
    Value value = overridden(id, code);
    if (value == null) {
      value = decidedBelow.getOrDefault(id, Map.of()).get(code);
    }
    if (value == null) {
      value = derivedForReceivable(id, code);
    }
    return value;
  }

  private Value overridden(String id, String code) {
    Value value = overrides.get(code);
    boolean accountOnly =
        value == null
            || facts
                .policy()
                .vocabulary()
                .find(code)
                .map(t -> t.existsAt(Level.ACCOUNT))
                .orElse(true);
    boolean lent =
        LENT.contains(code) && facts.leading().map(item -> item.id().equals(id)).orElse(false);
    return accountOnly && !lent ? null : value;
  }

  private Value derivedForReceivable(String id, String code) {
    Optional<OpenItem> item = facts.item(id);
    if (item.isEmpty()) {
      return Value.UNKNOWN;
    }
    return switch (code) {
      case "accruedInterest" ->
          lateInterest(id).map(LateInterest::value).orElse(Value.UNKNOWN);
      case "daysToLimitation" ->
          Limitation.daysLeft(
              item.get(),
              receivable(id, "limitationYears"),
              receivable(id, "limitationStart"),
              receivable(id, "demandInterrupts"));
      default -> facts.receivable(id).getOrDefault(code, Value.UNKNOWN);
    };
  }

  /** The late interest of a receivable with its pieces; empty while it is unknown. */
  public Optional<LateInterest> lateInterest(String id) {
    Optional<OutputEntry> rate =
        Optional.ofNullable(accruing.get(id))
            .filter(entry -> overridden(id, "interestAnnualPercent") == null);
    return facts.item(id).flatMap(item -> new InterestTerms(this, item, rate).interest());
  }

  /** The sum of what can be claimed; unknown interest of one receivable is not claimed. */
  private Value accruedInterest() {
    List<Optional<BigDecimal>> known = new ArrayList<>();
    for (OpenItem item : facts.items()) {
      if (receivable(item.id(), "accruedInterest") instanceof Value.Num interest) {
        known.add(facts.exchange().toBase(interest.decimal(), item.receivable().currency()));
      }
    }
    return known.isEmpty() ? Value.UNKNOWN : Numbers.value(Exchange.sum(known));
  }

  /** The smallest over what is outstanding. */
  private Value daysToLimitation() {
    return facts.items().stream()
        .filter(item -> item.outstanding().signum() > 0)
        .map(item -> receivable(item.id(), "daysToLimitation"))
        .filter(Value.Num.class::isInstance)
        .map(Value.Num.class::cast)
        .mapToLong(Value.Num::micros)
        .min()
        .stream()
        .mapToObj(Value::number)
        .findFirst()
        .orElse(Value.UNKNOWN);
  }

  /** The case as an account table sees it. */
  public Reading reading() {
    return new Scope(this, Optional.empty(), Map.of(), asOf());
  }

  /** The case as a receivable table sees it for one receivable. */
  public Reading reading(String receivableId) {
    return new Scope(this, Optional.of(receivableId), Map.of(), asOf());
  }

  /** The same on a day on which interest accrues. */
  Reading accruing(String receivableId, LocalDate day) {
    return new Scope(this, Optional.of(receivableId), Map.of(), day);
  }

  private LocalDate asOf() {
    return facts.theCase().asOf().date();
  }

  /** The case as an option table sees it: the account and the option's own terms. */
  public Reading reading(Map<String, Value> option) {
    return new Scope(this, Optional.empty(), Map.copyOf(option), asOf());
  }

  /** Account terms that are known, in the vocabulary's order, without parameters. */
  public Map<String, Value> known() {
    Map<String, Value> known = new LinkedHashMap<>();
    for (Term term : facts.policy().vocabulary().terms()) {
      if (term.existsAt(Level.ACCOUNT) && term.origin() != Origin.PARAMETER) {
        Value value = account(term.code());
        if (!value.isUnknown()) {
          known.put(term.code(), value);
        }
      }
    }
    return known;
  }
}
