package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that match the same case under a hit policy that forbids it; the default row clashes with
 * none. The row that meets most others is told first, with all of them: it is the one to narrow.
 */
final class MeetingCheck {

  /** So many partners of a row are named. */
  private static final int MOST_NAMED = 50;

  private final TableCheck check;
  private final TableRegions regions;

  MeetingCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
  }

  /**
   * @param duplicates rows that repeat another, reported as such
   */
  void run(long[] duplicates) {
    HitPolicy policy = check.table().hitPolicy();
    for (boolean same : new boolean[] {false, true}) {
      if (Severities.meeting(policy, same).isPresent()) {
        report(same, meetings(same, duplicates));
      }
    }
  }

  /** For each row the others that it meets, with equal or with different results. */
  private long[][] meetings(boolean same, long[] duplicates) {
    long[][] meetings = new long[regions.rows()][];
    for (int row = 0; row < meetings.length; row++) {
      int at = row;
      long[] partners = Bits.none(meetings.length);
      if (counts(row, duplicates) && !regions.sure(row).isEmpty()) {
        Bits.each(
            regions.meeting(regions.sure(row)),
            other -> {
              if (other != at
                  && counts(other, duplicates)
                  && regions.keys().sameOutputs(at, other) == same) {
                Bits.add(partners, other);
              }
            });
      }
      meetings[row] = partners;
    }
    return meetings;
  }

  private boolean counts(int row, long[] duplicates) {
    return !Bits.has(duplicates, row) && !regions.isOtherwise(row);
  }

  private void report(boolean same, long[][] meetings) {
    int[] counts = new int[meetings.length];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = Bits.count(meetings[row]);
    }
    int told = 0;
    for (int most = most(counts); counts[most] > 0; most = most(counts)) {
      if (told++ <= Findings.SHOWN) {
        check.findings().add(finding(same, most, meetings[most]));
      }
      int row = most;
      Bits.each(
          meetings[row],
          other -> {
            Bits.drop(meetings[other], row);
            counts[other]--;
          });
      counts[row] = 0;
    }
    check.findings().more(code(same), told - Findings.SHOWN - 1);
  }

  /** The row with most partners; of equals the last, so that of two rows the later is told. */
  private static int most(int[] counts) {
    int most = 0;
    for (int row = 0; row < counts.length; row++) {
      most = counts[row] >= counts[most] ? row : most;
    }
    return most;
  }

  private static Code code(boolean same) {
    return same ? Code.OVERLAP : Code.CONFLICT;
  }

  private Finding finding(boolean same, int row, long[] partners) {
    List<Integer> rows = new ArrayList<>(List.of(row));
    for (int other = Bits.first(partners);
        other >= 0 && rows.size() <= MOST_NAMED;
        other = Bits.next(partners, other + 1)) {
      rows.add(other);
    }
    Region both = regions.sure(row).and(regions.sure(rows.get(1)));
    Text where = Phrases.conditions(regions, both, regions.everything());
    String id = "`" + regions.row(row).id() + "`";
    Text others = Phrases.rows(Phrases.ids(check.table(), partners));
    Text first = Phrases.rows(List.of(regions.row(rows.get(1)).id()));
    boolean several = Bits.count(partners) > 1;
    String zhWhere = several ? "例如与 " + first.zh() + " 同时符合 " : "同时符合 ";
    String enWhere = several ? ", with " + first.en() + " for example for " : " for ";
    Text results =
        same ? new Text("结果相同", "with equal results") : new Text("结果不同", "with different results");
    return check
        .about(
            Severities.meeting(check.table().hitPolicy(), same).orElseThrow(),
            code(same),
            rows,
            new Text(
                id + " 与 " + others.zh() + " 重叠而" + results.zh() + "：" + zhWhere + where.zh(),
                id + " and " + others.en() + " both match " + results.en() + enWhere + where.en()),
            expected(same))
        .shownBy(check.examples().in(both));
  }

  private Text expected(boolean same) {
    return same && check.table().hitPolicy() == HitPolicy.UNIQUE
        ? new Text(
            "改条件使两行不重叠，或合并为一行，或把命中策略改为 ANY",
            "narrow the conditions, make the rows one, or use the hit policy ANY")
        : new Text(
            "改条件使两行不重叠，或把命中策略改为 FIRST", "narrow the conditions, or use the hit policy FIRST");
  }
}
