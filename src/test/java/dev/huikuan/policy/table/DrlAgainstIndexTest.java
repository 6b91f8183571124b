package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The index, Drools on the exported rules and a plain scan give one answer: random tables of every
 * hit policy and kind of cell, readings on and beside the boundaries, unknown and not yet.
 */
@Tag("law")
class DrlAgainstIndexTest {

  private static final int TABLES_EACH = 3;
  private static final int READINGS = 60;
  private static final int MOST_ROWS = 12;

  @Test
  void indexAndDroolsAndAScanGiveOneAnswer() {
    Map<DecisionTable, List<Reading>> asked = new HashMap<>();
    List<DecisionTable> tables = new ArrayList<>();
    for (HitPolicy hitPolicy : HitPolicy.values()) {
      int made = 0;
      for (int seed = 0; made < TABLES_EACH; seed++) {
        RandomTables random = new RandomTables(seed);
        DecisionTable table = random.table(hitPolicy);
        if (table.rows().size() <= MOST_ROWS) {
          DecisionTable named = named(table, hitPolicy.name() + "-" + made++);
          tables.add(named);
          asked.put(named, readings(random));
        }
      }
    }
    DroolsTables drools = DroolsTables.compile(tables, Words.VOCABULARY);
    for (DecisionTable table : tables) {
      TableIndex index = TableIndex.of(table);
      List<DroolsTables.Said> said = drools.ask(table, asked.get(table));
      for (int i = 0; i < READINGS; i++) {
        Reading reading = asked.get(table).get(i);
        TableResult result = index.evaluate(reading);
        assertThat(result).as(table.code()).isEqualTo(NaiveScan.evaluate(table, reading));
        assertThat(said.get(i))
            .as("%s, reading %s", table.code(), i)
            .isEqualTo(DroolsTables.said(result));
      }
    }
  }

  /** Values of their terms' types: the rules' facts are typed. */
  private static List<Reading> readings(RandomTables random) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      Map<String, Value> values = random.values();
      values
          .entrySet()
          .removeIf(e -> !DroolsTables.fits(e.getValue(), Words.ref(e.getKey()).term().type()));
      readings.add(Words.reading(values, random.day()));
    }
    return readings;
  }

  private static DecisionTable named(DecisionTable table, String code) {
    return new DecisionTable(
        code,
        table.label(),
        table.hitPolicy(),
        table.effective(),
        table.description(),
        table.noMatch(),
        table.level(),
        table.inputs(),
        table.outputs(),
        table.rows(),
        table.location());
  }
}
