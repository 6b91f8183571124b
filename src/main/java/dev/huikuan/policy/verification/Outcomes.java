package dev.huikuan.policy.verification;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.HitPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What matching rows say together, results and reasons, as something that can be compared. */
final class Outcomes {

  private static final List<Integer> CLASH = List.of(-1);

  private final TableRegions regions;
  private final Precedence precedence;
  private final int[] reasons;

  Outcomes(TableRegions regions) {
    this.regions = regions;
    this.precedence = new Precedence(regions);
    this.reasons = new int[regions.rows()];
    Map<Optional<Text>, Integer> seen = new HashMap<>();
    for (int row = 0; row < reasons.length; row++) {
      Integer known = seen.putIfAbsent(regions.row(row).reason(), seen.size());
      reasons[row] = known == null ? seen.size() - 1 : known;
    }
  }

  /** True when two values of a dimension lead to different outcomes of these rows. */
  boolean differ(Dimension dimension, long[] rows) {
    List<Integer> first = of(Bits.both(rows, dimension.sure()[0]));
    for (int c = 1; c < dimension.size(); c++) {
      if (!of(Bits.both(rows, dimension.sure()[c])).equals(first)) {
        return true;
      }
    }
    return false;
  }

  private List<Integer> of(long[] matching) {
    long[] rows = withoutDefault(matching);
    int first = Bits.first(rows);
    if (first < 0) {
      return List.of();
    }
    HitPolicy policy = regions.table().hitPolicy();
    return switch (policy) {
      case FIRST -> said(first);
      case UNIQUE -> Bits.count(rows) > 1 ? CLASH : said(first);
      case ANY -> agree(rows, first) ? said(first) : CLASH;
      case PRIORITY -> said(best(rows, first));
      default -> all(rows);
    };
  }

  private long[] withoutDefault(long[] rows) {
    int last = regions.rows() - 1;
    if (!regions.isOtherwise(last) || Bits.count(rows) < 2) {
      return rows;
    }
    long[] others = rows.clone();
    Bits.drop(others, last);
    return others;
  }

  private List<Integer> said(int row) {
    return List.of(regions.keys().outputs()[row], reasons[row]);
  }

  private boolean agree(long[] rows, int first) {
    for (int row = Bits.next(rows, first + 1); row >= 0; row = Bits.next(rows, row + 1)) {
      if (!regions.keys().sameOutputs(first, row)) {
        return false;
      }
    }
    return true;
  }

  private int best(long[] rows, int first) {
    int best = first;
    for (int row = Bits.next(rows, first + 1); row >= 0; row = Bits.next(rows, row + 1)) {
      best = precedence.silences(best, row) ? best : row;
    }
    return best;
  }

  private List<Integer> all(long[] rows) {
    List<Integer> all = new ArrayList<>();
    Bits.each(rows, row -> all.addAll(said(row)));
    return all;
  }
}
