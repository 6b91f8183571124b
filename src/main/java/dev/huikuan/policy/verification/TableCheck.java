package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One table under analysis: its regions, what was found, what could not be decided.
 *
 * @param index evaluates the examples
 * @param effort what all checks of the table may spend together
 * @param undecided check → how far it came
 */
record TableCheck(
    TableIndex index,
    TableRegions regions,
    Examples examples,
    Effort effort,
    Findings findings,
    Map<Code, Text> undecided) {

  static TableCheck of(
      TableIndex index, TableRegions regions, Optional<Catalogue> actions, Findings findings) {
    return new TableCheck(
        index,
        regions,
        new Examples(regions, actions),
        new Effort(Verification.STEPS),
        findings,
        new TreeMap<>());
  }

  DecisionTable table() {
    return regions.table();
  }

  /** A finding about rows, at the first of them. */
  Finding about(Severity severity, Code code, List<Integer> rows, Text message, Text expected) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(table().rows().get(row).id()));
    String location =
        rows.isEmpty() ? table().location() : table().rows().get(rows.get(0)).location();
    return Finding.error(code, location, message)
        .as(severity)
        .about(table().code(), ids)
        .found("", expected, List.of());
  }

  /** Says of a check how far it came before its work was used up. */
  void gaveUp(Code code, String zh, String en) {
    undecided.put(code, new Text(zh, en));
  }

  /** {@code path#Sheet!} or {@code path#}, before the address of a cell. */
  String sheet() {
    String location = table().location();
    int mark = Math.max(location.lastIndexOf('!'), location.lastIndexOf('#'));
    return location.substring(0, mark + 1);
  }
}
