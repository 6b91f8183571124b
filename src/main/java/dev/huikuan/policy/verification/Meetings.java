package dev.huikuan.policy.verification;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows share a value with a region: per dimension the rows of its classes together, kept for
 * each cell as it stands in the table.
 */
final class Meetings {

  private static final int BLOCK = 32;

  private final List<Dimension> dimensions;
  private final int rows;
  private final List<Map<long[], long[]>> known = new ArrayList<>();
  private final List<long[][]> blocks = new ArrayList<>();

  Meetings(List<Dimension> dimensions, int rows) {
    this.dimensions = dimensions;
    this.rows = rows;
    for (Dimension dimension : dimensions) {
      known.add(new IdentityHashMap<>());
      blocks.add(blocks(dimension));
    }
  }

  private long[][] blocks(Dimension dimension) {
    long[][] joined = new long[(dimension.size() + BLOCK - 1) / BLOCK][];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = Bits.none(rows);
      for (int c = i * BLOCK; c < Math.min(dimension.size(), (i + 1) * BLOCK); c++) {
        Bits.join(joined[i], dimension.sure()[c]);
      }
    }
    return joined;
  }

  /** Rows that have a value of the region in every dimension. */
  long[] of(Region region) {
    long[] meeting = Bits.all(rows);
    for (int d = 0; d < dimensions.size(); d++) {
      int at = d;
      long[] side = region.side(d);
      Bits.keep(meeting, known.get(d).computeIfAbsent(side, s -> meeting(at, s)));
    }
    return meeting;
  }

  private long[] meeting(int d, long[] side) {
    Dimension dimension = dimensions.get(d);
    long[] rowsOf = Bits.none(rows);
    for (int block = 0; block * BLOCK < dimension.size(); block++) {
      int from = block * BLOCK;
      int to = Math.min(dimension.size(), from + BLOCK);
      long inside = side[from >>> 6] >>> (from & 63) & (1L << BLOCK) - 1;
      if (inside == (1L << to - from) - 1) {
        Bits.join(rowsOf, blocks.get(d)[block]);
      } else if (inside != 0) {
        for (int c = Bits.next(side, from); c >= 0 && c < to; c = Bits.next(side, c + 1)) {
          Bits.join(rowsOf, dimension.sure()[c]);
        }
      }
    }
    return rowsOf;
  }
}
