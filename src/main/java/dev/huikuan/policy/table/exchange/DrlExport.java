package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import java.nio.charset.StandardCharsets;

/**
 * A table as Drools rules that stand alone: the text declares its facts and functions, has one rule
 * for each row and rules for the hit policy. Numbers are exact millionths, so that rules and index
 * give the same answers; the tests hold them to that.
 */
final class DrlExport implements TableExport {

  @Override
  public String extension() {
    return "drl";
  }

  @Override
  public byte[] write(DecisionTable table, Vocabulary words) {
    DrlFields read = DrlFields.read(table);
    DrlFields decided = DrlFields.decided(table);
    DrlHitPolicy hitPolicy = new DrlHitPolicy(table, decided);
    String rules =
        hitPolicy.functions()
            + new DrlRows(table, read, decided, hitPolicy, words).rules()
            + hitPolicy.rules();
    String text =
        new DrlHead(table, hitPolicy).written()
            + DrlFacts.declared(read, decided, hitPolicy)
            + DrlFunctions.calledBy(rules)
            + rules;
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
