package dev.huikuan.web.view;

import dev.huikuan.web.view.DeskView.Choice;
import java.util.List;

/**
 * The forms in which what happened is recorded.
 *
 * @param action where they are posted
 * @param key makes what is posted twice one outcome; each form adds its own name
 * @param quick outcomes that need no more than one click
 * @param forms the others
 */
public record OutcomeView(String action, String key, List<Choice> quick, List<Form> forms) {

  /**
   * A form for one kind of outcome.
   *
   * @param name tells it from the others of the page
   * @param type the outcome's; empty where a field asks for it
   * @param open it is shown at once: something in it is to be corrected
   * @param faults what is wrong and belongs to no field
   * @param more fields that are seldom needed
   */
  public record Form(
      String name,
      String type,
      String label,
      boolean open,
      List<String> faults,
      List<Field> fields,
      List<Field> more) {

    /** Something in the fields that are seldom needed is to be corrected. */
    public boolean showsMore() {
      return more.stream().anyMatch(field -> !field.fault().isEmpty());
    }

    /** An id on the page for a field. */
    public String id(Field field) {
      return name + "-" + field.name();
    }
  }

  /**
   * A field.
   *
   * @param kind amount, date, note, choice or checks
   * @param unit of an amount
   * @param groups what there is to choose from; the name of a group is often empty
   * @param fault what is wrong with what was typed; empty: nothing
   */
  public record Field(
      String name,
      String kind,
      String label,
      String value,
      String unit,
      boolean required,
      List<Group> groups,
      String fault) {}

  /** Choices that belong together. */
  public record Group(String label, List<Choice> choices) {}
}
