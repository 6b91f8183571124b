package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableResult.NearMiss;
import dev.huikuan.policy.table.TableResult.Tested;
import java.util.ArrayList;
import java.util.List;

/** The rows in force that failed on fewest cells, in the order of the table. */
final class ClosestRows {

  private static final int MOST = 3;

  private ClosestRows() {}

  static List<NearMiss> of(DecisionTable table, Value[] values, Reading reading) {
    List<NearMiss> closest = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (Row row : table.rows()) {
      if (!row.effective().contains(reading.asOf())) {
        continue;
      }
      List<Tested> failed = failed(table, row, values, reading);
      if (failed.size() < fewest) {
        closest.clear();
        fewest = failed.size();
      }
      if (failed.size() == fewest && closest.size() < MOST) {
        closest.add(new NearMiss(row, failed));
      }
    }
    return List.copyOf(closest);
  }

  private static List<Tested> failed(
      DecisionTable table, Row row, Value[] values, Reading reading) {
    List<Tested> failed = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      DecisionTable.InputCell cell = row.inputs().get(i);
      if (!cell.test().matches(values[i], reading)) {
        failed.add(new Tested(table.inputs().get(i), values[i], cell));
      }
    }
    return List.copyOf(failed);
  }
}
