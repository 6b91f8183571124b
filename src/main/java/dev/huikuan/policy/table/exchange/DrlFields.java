package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.OutputEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields of a declared fact, by the name that the policy has for what they hold. */
final class DrlFields {

  /**
   * A field.
   *
   * @param notYet name of the flag beside a date; empty for other types
   */
  record Field(String name, TermType type, String notYet, String comment) {

    /** Its type in Java. */
    String javaType() {
      return switch (type) {
        case YES_NO -> "Boolean";
        case CODE -> "String";
        case CODES, TEXT -> "List";
        default -> "Long";
      };
    }

    boolean hasNotYet() {
      return !notYet.isEmpty();
    }
  }

  private final DecisionTable table;
  private final Set<String> taken;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private DrlFields(DecisionTable table, Set<String> own) {
    this.table = table;
    this.taken = new TreeSet<>(own);
  }

  /** What the table reads. */
  static DrlFields read(DecisionTable table) {
    DrlFields fields = new DrlFields(table, Set.of("id", "asOf"));
    table.inputs().forEach(column -> fields.add(column.term()));
    for (DecisionTable.Row row : table.rows()) {
      row.inputs().forEach(cell -> cell.test().reads().forEach(fields::add));
      row.outputs().forEach(cell -> cell.entry().ifPresent(fields::addReads));
    }
    return fields;
  }

  /** What the table decides. */
  static DrlFields decided(DecisionTable table) {
    DrlFields fields = new DrlFields(table, Set.of("of", "place", "row"));
    table.outputs().forEach(column -> fields.add(column.term()));
    return fields;
  }

  private void addReads(OutputEntry entry) {
    if (entry instanceof OutputEntry.ParameterAt at) {
      add(at(at), at.parameter().term());
    } else if (entry instanceof OutputEntry.Scaled scaled) {
      addReads(scaled.of());
    } else if (entry instanceof OutputEntry.DaysLater later) {
      addReads(later.of());
    } else if (entry instanceof OutputEntry.Extreme extreme) {
      extreme.arguments().forEach(this::addReads);
    } else {
      entry.reads().forEach(this::add);
    }
  }

  private void add(TermRef ref) {
    add(ref.qualifiedFrom(table.level()), ref.term());
  }

  private void add(String word, Term term) {
    if (!fields.containsKey(word)) {
      String name = free(DrlWords.identifier(word.replace("@", "_at_")));
      String notYet = term.type() == TermType.DATE ? free(name + "NotYet") : "";
      String label = term.label().en() + " · " + term.label().zh();
      fields.put(word, new Field(name, term.type(), notYet, word + " · " + label));
    }
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private String at(OutputEntry.ParameterAt at) {
    return at.parameter().qualifiedFrom(table.level())
        + "@"
        + at.date().qualifiedFrom(table.level());
  }

  Field of(TermRef ref) {
    return fields.get(ref.qualifiedFrom(table.level()));
  }

  /** A parameter on the date that a term says. */
  Field of(OutputEntry.ParameterAt at) {
    return fields.get(at(at));
  }

  List<Field> all() {
    return new ArrayList<>(fields.values());
  }
}
