package dev.huikuan.web.view;

import java.util.List;
import java.util.Map;

/**
 * What was typed into an outcome's form and could not be recorded.
 *
 * @param values by the name of the field
 * @param faults sentences by the name of the field; under the empty name those of none
 */
public record OutcomeTyped(
    Map<String, String> values, List<String> receivables, Map<String, String> faults) {

  /** A fresh form. */
  public static final OutcomeTyped NOTHING = new OutcomeTyped(Map.of(), List.of(), Map.of());

  public OutcomeTyped {
    values = Map.copyOf(values);
    receivables = List.copyOf(receivables);
    faults = Map.copyOf(faults);
  }

  boolean isFresh() {
    return equals(NOTHING);
  }

  /** What is wrong with a field; empty: nothing. */
  String fault(String name) {
    return faults.getOrDefault(name, "");
  }

  /** The type that was chosen; empty in a fresh form. */
  String type() {
    return values.getOrDefault("type", "");
  }
}
