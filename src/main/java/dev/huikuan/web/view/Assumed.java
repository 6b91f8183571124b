package dev.huikuan.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader assumes, as typed.
 *
 * @param pay percent of what is outstanding that is paid; empty: nothing
 * @param set facts by the code of their term; an empty text leaves one as it is
 * @param add code of a fact that is to be added to the form; empty: none
 */
public record Assumed(String pay, Map<String, String> set, String add) {

  /** What begins the names of fields for facts. */
  public static final String FIELD = "set.";

  /** What stands for a fact that is not known; no code may be called so. */
  public static final String UNKNOWN = "unknown";

  /** Nothing is assumed. */
  public static final Assumed NOTHING = new Assumed("", Map.of(), "");

  public Assumed {
    set = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** Something is to be worked out. */
  public boolean isSomething() {
    return !pay.isEmpty() || set.values().stream().anyMatch(value -> !value.isEmpty());
  }

  /** Codes of the facts that are in the form beside those that always are. */
  List<String> codes() {
    return java.util.stream.Stream.concat(
            set.keySet().stream(), java.util.stream.Stream.of(add).filter(c -> !c.isEmpty()))
        .distinct()
        .toList();
  }
}
