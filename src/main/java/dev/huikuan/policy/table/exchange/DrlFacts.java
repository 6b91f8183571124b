package dev.huikuan.policy.table.exchange;

import dev.huikuan.policy.table.exchange.DrlFields.Field;
import java.util.List;

/** The facts that the rules of a table need. */
final class DrlFacts {

  private DrlFacts() {}

  static String declared(DrlFields read, DrlFields decided, DrlHitPolicy hitPolicy) {
    StringBuilder text = new StringBuilder();
    text.append("\n// What is asked about.\ndeclare Case\n    id : String\n    asOf : long\n");
    fields(text, read.all());
    text.append("end\n\n// A row that matched, and what it decides.\n");
    text.append("declare MatchedRow\n    of : String\n    place : int\n    row : String\n");
    for (int i = 1; i <= hitPolicy.ranked().size(); i++) {
      text.append("    rank").append(i).append(" : int\n");
    }
    fields(text, decided.all());
    text.append(
        """
        end

        // A row that matched against the hit policy.
        declare Violated
            of : String
            place : int
            row : String
        end

        // What all rows that matched make of one column.
        declare Total
            of : String
            column : String
            value : Long
        end
        """);
    return text.toString();
  }

  private static void fields(StringBuilder text, List<Field> fields) {
    for (Field field : fields) {
      text.append("    ").append(field.name()).append(" : ").append(field.javaType());
      text.append("   // ").append(DrlWords.comment(field.comment())).append("\n");
      if (field.hasNotYet()) {
        text.append("    ").append(field.notYet()).append(" : boolean\n");
      }
    }
  }
}
