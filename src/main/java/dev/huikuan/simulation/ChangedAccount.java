package dev.huikuan.simulation;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An account that the candidate treats differently, both answers side by side.
 *
 * @param netChange by how much the expected net differs, in base currency; an action without
 *     figures or exchange rate counts as nothing
 * @param properties of the answer that differ
 * @param steps of the traces that differ: each table or rule with what decided before and after
 */
public record ChangedAccount(
    String customerId,
    Optional<String> customerName,
    String ledger,
    Side before,
    Side after,
    BigDecimal netChange,
    List<String> properties,
    List<Step> steps) {

  /** The most change first: by expected net, then those with another action, then by priority. */
  static final Comparator<ChangedAccount> MOST_FIRST =
      Comparator.comparing((ChangedAccount account) -> account.netChange().abs())
          .thenComparing(ChangedAccount::isOtherAction)
          .thenComparing(account -> account.before().priority().max(account.after().priority()))
          .reversed()
          .thenComparing(ChangedAccount::customerId)
          .thenComparing(ChangedAccount::ledger);

  /**
   * What one policy answers.
   *
   * @param net expected of the action, in its currency
   * @param decidedBy the row that proposed the action; empty when none did
   */
  public record Side(
      String action,
      Text label,
      Text reason,
      Optional<Recommendation.Amount> net,
      BigDecimal priority,
      String decidedBy) {}

  /**
   * A table or rule that decided differently.
   *
   * @param decision code of the table, or name of the rule
   * @param receivables that it was about; empty for the account
   */
  public record Step(String decision, List<String> receivables, List<Row> before, List<Row> after) {

    public Step {
      receivables = List.copyOf(receivables);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * A row that matched.
   *
   * @param row its id; empty for a rule, or when no row matched
   */
  public record Row(String row, String location, Text text) {

    /** Which row it is, wherever it stands and however it is worded; else what is said. */
    Object said() {
      return row.isEmpty() ? text : row;
    }
  }

  private record Place(String decision, List<String> receivables) {}

  public ChangedAccount {
    properties = List.copyOf(properties);
    steps = List.copyOf(steps);
  }

  boolean isOtherAction() {
    return !before.action().equals(after.action());
  }

  static ChangedAccount of(Recommendation before, Recommendation after, List<String> properties) {
    Figures was = Figures.of(before);
    Figures is = Figures.of(after);
    return new ChangedAccount(
        after.customerId(),
        after.customerName().toOptional(),
        after.ledger(),
        side(before, was),
        side(after, is),
        is.netInBase().subtract(was.netInBase()),
        properties,
        steps(before.trace(), after.trace()));
  }

  private static Side side(Recommendation r, Figures figures) {
    return new Side(
        r.action().code(),
        r.action().label(),
        r.action().reason(),
        figures.net(),
        figures.priority(),
        decidedBy(r));
  }

  private static String decidedBy(Recommendation r) {
    Value action = Value.code(r.action().code());
    return r.trace().stream()
        .filter(TraceEntry.RowMatched.class::isInstance)
        .map(TraceEntry.RowMatched.class::cast)
        .filter(row -> action.equals(row.outputs().get("nextAction")))
        .map(TraceEntry.RowMatched::row)
        .findFirst()
        .orElse("");
  }

  /** How often a row matched, once for each option, and in which order, is no difference. */
  private static List<Step> steps(List<TraceEntry> before, List<TraceEntry> after) {
    Map<Place, List<Row>> was = rows(before);
    Map<Place, List<Row>> is = rows(after);
    Map<Place, Boolean> places = new LinkedHashMap<>();
    is.keySet().forEach(place -> places.put(place, true));
    was.keySet().forEach(place -> places.put(place, true));
    List<Step> steps = new ArrayList<>();
    for (Place place : places.keySet()) {
      List<Row> then = was.getOrDefault(place, List.of());
      List<Row> now = is.getOrDefault(place, List.of());
      if (!said(then).equals(said(now))) {
        steps.add(new Step(place.decision(), place.receivables(), then, now));
      }
    }
    return steps;
  }

  private static Set<Object> said(List<Row> rows) {
    return rows.stream().map(Row::said).collect(Collectors.toSet());
  }

  private static Map<Place, List<Row>> rows(List<TraceEntry> trace) {
    Map<Place, List<Row>> rows = new LinkedHashMap<>();
    for (TraceEntry entry : trace) {
      if (entry instanceof TraceEntry.RowMatched row) {
        add(rows, row.decision(), row.receivables(), row.row(), row.location(), row.text());
      } else if (entry instanceof TraceEntry.NotMade none) {
        add(rows, none.decision(), none.receivables(), "", none.location(), none.text());
      } else if (entry instanceof TraceEntry.RuleFired rule) {
        add(rows, rule.rule(), rule.receivables(), "", rule.location(), rule.text());
      }
    }
    return rows;
  }

  private static void add(
      Map<Place, List<Row>> rows,
      String decision,
      List<String> receivables,
      String row,
      String location,
      Text text) {
    rows.computeIfAbsent(new Place(decision, receivables), p -> new ArrayList<>())
        .add(new Row(row, location, text));
  }
}
