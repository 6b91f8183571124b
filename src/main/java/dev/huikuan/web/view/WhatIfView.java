package dev.huikuan.web.view;

import dev.huikuan.web.view.DeskView.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The form in which facts are changed, and what that changes.
 *
 * @param asked something is assumed, well or badly
 * @param pay as typed
 * @param payFault what is wrong with it; empty: nothing
 * @param fields facts that are offered at once
 * @param more further ones
 * @param others facts that may be added to the form
 * @param faults of no single field
 * @param differences empty when nothing is assumed, or badly
 */
public record WhatIfView(
    boolean asked,
    String pay,
    String payFault,
    List<FactField> fields,
    List<FactField> more,
    List<Choice> others,
    List<String> faults,
    Optional<DifferencesView> differences) {

  /**
   * A fact that may be changed.
   *
   * @param name of the field
   * @param type choice, number, date or time
   * @param choices of a choice, the first of which leaves it as it is
   * @param hint what it is now, and what fits
   * @param fault what is wrong with what was typed; empty: nothing
   * @param added by the reader, so it is where the reader goes on
   */
  public record FactField(
      String name,
      String label,
      String type,
      List<Choice> choices,
      String value,
      String hint,
      String fault,
      boolean added) {}

  /** Something is wrong with what was typed. */
  public boolean isFaulty() {
    return !payFault.isEmpty()
        || !faults.isEmpty()
        || fields.stream().anyMatch(field -> !field.fault().isEmpty())
        || more.stream().anyMatch(field -> !field.fault().isEmpty());
  }

  /** Further facts are shown at once where one of them is in use. */
  public boolean showsMore() {
    return more.stream().anyMatch(f -> !f.value().isEmpty() || !f.fault().isEmpty() || f.added());
  }
}
