package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.DecisionTable.Column;
import java.util.List;

/**
 * The columns of a decision table and where they stand; a place of 0 means that there is none.
 *
 * @param level that of the terms that the table decides
 */
record Columns(
    Level level,
    List<Input> inputs,
    List<Output> outputs,
    int from,
    int until,
    int reasonZh,
    int reasonEn,
    int note) {

  /** An input column and its place. */
  record Input(Column column, int at) {}

  /**
   * An output column and its place.
   *
   * @param english place of the English half of a text, 0 for other types
   */
  record Output(Column column, int at, int english) {}

  Columns {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** A column as its header says. */
  static Column written(TermRef ref, RawCell header) {
    int column = Address.parse(header.address()).column();
    return new Column(ref, Address.letters(column), header.text());
  }

  /** All places that belong to the table, the row id's among them. */
  List<Integer> places() {
    List<Integer> places = new java.util.ArrayList<>(List.of(1));
    inputs.forEach(input -> places.add(input.at()));
    outputs.forEach(output -> places.addAll(List.of(output.at(), output.english())));
    places.addAll(List.of(from, until, reasonZh, reasonEn, note));
    return places.stream().filter(place -> place > 0).sorted().toList();
  }
}
