package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.TermWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connects tables by their terms. A term that another table decides at the level at which it is
 * read is a required decision; everything else, also what the product computes or its rules set
 * between two tables, is given from outside.
 */
final class DrgBuilder {

  /** What decides a term. */
  private record Deciding(DecisionTable table, TermRef term) {}

  private final PolicyTables policy;
  private final DmnTypes types = new DmnTypes();
  private final Map<String, Drg.Input> inputs = new LinkedHashMap<>();
  private final List<Drg.Decision> decisions = new ArrayList<>();
  private final Set<Text> notes = new LinkedHashSet<>();
  private final Map<String, List<Deciding>> deciding = new LinkedHashMap<>();
  private final Map<DecisionTable, String> names = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  private DrgBuilder(PolicyTables policy) {
    this.policy = policy;
  }

  static Drg of(PolicyTables policy) {
    DrgBuilder builder = new DrgBuilder(policy);
    builder.findDeciding();
    builder.nameTables();
    builder.findAsked();
    for (DecisionTable table : policy.tables()) {
      builder.decisions.add(new DrgTable(builder, table).decision());
    }
    builder.deciding.keySet().stream()
        .filter(builder::isChosen)
        .forEach(name -> builder.decisions.add(builder.choice(name)));
    return new Drg(
        List.copyOf(builder.inputs.values()),
        List.copyOf(builder.decisions),
        builder.types.items(),
        List.copyOf(builder.notes));
  }

  DmnTypes types() {
    return types;
  }

  void note(Text note) {
    notes.add(note);
  }

  private void findDeciding() {
    for (DecisionTable table : policy.tables()) {
      for (Column column : table.outputs()) {
        if (column.term().term().type() == TermType.TEXT) {
          // Nobody reads a text from another table: it is given in the form for comparison.
          continue;
        }
        deciding
            .computeIfAbsent(FeelNames.of(column.term(), table.level()), n -> new ArrayList<>())
            .add(new Deciding(table, column.term()));
      }
    }
  }

  /** True where it depends on the day which table decides, or whether one does at all. */
  private boolean isChosen(String name) {
    return deciding.get(name).size() > 1
        || !deciding.get(name).get(0).table().effective().isAlways();
  }

  /** A table that decides one thing alone is called by it, others by their own code. */
  private void nameTables() {
    Set<String> taken = new HashSet<>(deciding.keySet());
    policy.vocabulary().terms().forEach(term -> taken.add(FeelNames.plain(term.code())));
    for (DecisionTable table : policy.tables()) {
      String only = FeelNames.of(table.outputs().get(0).term(), table.level());
      boolean alone = !isStructured(table) && !isChosen(only);
      String name = alone ? only : FeelNames.plain(table.code());
      String free = name;
      for (int i = 1; !alone && !taken.add(free); i++) {
        free = name + "_" + i;
      }
      names.put(table, free);
    }
  }

  /** Several results, or a text in two languages. */
  static boolean isStructured(DecisionTable table) {
    return table.outputs().size() > 1
        || table.outputs().get(0).term().term().type() == TermType.TEXT;
  }

  String name(DecisionTable table) {
    return names.get(table);
  }

  private void findAsked() {
    for (DecisionTable table : policy.tables()) {
      for (int i = 0; i < table.inputs().size(); i++) {
        TermRef ref = table.inputs().get(i).term();
        int column = i;
        if (ref.term().type() == TermType.DATE
            && decidedAs(ref, table.level()).isEmpty()
            && table.rows().stream()
                .anyMatch(row -> FeelTests.asksNotYet(row.inputs().get(column).test()))) {
          asked.add(FeelNames.of(ref, table.level()));
        }
      }
    }
  }

  /** FEEL for what a table of that level reads; the nodes that it takes are added to needs. */
  String read(TermRef ref, Level tableLevel, Set<String> needs) {
    Optional<String> decided = decidedAs(ref, tableLevel);
    if (decided.isEmpty()) {
      String name = FeelNames.of(ref, tableLevel);
      String label = name.startsWith("receivable_") ? "receivable" : "";
      needs.add(given(name, ref.term(), label));
      return name;
    }
    String name = decided.get();
    if (isChosen(name)) {
      needs.add(name);
      return name;
    }
    Deciding one = deciding.get(name).get(0);
    needs.add(names.get(one.table()));
    return result(one);
  }

  /** True for a list of codes, also where a table collects single ones. */
  boolean isList(TermRef ref, Level tableLevel) {
    return ref.term().type() == TermType.CODES
        || decidedAs(ref, tableLevel).map(deciding::get).orElse(List.of()).stream()
            .anyMatch(one -> isCollected(one.table()));
  }

  private static boolean isCollected(DecisionTable table) {
    return table.hitPolicy() == HitPolicy.RULE_ORDER || table.hitPolicy() == HitPolicy.COLLECT;
  }

