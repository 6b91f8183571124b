package dev.huikuan.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor asks for what follows; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

  /** Items of a page unless it is said how many. */
  public static final int USUAL = 50;

  /** The most items of a page. */
  public static final int MOST = 500;

  public Page {
    items = List.copyOf(items);
  }

  /** The page of a list that was read with one item more than wanted. */
  public static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
    if (read.size() <= limit) {
      return new Page<>(read, Optional.empty());
    }
    List<T> items = read.subList(0, limit);
    return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
  }
}
