package dev.huikuan.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things of two answers that are the same thing, found by a name; equal names count on. */
final class ByName {

  private ByName() {}

  static <T> Map<String, T> of(List<T> all, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T one : all) {
      byName.put(free(byName, name.apply(one)), one);
    }
    return byName;
  }

  private static String free(Map<String, ?> taken, String name) {
    String free = name;
    for (int i = 2; taken.containsKey(free); i++) {
      free = name + "\n" + i;
    }
    return free;
  }
}
