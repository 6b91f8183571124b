package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult;
import java.util.List;
import java.util.Map;

/** Two forms of the same tables say the same of every reading. */
final class SameMeaning {

  private SameMeaning() {}

  /** Compares tables in pairs by evaluation on cases that like the boundaries of their cells. */
  static void assertSame(List<DecisionTable> ones, List<DecisionTable> others, int cases) {
    assertThat(others.stream().map(DecisionTable::code).toList())
        .isEqualTo(ones.stream().map(DecisionTable::code).toList());
    for (int i = 0; i < ones.size(); i++) {
      DecisionTable one = ones.get(i);
      DecisionTable other = others.get(i);
      assertThat(head(other)).isEqualTo(head(one));
      TableIndex first = TableIndex.of(one);
      TableIndex second = TableIndex.of(other);
      Facts facts = new Facts(List.of(one), 11 + i);
      for (int n = 0; n < cases; n++) {
        facts.shake();
        if (!one.effective().contains(facts.asOf())) {
          continue;
        }
        Reading reading = facts.reading(one.level(), Map.of());
        assertThat(said(second.evaluate(reading)))
            .as("%s, case %s", one.code(), n)
            .isEqualTo(said(first.evaluate(reading)));
      }
    }
  }

  private static List<Object> head(DecisionTable table) {
    return List.of(
        table.code(),
        table.label(),
        table.hitPolicy(),
        table.effective(),
        table.description().strip(),
        table.noMatch(),
        table.level(),
        table.inputs().stream().map(DecisionTable.Column::term).toList(),
        table.outputs().stream().map(DecisionTable.Column::term).toList(),
        table.rows().stream().map(DecisionTable.Row::id).toList(),
        table.rows().stream().map(DecisionTable.Row::reason).toList(),
        table.rows().stream().map(row -> row.note().strip()).toList());
  }

  private static List<Object> said(TableResult result) {
    return List.of(
        result.made(),
        result.hits().stream().map(hit -> hit.row().id()).toList(),
        result.hits().stream().map(TableResult.Hit::outputs).toList(),
        result.violated(),
        result.outputs());
  }
}
