package dev.huikuan.scenario;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario without a base: the given terms, and what the tables make of them. Only tables that
 * the expected terms need are evaluated; a bare term stands for every level.
 */
final class TableScenario implements Reading {

  private final Policy policy;
  private final LocalDate asOf;
  private final Map<String, Value> given = new HashMap<>();
  private final Map<String, Value> givenOnAccount = new HashMap<>();
  private final Map<String, Decided> decided = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Set<String> hits = new HashSet<>();

  TableScenario(Policy policy, LocalDate asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  ScenarioRunner.Visit run(Scenario scenario) throws ScenarioFault {
    for (Scenario.Entry entry : scenario.given()) {
      give(entry);
    }
    List<ScenarioResult.Mismatch> mismatches = new ArrayList<>();
    Comparison comparison = new Comparison(policy.vocabulary());
    for (Scenario.Entry entry : scenario.expect()) {
      Term term = expected(entry);
      comparison.compare(entry, term, found(term)).ifPresent(mismatches::add);
    }
    return new ScenarioRunner.Visit(mismatches, hits);
  }

  void give(Scenario.Entry entry) throws ScenarioFault {
    TermName name =
        TermName.of(entry.field(), policy.vocabulary())
            .orElseThrow(() -> Headers.unknown(entry.header(), policy.vocabulary(), true));
    Value value = Comparison.literal(entry.cell(), name.term(), policy.vocabulary());
    boolean account = name.level().filter(level -> level == Level.ACCOUNT).isPresent();
    (account ? givenOnAccount : given).put(name.term().code(), value);
  }

  private Term expected(Scenario.Entry entry) throws ScenarioFault {
    Term term =
        TermName.of(entry.field().replaceFirst("\\s*[(（](zh|en)[)）]$", ""), policy.vocabulary())
            .orElseThrow(() -> Headers.unknown(entry.header(), policy.vocabulary(), true))
            .term();
    if (providers(term.code()).isEmpty()) {
      throw new ScenarioFault(
          entry.header().location(),
          new Text(
              "没有决策表决定 `" + term.code() + "`；没有 Base 的场景只运行决策表，请填写 Base",
              "no table decides `"
                  + term.code()
                  + "`; a scenario without a Base runs tables only: give it a Base"));
    }
    return term;
  }

  /** The candidates' first is what {@code nextAction} means. */
  Decided found(Term term) {
    return decide(term.code());
  }

  /** Where the rows stand that decided something so far. */
  Set<String> hits() {
    return hits;
  }

  private List<TableIndex> providers(String code) {
    return policy.tables().stream()
        .filter(
            index -> index.table().outputs().stream().anyMatch(o -> o.term().code().equals(code)))
        .toList();
  }

  private Decided decide(String code) {
    Decided known = decided.get(code);
    if (known != null) {
      return known;
    }
    Optional<TableIndex> table =
        providers(code).stream().filter(t -> t.table().effective().contains(asOf)).findFirst();
    if (table.isEmpty() || !underWay.add(code)) {
      return Decided.NOTHING;
    }
    TableResult said = table.get().evaluate(this);
    said.hits().forEach(hit -> hits.add(hit.row().location()));
    Decided result = result(code, said);
    underWay.remove(code);
    decided.put(code, result);
    return result;
  }

  private static Decided result(String code, TableResult result) {
    Value value = result.outputs().getOrDefault(code, texts(code, result));
    return result.hits().stream()
        .filter(hit -> hit.outputs().containsKey(code))
        .findFirst()
        .map(hit -> Decided.of(value).by(rows(code, result), hit.row().location()))
        .orElseGet(() -> Decided.of(value));
  }

  /** Of a table that collects, the texts of all rows. */
  private static Value texts(String code, TableResult result) {
    List<Text> texts =
        result.hits().stream()
            .map(hit -> hit.outputs().get(code))
            .filter(Value.Words.class::isInstance)
            .map(value -> ((Value.Words) value).text())
            .toList();
    return texts.isEmpty()
        ? Value.UNKNOWN
        : Value.words(
            new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining(" | ")),
                texts.stream().map(Text::en).collect(Collectors.joining(" | "))));
  }

  private static String rows(String code, TableResult result) {
    Set<String> ids = new LinkedHashSet<>();
    result.hits().stream()
        .filter(hit -> hit.outputs().containsKey(code))
        .forEach(hit -> ids.add(hit.row().id()));
    return String.join(", ", ids);
  }

  @Override
  public Value value(TermRef ref) {
    String code = ref.code();
    if (ref.level() == Level.ACCOUNT && givenOnAccount.containsKey(code)) {
      return givenOnAccount.get(code);
    }
    if (given.containsKey(code)) {
      return given.get(code);
    }
    return ref.term().origin() == Origin.PARAMETER ? parameter(code, asOf) : decide(code).value();
  }

  @Override
  public Value parameter(String code, LocalDate on) {
    return given.getOrDefault(code, policy.parameters().value(code, on));
  }

  @Override
  public LocalDate asOf() {
    return asOf;
  }
}
