package dev.huikuan.scenario;

import dev.huikuan.domain.Origin;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.UnaryTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for values that one row of a table matches and certain other rows do not. A walk over the
 * terms, one after the other, with the set of rivals that are still alive; what failed once is not
 * tried again. Exact where no cell names another term: then not found means that there is none.
 */
final class CaseSearch {

  /** Steps after which a search gives up. */
  static final int MOST_STEPS = 100_000;

  /**
   * A value and the rows whose cells of the term pass it, cells that name other terms left out.
   */
  private record Choice(Value value, BitSet passing) {}

  /**
   * What the rest of the walk depends on.
   *
   * @param together values of the terms that cells compare with one another
   */
  private record State(int depth, BitSet alive, List<Value> together) {}

  private final DecisionTable table;
  private final LocalDate asOf;
  private final List<TermRef> terms = new ArrayList<>();
  private final List<Set<Value>> values = new ArrayList<>();
  private final List<Map<Value, BitSet>> passing = new ArrayList<>();

  /** The first so many terms are named by cells, or have a cell that names another. */
  private final int together;

  private final Map<TermRef, Value> chosen = new HashMap<>();
  private final Set<State> failed = new HashSet<>();
  private List<List<Value>> order = List.of();
  private int target;
  private int steps;

  CaseSearch(DecisionTable table, LocalDate asOf) {
    this.table = table;
    this.asOf = asOf;
    Set<TermRef> all = new LinkedHashSet<>();
    table.rows().forEach(row -> row.inputs().forEach(cell -> all.addAll(cell.test().reads())));
    table.inputs().stream().map(Column::term).filter(this::namesAnother).forEach(all::add);
    this.together = all.size();
    table.inputs().forEach(column -> all.add(column.term()));
    terms.addAll(all);
    for (TermRef term : terms) {
      TellingValues telling = new TellingValues(term.term());
      table.rows().forEach(row -> cells(row, term).forEach(telling::of));
      values.add(telling.others().values());
      passing.add(new HashMap<>());
    }
  }

  private boolean namesAnother(TermRef term) {
    return table.rows().stream()
        .anyMatch(row -> cells(row, term).stream().anyMatch(test -> !test.reads().isEmpty()));
  }

  private List<UnaryTest> cells(Row row, TermRef term) {
    List<UnaryTest> tests = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      if (table.inputs().get(i).term().equals(term)) {
        tests.add(row.inputs().get(i).test());
      }
    }
    return tests;
  }

  /** True when the last search stopped before it had seen everything. */
  boolean gaveUp() {
    return steps > MOST_STEPS || together > 0;
  }

  /**
   * Values of all terms of the table that the row matches and none of the rivals does; empty when
   * there are none, or none were found.
   *
   * @param wanted terms that had better be known
   */
  Optional<Map<TermRef, Value>> find(int row, BitSet rivals, Set<TermRef> wanted) {
    target = row;
    steps = 0;
    failed.clear();
    chosen.clear();
    order = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      order.add(inOrder(i, wanted.contains(terms.get(i))));
    }
    if (!isFound(0, rivals)) {
      return Optional.empty();
    }
    Map<TermRef, Value> found = new LinkedHashMap<>();
    terms.forEach(term -> found.put(term, chosen.get(term)));
    return Optional.of(found);
  }

  /** The ends of the row's own cell first; where any value will do, nothing is said about it. */
  private List<Value> inOrder(int term, boolean wanted) {
    TellingValues own = new TellingValues(terms.get(term).term());
    List<UnaryTest> tests = cells(table.rows().get(target), terms.get(term));
    tests.forEach(own::of);
    Set<Value> ordered = new LinkedHashSet<>();
    boolean free = tests.stream().allMatch(UnaryTest.Anything.class::isInstance);
    if (free && !wanted) {
      ordered.add(Value.UNKNOWN);
    }
    ordered.addAll(own.values());
    ordered.addAll(values.get(term));
    return new ArrayList<>(ordered);
  }

  private boolean isFound(int depth, BitSet alive) {
    if (depth == terms.size()) {
      return alive.isEmpty();
    }
    State state =
        new State(
            depth,
            alive,
            terms.subList(0, Math.min(depth, together)).stream().map(chosen::get).toList());
    if (steps++ > MOST_STEPS || failed.contains(state)) {
      return false;
    }
    Set<BitSet> tried = new HashSet<>();
    for (Choice choice : choices(depth)) {
      if (!choice.passing().get(target)) {
        continue;
      }
      chosen.put(terms.get(depth), choice.value());
      BitSet left = (BitSet) alive.clone();
      left.and(choice.passing());
      if (depth == together - 1) {
        if (!passesLate(target)) {
          continue;
        }
        for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
          left.set(row, passesLate(row));
        }
      }
      if ((depth < together || tried.add(left)) && isFound(depth + 1, left)) {
        return true;
      }
    }
    chosen.remove(terms.get(depth));
    failed.add(state);
    return false;
  }

  private List<Choice> choices(int depth) {
    List<Value> all = order.get(depth);
    if (depth < together) {
      Set<Value> more = new LinkedHashSet<>(near(depth));
      more.addAll(all);
      all = List.copyOf(more);
    }
    return all.stream().map(value -> new Choice(value, passing(depth, value))).toList();
  }

  /** Values around those that cells of this term name. */
  private Set<Value> near(int depth) {
    TermRef term = terms.get(depth);
    TellingValues telling = new TellingValues(term.term());
    cells(table.rows().get(target), term).forEach(test -> near(test, telling));
    return telling.values();
  }

  private void near(UnaryTest test, TellingValues telling) {
    if (test instanceof UnaryTest.Compared compared && chosen.containsKey(compared.ref())) {
      telling.around(chosen.get(compared.ref()), compared.factor());
    } else if (test instanceof UnaryTest.AnyOf any) {
      any.parts().forEach(part -> near(part, telling));
    } else if (test instanceof UnaryTest.NoneOf none) {
      none.parts().forEach(part -> near(part, telling));
    }
  }

  private BitSet passing(int depth, Value value) {
    return passing.get(depth).computeIfAbsent(
        value,
        v -> {
          BitSet rows = new BitSet(table.rows().size());
          for (int i = 0; i < table.rows().size(); i++) {
            rows.set(i, passes(table.rows().get(i), terms.get(depth), v));
          }
          return rows;
        });
  }

  private boolean passes(Row row, TermRef term, Value value) {
    return cells(row, term).stream()
        .allMatch(test -> !test.reads().isEmpty() || test.matches(value, Chosen.NOTHING));
  }

  private boolean passesLate(int row) {
    Reading reading = new Chosen(chosen, asOf);
    List<DecisionTable.InputCell> cells = table.rows().get(row).inputs();
    for (int i = 0; i < cells.size(); i++) {
      UnaryTest test = cells.get(i).test();
      if (!test.reads().isEmpty()
          && !test.matches(chosen.get(table.inputs().get(i).term()), reading)) {
        return false;
      }
    }
    return true;
  }

  /** The values chosen so far, as a cell reads them. */
  private record Chosen(Map<TermRef, Value> values, LocalDate asOf) implements Reading {

    static final Reading NOTHING = new Chosen(Map.of(), LocalDate.EPOCH);

    @Override
    public Value value(TermRef ref) {
      return values.getOrDefault(ref, Value.UNKNOWN);
    }

    @Override
    public Value parameter(String code, LocalDate on) {
      return values.entrySet().stream()
          .filter(e -> e.getKey().term().origin() == Origin.PARAMETER)
          .filter(e -> e.getKey().code().equals(code))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(Value.UNKNOWN);
    }
  }
}
