package dev.huikuan.policy.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the ids that both lists have stand elsewhere: as few as can explain the new order. */
final class Order {

  private Order() {}

  static Set<String> moved(List<String> before, List<String> after) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      places.put(before.get(i), i);
    }
    List<String> common = after.stream().filter(places::containsKey).toList();
    Set<String> moved = new HashSet<>(common);
    longestRising(common.stream().map(places::get).toList())
        .forEach(index -> moved.remove(common.get(index)));
    return moved;
  }

  /** Indices of a longest subsequence that rises; by patience, n log n. */
  private static List<Integer> longestRising(List<Integer> values) {
    List<Integer> tops = new ArrayList<>();
    int[] previous = new int[values.size()];
    for (int i = 0; i < values.size(); i++) {
      int value = values.get(i);
      int pile =
          Collections.binarySearch(
              tops, i, (top, at) -> Integer.compare(values.get(top), value));
      pile = pile < 0 ? -pile - 1 : pile;
      previous[i] = pile == 0 ? -1 : tops.get(pile - 1);
      if (pile == tops.size()) {
        tops.add(i);
      } else {
        tops.set(pile, i);
      }
    }
    List<Integer> rising = new ArrayList<>();
    for (int i = tops.isEmpty() ? -1 : tops.get(tops.size() - 1); i >= 0; i = previous[i]) {
      rising.add(i);
    }
    return rising;
  }
}
