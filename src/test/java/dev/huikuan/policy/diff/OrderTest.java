package dev.huikuan.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said to have moved explains the new order, and nothing less would. */
class OrderTest {

  private static final List<String> BEFORE = List.of("a", "b", "c", "d", "e");

  @Test
  void ofEveryPermutationAsFewAsPossibleHaveMoved() {
    List<List<String>> all = new ArrayList<>();
    permutations(new ArrayList<>(), all);
    assertThat(all).hasSize(120);
    for (List<String> after : all) {
      Set<String> moved = Order.moved(BEFORE, after);
      assertThat(rest(after, moved)).isSorted();
      assertThat(BEFORE.size() - moved.size()).as(after.toString()).isEqualTo(longest(after));
    }
  }

  private static void permutations(List<String> begun, List<List<String>> all) {
    if (begun.size() == BEFORE.size()) {
      all.add(List.copyOf(begun));
    }
    for (String next : BEFORE) {
      if (!begun.contains(next)) {
        begun.add(next);
        permutations(begun, all);
        begun.remove(next);
      }
    }
  }

  private static List<String> rest(List<String> ids, Set<String> without) {
    return ids.stream().filter(id -> !without.contains(id)).toList();
  }

  /** By trying every subset. */
  private static int longest(List<String> ids) {
    int longest = 0;
    for (int subset = 0; subset < 1 << ids.size(); subset++) {
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        if ((subset >> i & 1) == 1) {
          kept.add(ids.get(i));
        }
      }
      if (kept.equals(kept.stream().sorted().toList())) {
        longest = Math.max(longest, kept.size());
      }
    }
    return longest;
  }

  @Test
  void whatIsNewOrGoneHasNotMoved() {
    assertThat(Order.moved(BEFORE, List.of("x", "b", "y", "d", "a"))).containsExactly("a");
    assertThat(Order.moved(List.of(), BEFORE)).isEmpty();
  }
}
