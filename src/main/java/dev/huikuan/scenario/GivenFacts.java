package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.Parsed;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of a {@link TableQuestion} as tables read them. */
final class GivenFacts implements Reading {

  private static final int MOST_DIGITS = 40;

  private final Policy policy;
  private final LocalDate asOf;
  private final Map<String, Value> given = new HashMap<>();
  private final Map<String, Value> givenOnAccount = new HashMap<>();
  private final Map<String, Value> decided = new LinkedHashMap<>();

  private GivenFacts(Policy policy, LocalDate asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  static GivenFacts read(JsonNode json, Policy policy, LocalDate asOf, List<CaseFault> faults) {
    GivenFacts facts = new GivenFacts(policy, asOf);
    if (!json.isObject()) {
      faults.add(
          TableQuestion.fault(
              "/given",
              "`given` 应是词条到值的对象，如 {\"daysPastDue\": 70}",
              "`given` is an object of terms and values, such as {\"daysPastDue\": 70}"));
      return facts;
    }
    json.properties().forEach(f -> facts.give(f.getKey(), f.getValue(), faults));
    return facts;
  }

  private void give(String name, JsonNode json, List<CaseFault> faults) {
    Vocabulary vocabulary = policy.vocabulary();
    String pointer = "/given/" + name.replace("~", "~0").replace("/", "~1");
    Optional<TermName> term = TermName.of(name, vocabulary);
    if (term.isEmpty()) {
      List<String> near = vocabulary.nearest(name);
      String zh = near.isEmpty() ? "" : "；是否指 `" + near.get(0) + "`";
      String en = near.isEmpty() ? "" : "; did you mean `" + near.get(0) + "`";
      faults.add(
          TableQuestion.fault(
              pointer, "没有词条 `" + name + "`" + zh, "there is no term `" + name + "`" + en));
      return;
    }
    boolean account = term.get().level().filter(level -> level == Level.ACCOUNT).isPresent();
    value(term.get().term(), json, pointer, faults)
        .ifPresent(value -> (account ? givenOnAccount : given).put(term.get().term().code(), value));
  }

  private Optional<Value> value(
      Term term, JsonNode json, String pointer, List<CaseFault> faults) {
    if (json.isNull()) {
      return Optional.of(term.type() == TermType.DATE ? Value.NOT_YET : Value.UNKNOWN);
    }
    if (!json.isArray()) {
      return literal(term, written(json), pointer, faults);
    }
    List<String> codes = new ArrayList<>();
    for (JsonNode one : json) {
      literal(term, written(one), pointer, faults)
          .ifPresent(
              value -> {
                if (value instanceof Value.Codes list) {
                  codes.addAll(list.codes());
                }
              });
    }
    return Optional.of(Value.codes(codes));
  }

  private Optional<Value> literal(
      Term term, String written, String pointer, List<CaseFault> faults) {
    Parsed<Value> parsed =
        CellParser.literal(RawCell.text(written, "A1", pointer), term, policy.vocabulary());
    for (Finding finding : parsed.findings()) {
      faults.add(new CaseFault(pointer, "INVALID", finding.message()));
    }
    return parsed.value();
  }

  /** As one would write it in a cell. */
  private static String written(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue() ? "yes" : "no";
    }
    if (json.isNumber()) {
      BigDecimal number = json.decimalValue();
      boolean plain = Math.abs(number.scale()) <= MOST_DIGITS;
      return plain ? number.toPlainString() : number.toString();
    }
    return json.isTextual() ? json.textValue() : json.toString();
  }

  /**
   * What the tables say.
   *
   * @param chained what one table decides is known to those after it, unless it was given
   */
  TableAnswer answer(String version, List<TableIndex> tables, boolean chained) {
    List<TableResult> results = new ArrayList<>();
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (TableIndex table : tables) {
      TableResult result = table.evaluate(this);
      results.add(result);
      outputs.putAll(result.outputs());
      if (chained) {
        decided.putAll(result.outputs());
      }
    }
    return new TableAnswer(version, asOf, policy.vocabulary(), outputs, results);
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
    return ref.term().origin() == Origin.PARAMETER
        ? parameter(code, asOf)
        : decided.getOrDefault(code, Value.UNKNOWN);
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
