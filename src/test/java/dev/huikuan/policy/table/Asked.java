package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a table asks of a reading, by the name that the policy has for it. */
public final class Asked {

  /** One question. */
  public interface Question {
    Value value(Reading reading);
  }

  private Asked() {}

  public static Map<String, Question> of(DecisionTable table) {
    Map<String, Question> questions = new TreeMap<>();
    for (TermRef ref : TableIndex.of(table).reads()) {
      questions.put(ref.qualifiedFrom(table.level()), reading -> Readings.value(reading, ref));
    }
    for (DecisionTable.Row row : table.rows()) {
      row.outputs()
          .forEach(cell -> cell.entry().ifPresent(entry -> dated(table, entry, questions)));
    }
    return questions;
  }

  private static void dated(
      DecisionTable table, OutputEntry entry, Map<String, Question> questions) {
    if (entry instanceof OutputEntry.ParameterAt at) {
      String name =
          at.parameter().qualifiedFrom(table.level())
              + "@"
              + at.date().qualifiedFrom(table.level());
      questions.put(name, at::value);
    } else if (entry instanceof OutputEntry.Scaled scaled) {
      dated(table, scaled.of(), questions);
    } else if (entry instanceof OutputEntry.Extreme extreme) {
      extreme.arguments().forEach(argument -> dated(table, argument, questions));
    }
  }
}
