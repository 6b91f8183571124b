package dev.huikuan.bench;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The limit: per column sorted boundaries and, for each region between them, the set of rows; the
 * sets are intersected and the first bit taken. Plain arrays, no types, no periods, no trace.
 */
final class BitSets {

  private final int[] columns;
  private final int[][] bounds;
  private final long[][][] rows;
  private final int words;

  BitSets(Workload.Table table) {
    List<Workload.Cells> all = table.rows();
    this.columns = table.columns();
    this.words = (all.size() + 63) / 64;
    this.bounds = new int[columns.length][];
    this.rows = new long[columns.length][][];
    for (int c = 0; c < columns.length; c++) {
      TreeSet<Integer> starts = new TreeSet<>(List.of(0));
      for (Workload.Cells row : all) {
        starts.add(row.low()[c]);
        starts.add(row.high()[c] + 1);
      }
      bounds[c] = starts.stream().mapToInt(i -> i).toArray();
      rows[c] = new long[bounds[c].length][words];
      for (int region = 0; region < bounds[c].length; region++) {
        for (int r = 0; r < all.size(); r++) {
          int start = bounds[c][region];
          if (all.get(r).low()[c] <= start && start <= all.get(r).high()[c]) {
            rows[c][region][r >> 6] |= 1L << r;
          }
        }
      }
    }
  }

  /** The first row that matches; −1 when none does. */
  int first(int[] facts, long[] scratch) {
    Arrays.fill(scratch, 0, words, -1L);
    for (int c = 0; c < columns.length; c++) {
      int at = Arrays.binarySearch(bounds[c], facts[columns[c]]);
      long[] region = rows[c][at >= 0 ? at : -at - 2];
      for (int w = 0; w < words; w++) {
        scratch[w] &= region[w];
      }
    }
    for (int w = 0; w < words; w++) {
      if (scratch[w] != 0) {
        return (w << 6) + Long.numberOfTrailingZeros(scratch[w]);
      }
    }
    return -1;
  }
}