  /** The name of a decided term, where a table decides it at the level at which it is read. */
  private Optional<String> decidedAs(TermRef ref, Level tableLevel) {
    String name = FeelNames.of(ref, tableLevel);
    boolean sameLevel =
        deciding.getOrDefault(name, List.of()).stream().anyMatch(d -> d.term().equals(ref));
    if (!sameLevel) {
      return Optional.empty();
    }
    if (policy.defaults().contains(ref.code())) {
      note(
          new Text(
              "`" + name + "` 没有行决定时取同名参数，因此作为输入给出，不与决定它的表相连",
              "`"
                  + name
                  + "` falls back on the parameter of that name where no row decides it: it is an"
                  + " input here, not connected to the table that decides it"));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** FEEL for one result of a table; a collecting table's codes as one list, each once. */
  private String result(Deciding one) {
    String name = names.get(one.table());
    String value =
        isStructured(one.table()) ? name + "." + FeelNames.plain(one.term().code()) : name;
    return isCollected(one.table())
        ? "if "
            + value
            + " = null then [] else distinct values(flatten("
            + value
            + ")[item != null])"
        : value;
  }

  /** An input for a term; its name. */
  private String given(String name, Term term, String prefix) {
    Text label =
        prefix.isEmpty()
            ? term.label()
            : new Text("应收款·" + term.label().zh(), "Receivable · " + term.label().en());
    inputs.putIfAbsent(
        name, new Drg.Input(name, label, TermWords.description(term), types.given(term)));
    return name;
  }

  /** The input of a text in the form in which texts are compared. */
  String plainText(TermRef ref, Level tableLevel, Set<String> needs) {
    String name = FeelNames.of(ref, tableLevel) + FeelNames.PLAIN;
    Text how =
        new Text(
            "半角、小写、不含空白的文本（NFKC）；比较时不分大小写、空白和全半角",
            "The text in small letters, half width and without blanks (NFKC), the form in which"
                + " texts are compared");
    inputs.putIfAbsent(name, new Drg.Input(name, ref.term().label(), how, "string"));
    note(new Text("`" + name + "`：" + how.zh(), "`" + name + "`: " + how.en()));
    needs.add(name);
    return name;
  }

  /** The companion of a date that some cell asks for <em>not yet</em>. */
  Optional<String> notYet(TermRef ref, Level tableLevel, Set<String> needs) {
    String date = FeelNames.of(ref, tableLevel);
    if (!asked.contains(date)) {
      return Optional.empty();
    }
    String name = date + FeelNames.NOT_YET;
    Text how =
        new Text(
            "日期已知尚未到来时为 true（此时日期本身为 null）；日期未知时为 null 或 false",
            "true when the date is known not to have come (the date itself is null then); null or"
                + " false when it is unknown");
    Text label = new Text(ref.term().label().zh() + "·尚未", ref.term().label().en() + " · not yet");
    inputs.putIfAbsent(name, new Drg.Input(name, label, how, "boolean"));
    needs.add(name);
    return Optional.of(name);
  }

  /** A parameter on the date of a term. */
  String parameterAt(TermRef parameter, TermRef date, Level tableLevel, Set<String> needs) {
    String on = FeelNames.of(date, tableLevel);
    String name = FeelNames.plain(parameter.code()) + FeelNames.AT + on;
    Text how =
        new Text(
            "参数 " + parameter.code() + " 在 " + on + " 当日的值；该日期未知时为 null",
            "The parameter " + parameter.code() + " as of " + on + "; null when that is unknown");
    return parameter(name, parameter.term(), how, needs);
  }

  /** A parameter that is read anew wherever it changes while interest accrues. */
  String parameterAtAccrual(TermRef parameter, Set<String> needs) {
    String name = FeelNames.plain(parameter.code()) + FeelNames.AT + FeelNames.ACCRUAL;
    Text how =
        new Text(
            "参数 " + parameter.code() + " 在 asOf 当日的值；利息按参数变动分段计算，这里只给出当日的利率",
            "The parameter "
                + parameter.code()
                + " as of asOf; interest is computed piece by piece where it changes, here stands"
                + " the rate of the day alone");
    note(new Text("`" + name + "`：" + how.zh(), "`" + name + "`: " + how.en()));
    return parameter(name, parameter.term(), how, needs);
  }

  private String parameter(String name, Term term, Text how, Set<String> needs) {
    inputs.putIfAbsent(name, new Drg.Input(name, term.label(), how, DmnTypes.base(term.type())));
    needs.add(name);
    return name;
  }

  /** The day of the decision. */
  String asOf(Set<String> needs) {
    inputs.putIfAbsent(
        FeelNames.AS_OF,
        new Drg.Input(
            FeelNames.AS_OF,
            new Text("截至日期", "As of"),
            new Text("决定所依据的日期", "The date of the decision"),
            "date"));
    needs.add(FeelNames.AS_OF);
    return FeelNames.AS_OF;
  }

  /** Tables that decide the same for disjoint periods: the one in force on the day. */
  private Drg.Decision choice(String name) {
    Set<String> needs = new LinkedHashSet<>();
    asOf(needs);
    StringBuilder text = new StringBuilder();
    for (Deciding one : deciding.get(name)) {
      needs.add(names.get(one.table()));
      text.append("if ").append(InForce.of(one.table().effective()).condition());
      text.append(" then (").append(result(one)).append(") else ");
    }
    Term term = deciding.get(name).get(0).term().term();
    boolean listed = deciding.get(name).stream().anyMatch(one -> isCollected(one.table()));
    String type = types.decided(term);
    return new Drg.Decision(
        name,
        term.label(),
        listed && term.type() != TermType.CODES ? types.list(name, type) : type,
        needs,
        Optional.empty(),
        text.append(Feel.NULL).toString());
  }

  /** True for what is read from the policy's parameters. */
  static boolean isParameter(TermRef ref) {
    return ref.term().origin() == Origin.PARAMETER;
  }
}
