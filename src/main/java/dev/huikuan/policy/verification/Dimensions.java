package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.UnaryTest;
import dev.huikuan.policy.table.ValueClasses;
import dev.huikuan.policy.table.ValueClasses.ValueClass;
import dev.huikuan.policy.table.ValueSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts what a table looks at into classes of values. */
final class Dimensions {

  /** An option's kind follows from its code: the two are looked at together. */
  private static final String OPTION_KEY = Level.OPTION + " option";

  private static final String KIND_KEY = Level.OPTION + " option.kind";

  /** A class under way: what it holds, whether there is a value, and which rows pass. */
  private record Cut(ValueSet values, boolean known, long[] sure, long[] possible) {}

  private final DecisionTable table;
  private final Optional<Catalogue> actions;
  private final int rows;

  private Dimensions(DecisionTable table, Optional<Catalogue> actions) {
    this.table = table;
    this.actions = actions;
    this.rows = table.rows().size();
  }

  static List<Dimension> of(DecisionTable table, Optional<Catalogue> actions) {
    return new Dimensions(table, actions).all();
  }

  private List<Dimension> all() {
    Map<String, List<Integer>> columnsByTerm = new LinkedHashMap<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      columnsByTerm.computeIfAbsent(key(table.inputs().get(i).term()), k -> new ArrayList<>())
          .add(i);
    }
    List<Dimension> dimensions = new ArrayList<>();
    Optional<List<Integer>> kinds = Optional.empty();
    if (actions.isPresent() && columnsByTerm.containsKey(OPTION_KEY)) {
      kinds = Optional.ofNullable(columnsByTerm.remove(KIND_KEY));
    }
    for (List<Integer> columns : columnsByTerm.values()) {
      TermRef ref = table.inputs().get(columns.get(0)).term();
      List<Cut> cuts = cuts(ref.term(), columns);
      if (key(ref).equals(OPTION_KEY) && kinds.isPresent()) {
        Term kind = table.inputs().get(kinds.get().get(0)).term().term();
        cuts = linked(cuts, cuts(kind, kinds.get()));
        List<Integer> both = new ArrayList<>(columns);
        both.addAll(kinds.get());
        columns = both;
      }
      dimensions.add(merged(Optional.of(ref), columns, cuts));
    }
    if (table.rows().stream().anyMatch(row -> !row.effective().isAlways())) {
      dimensions.add(merged(Optional.empty(), List.of(), periods()));
    }
    return dimensions;
  }

  private static String key(TermRef ref) {
    return ref.level() + " " + ref.code();
  }

  private List<Cut> cuts(Term term, List<Integer> columns) {
    List<UnaryTest> written = new ArrayList<>();
    for (int column : columns) {
      table.rows().forEach(row -> written.add(row.inputs().get(column).test()));
    }
    boolean uncountable =
        term.type() == TermType.CODES && !ValueClasses.canTellApart(written);
    boolean certain = !uncountable && written.stream().allMatch(test -> test.reads().isEmpty());
    List<UnaryTest> tests = new ArrayList<>();
    if (certain) {
      tests.addAll(written);
    } else {
      for (Certainty one : Certainty.values()) {
        written.forEach(test -> tests.add(uncountable ? one.ofList(test) : one.of(test)));
      }
    }
    List<Cut> cuts = new ArrayList<>();
    for (ValueClass found : ValueClasses.of(term, tests)) {
      boolean known = !(found.values() instanceof ValueSet.Absent);
      boolean whole = certain && columns.size() == 1;
      long[] sure = whole ? found.rows() : passing(found.rows(), 0, columns.size());
      long[] possible =
          certain ? sure : passing(found.rows(), columns.size(), columns.size());
      cuts.add(new Cut(found.values(), known, sure, possible));
    }
    return cuts;
  }

  /** Rows that pass in each of some columns, whose rows stand one column after the other. */
  private long[] passing(long[] bits, int first, int count) {
    long[] passing = Bits.all(rows);
    for (int i = first; i < first + count; i++) {
      Bits.keep(passing, Bits.slice(bits, i * rows, rows));
    }
    return passing;
  }

  /** Each option with the cells of its code and of its kind. */
  private List<Cut> linked(List<Cut> options, List<Cut> kinds) {
    List<Cut> linked = new ArrayList<>();
    for (Cut option : options) {
      Cut kind = kinds.stream().filter(k -> isKindOf(k, option)).findFirst().orElse(null);
      if (kind != null) {
        linked.add(
            new Cut(
                option.values(),
                option.known(),
                Bits.both(option.sure(), kind.sure()),
                Bits.both(option.possible(), kind.possible())));
      }
    }
    return linked;
  }

  private boolean isKindOf(Cut kind, Cut option) {
    return kindOf(option.values())
        .map(code -> kind.values().equals(new ValueSet.One(Value.code(code))))
        .orElse(kind.values().equals(option.values()));
  }

  private Optional<String> kindOf(ValueSet option) {
    return option instanceof ValueSet.One one && one.value() instanceof Value.Code code
        ? actions
            .flatMap(catalogue -> catalogue.find(code.code()))
            .map(entry -> entry.column(CatalogueColumns.KIND))
        : Optional.empty();
  }

  private List<Cut> periods() {
    return ValueClasses.ofPeriods(
            table.effective(), table.rows().stream().map(DecisionTable.Row::effective).toList())
        .stream()
        .map(found -> new Cut(found.values(), true, found.rows(), found.rows()))
        .toList();
  }

  /** Values that the same rows pass are one class. */
  private Dimension merged(Optional<TermRef> ref, List<Integer> columns, List<Cut> cuts) {
    Map<List<Object>, List<Cut>> same = new LinkedHashMap<>();
    for (Cut cut : cuts) {
      Object state = cut.known() ? "known" : cut.values();
      same.computeIfAbsent(
              List.of(state, new BitsKey(cut.sure()), new BitsKey(cut.possible())),
              k -> new ArrayList<>())
          .add(cut);
    }
    List<List<Cut>> classes = List.copyOf(same.values());
    long[] known = Bits.none(classes.size());
    long[][] sure = new long[classes.size()][];
    long[][] possible = new long[classes.size()][];
    List<List<ValueSet>> values = new ArrayList<>();
    for (int i = 0; i < sure.length; i++) {
      Cut first = classes.get(i).get(0);
      sure[i] = first.sure();
      possible[i] = first.possible();
      values.add(classes.get(i).stream().map(Cut::values).toList());
      if (first.known()) {
        Bits.add(known, i);
      }
    }
    long[][] sureCells = cells(sure, columns);
    boolean certain = Arrays.deepEquals(sure, possible);
    return new Dimension(
        ref,
        columns,
        values,
        known,
        sure,
        certain ? sure : possible,
        sureCells,
        certain ? sureCells : cells(possible, columns));
  }

  /** Row → classes; rows with equal cells share one set. */
  private long[][] cells(long[][] byClass, List<Integer> columns) {
    long[][] cells = new long[rows][];
    Map<Object, long[]> shared = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      int at = row;
      List<UnaryTest> tests =
          columns.stream().map(c -> table.rows().get(at).inputs().get(c).test()).toList();
      Object key = columns.isEmpty() ? table.rows().get(row).effective() : tests;
      cells[row] =
          shared.computeIfAbsent(
              key,
              k -> {
                long[] set = Bits.none(byClass.length);
                for (int c = 0; c < byClass.length; c++) {
                  if (Bits.has(byClass[c], at)) {
                    Bits.add(set, c);
                  }
                }
                return set;
              });
    }
    return cells;
  }
}
