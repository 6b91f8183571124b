package dev.huikuan.scenario;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds what a recommendation says about a term, and which row or rule decided it. */
final class Answer {

  private final Recommendation made;

  Answer(Recommendation made) {
    this.made = made;
  }

  /** The account's value of a term. */
  Decided account(Term term) {
    Recommendation.Action action = made.action();
    Value value =
        switch (term.code()) {
          case "action" -> Value.code(action.code());
          case "holds" -> codes(made.holds().stream().map(Recommendation.Hold::code).toList());
          case "alert" -> codes(made.alerts().stream().map(Recommendation.Alert::code).toList());
          case "advice" -> codes(made.advice().stream().map(Recommendation.Advice::code).toList());
          case "channel" -> code(action.channel());
          case "tone" -> code(action.tone());
          case "ownerRole" -> code(action.ownerRole());
          case "priority" -> number(made.priority().points());
          case "approvalRoles" -> action.approval().map(Value::codes).orElse(Value.UNKNOWN);
          case "dunningLevel" -> whole(action.dunningLevel(), term);
          case "dunningLevelDue" -> whole(action.dunningLevelDue(), term);
          default -> fact(term);
        };
    return decidedBy(term.code(), value, Optional.empty());
  }

  private Value whole(Optional<Integer> level, Term term) {
    return level.map(Value::whole).orElseGet(() -> fact(term));
  }

  private Value fact(Term term) {
    Value fact = made.facts().getOrDefault(term.code(), Value.UNKNOWN);
    if (!fact.isUnknown()) {
      return fact;
    }
    // A receivable's term that has no account form: the only receivable's.
    return made.receivables().size() == 1
        ? item(made.receivables().get(0), term.code())
        : Value.UNKNOWN;
  }

  /** A receivable's value of a term; empty when there is no such receivable in the answer. */
  Optional<Decided> receivable(String id, Term term) {
    return made.receivables().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .map(item -> decidedBy(term.code(), item(item, term.code()), Optional.of(id)));
  }

  private Value item(Item item, String code) {
    return switch (code) {
      case "daysPastDue" -> item.daysPastDue();
      case "agingBucket" -> item.agingBucket();
      case "outstanding" -> Value.number(item.outstanding());
      case "payable" -> Value.number(item.payable());
      case "collectible" -> Value.number(item.collectible());
      case "disputed" -> Value.number(item.disputed());
      case "accruedInterest" -> number(item.accruedInterest());
      case "interestBasis" ->
          item.interestBasis().isEmpty() ? Value.UNKNOWN : Value.words(item.interestBasis());
      default ->
          row(code, Optional.of(item.id()))
              .map(row -> row.outputs().get(code))
              .orElse(Value.UNKNOWN);
    };
  }

  private static Value codes(List<String> codes) {
    return Value.codes(codes.stream().distinct().toList());
  }

  private static Value code(Optional<String> code) {
    return code.map(Value::code).orElse(Value.UNKNOWN);
  }

  private static Value number(Optional<BigDecimal> number) {
    return number.map(Value::number).orElse(Value.UNKNOWN);
  }

  private Decided decidedBy(String code, Value value, Optional<String> receivable) {
    String output = code.equals("action") ? "nextAction" : code;
    Optional<TraceEntry.RowMatched> row =
        code.equals("action") ? candidate(value, output) : row(output, receivable);
    return row.map(r -> Decided.of(value).by(r.row(), r.location()))
        .or(() -> rule(value).map(r -> Decided.of(value).by(r.rule(), r.location())))
        .orElseGet(() -> Decided.of(value));
  }

  private Optional<TraceEntry.RowMatched> candidate(Value action, String output) {
    return rows().stream().filter(row -> action.equals(row.outputs().get(output))).findFirst();
  }

  private Optional<TraceEntry.RowMatched> row(String code, Optional<String> receivable) {
    return rows().stream()
        .filter(row -> row.outputs().containsKey(code))
        .filter(
            row ->
                receivable.isEmpty()
                    || row.receivables().isEmpty()
                    || row.receivables().contains(receivable.get()))
        .findFirst();
  }

  private List<TraceEntry.RowMatched> rows() {
    return made.trace().stream()
        .filter(TraceEntry.RowMatched.class::isInstance)
        .map(TraceEntry.RowMatched.class::cast)
        .toList();
  }

  private Optional<TraceEntry.RuleFired> rule(Value value) {
    List<String> codes =
        value instanceof Value.Codes several
            ? several.codes()
            : value instanceof Value.Code one ? List.of(one.code()) : List.of();
    return made.trace().stream()
        .filter(TraceEntry.RuleFired.class::isInstance)
        .map(TraceEntry.RuleFired.class::cast)
        .filter(
            fired -> fired.emitted().stream().anyMatch(e -> codes.stream().anyMatch(e::contains)))
        .findFirst();
  }

  /** What the answer says about an action that was not chosen. */
  Optional<Recommendation.Alternative> alternative(String code) {
    return made.alternatives().stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** The figures of the chosen action or of an alternative, WAIT among them. */
  Optional<Recommendation.Economics> economics(String code) {
    return made.action().code().equals(code)
        ? made.action().economics()
        : alternative(code).flatMap(Recommendation.Alternative::economics);
  }

  Recommendation made() {
    return made;
  }
}
