package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.Period;
import dev.huikuan.policy.table.UnaryTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One rule for each row. */
final class DrlRows {

  private final DecisionTable table;
  private final DrlFields read;
  private final DrlFields decided;
  private final DrlHitPolicy hitPolicy;
  private final CellTexts texts;

  DrlRows(
      DecisionTable table,
      DrlFields read,
      DrlFields decided,
      DrlHitPolicy hitPolicy,
      Vocabulary words) {
    this.table = table;
    this.read = read;
    this.decided = decided;
    this.hitPolicy = hitPolicy;
    this.texts = new CellTexts(words, table.level());
  }

  String rules() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.rows().size(); i++) {
      text.append(rule(table.rows().get(i), i + 1));
    }
    return text.toString();
  }

  private String rule(Row row, int place) {
    Set<String> bound = new TreeSet<>();
    String arguments = String.join(", ", arguments(row, place, bound));
    List<String> inside = new ArrayList<>(List.of("$of : id"));
    bound.forEach(field -> inside.add("$" + field + " : " + field));
    inside.addAll(conditions(row));
    return """

        %srule %s
        when
            Case( %s )
        then
            insert( new MatchedRow( $of, %s ) );
        end
        """
        .formatted(
            comments(row),
            DrlWords.name(table.code(), row.id()),
            String.join(",\n                  ", inside),
            arguments);
  }

  /** The row's cells in the analyst's words. */
  private String comments(Row row) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < table.inputs().size(); i++) {
      Column column = table.inputs().get(i);
      if (!(row.inputs().get(i).test() instanceof UnaryTest.Anything)) {
        line(lines, column, texts.input(row.inputs().get(i), column.term()));
      }
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      Column column = table.outputs().get(i);
      boolean inTwoCells = column.term().term().type() == TermType.TEXT;
      if (!inTwoCells && row.outputs().get(i).entry().isPresent()) {
        line(lines, column, "→ " + texts.output(row.outputs().get(i), column.term()));
      }
    }
    return lines.toString();
  }

  private void line(StringBuilder lines, Column column, String cell) {
    String code = column.term().qualifiedFrom(table.level());
    lines.append("// ").append(DrlWords.comment(code + ": " + cell)).append("\n");
  }

  private List<String> conditions(Row row) {
    List<String> conditions = new ArrayList<>(period(row.effective()));
    for (int i = 0; i < table.inputs().size(); i++) {
      UnaryTest test = row.inputs().get(i).test();
      if (!(test instanceof UnaryTest.Anything)) {
        DrlFields.Field field = read.of(table.inputs().get(i).term());
        conditions.add(new DrlConstraint(read, field).of(test));
      }
    }
    return conditions;
  }

  private static List<String> period(Period period) {
    List<String> conditions = new ArrayList<>();
    day(period.from(), ">=").ifPresent(conditions::add);
    day(period.until(), "<=").ifPresent(conditions::add);
    return conditions;
  }

  private static Optional<String> day(Optional<LocalDate> day, String sign) {
    return day.map(date -> "asOf " + sign + " " + date.toEpochDay() + "L");
  }

  private List<String> arguments(Row row, int place, Set<String> bound) {
    List<String> arguments = new ArrayList<>(List.of("" + place, DrlWords.literal(row.id())));
    List<String> ranks = new ArrayList<>();
    List<String> values = new ArrayList<>();
    DrlEntry entries = new DrlEntry(read, bound);
    for (int i = 0; i < table.outputs().size(); i++) {
      DrlFields.Field field = decided.of(table.outputs().get(i).term());
      List<String> given = entries.arguments(row.outputs().get(i).entry(), field);
      if (hitPolicy.ranked().contains(field)) {
        ranks.add("rank_" + field.name() + "( " + given.get(0) + " )");
      }
      values.addAll(given);
    }
    arguments.addAll(ranks);
    arguments.addAll(values);
    return arguments;
  }
}
