package dev.huikuan.web.studio;

import dev.huikuan.policy.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a sheet are shown at a time: those above its table always, of the others a part.
 *
 * @param numbers of the rows in order; a negative one stands for rows without content up to there
 * @param first of the part that moves
 * @param last of it
 * @param before a row of the part before; empty when this is the first
 * @param after a row of the part behind
 */
record ShownRows(
    List<Integer> numbers, int first, int last, Optional<Integer> before, Optional<Integer> after) {

  /** The most cells of a page. */
  private static final int MOST_CELLS = 12_000;

  private static final int MOST_ROWS = 400;
  private static final int FEWEST_ROWS = 20;

  /** More blank rows than this are passed over. */
  private static final int BLANKS = 3;

  /**
   * @param head the rows that are always shown end here
   * @param wanted a row that must be among those shown; 0: the first
   * @param fresh a row that can be written is shown behind the last
   */
  static ShownRows of(Grid grid, int head, int wanted, boolean fresh) {
    List<Integer> all = numbered(grid, fresh);
    int fixed = 0;
    while (fixed < all.size() && Math.abs(all.get(fixed)) <= Math.min(head, MOST_ROWS)) {
      fixed++;
    }
    int columns = Math.max(1, grid.lastColumn());
    int size = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / columns));
    List<Integer> body = all.subList(fixed, all.size());
    int at = 0;
    while (at + size < body.size() && Math.abs(body.get(at + size)) <= wanted) {
      at += size;
    }
    int end = Math.min(body.size(), at + size);
    List<Integer> shown = new ArrayList<>(all.subList(0, fixed));
    shown.addAll(body.subList(at, end));
    return new ShownRows(
        shown,
        body.isEmpty() ? 0 : Math.abs(body.get(at)),
        body.isEmpty() ? 0 : Math.abs(body.get(end - 1)),
        at == 0 ? Optional.empty() : Optional.of(Math.abs(body.get(at - 1))),
        end == body.size() ? Optional.empty() : Optional.of(Math.abs(body.get(end))));
  }

  private static List<Integer> numbered(Grid grid, boolean fresh) {
    List<Integer> numbers = new ArrayList<>();
    int last = 0;
    for (int row : grid.rows().keySet()) {
      if (row - last - 1 > BLANKS) {
        numbers.add(-(row - 1));
      } else {
        for (int blank = last + 1; blank < row; blank++) {
          numbers.add(blank);
        }
      }
      numbers.add(row);
      last = row;
    }
    if (fresh) {
      numbers.add(last + 1);
    }
    return numbers;
  }

  boolean isPart() {
    return before.isPresent() || after.isPresent();
  }

  boolean shows(int row) {
    return numbers.contains(row);
  }

  /** The first row of those that are passed over at this place of the list. */
  int gapFrom(int index) {
    return index == 0 ? 1 : Math.abs(numbers.get(index - 1)) + 1;
  }

  /** How many lines of the page the rows from one to another take. */
  int lines(int from, int to) {
    int lines = 0;
    for (int number : numbers) {
      int row = Math.abs(number);
      lines += row >= from && row <= to ? 1 : 0;
    }
    return lines;
  }
}
