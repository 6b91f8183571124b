package dev.huikuan.web.view;

import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.CaseView.DemoLink;
import java.util.List;

/**
 * Where a case is made: in a form, as JSON, or from one of the examples.
 *
 * @param faults faults that belong to no field of the form, one sentence each
 */
public record TryView(
    Frame frame, List<Group> groups, CaseForm pasted, List<String> faults, List<DemoLink> demos) {

  /**
   * Fields that belong together.
   *
   * @param open shown at once; else behind its title
   */
  public record Group(String title, List<Field> fields, boolean open) {

    /** True when something in it must be seen. */
    public boolean isShown() {
      return open || fields.stream().anyMatch(f -> !f.value().isEmpty() || f.isWrong());
    }
  }

  /**
   * A field of the form.
   *
   * @param name the place in the case that it fills, a JSON Pointer
   * @param kind text, number, date, or select
   * @param hint what it counts; may be empty
   * @param choices of a select
   * @param fault what is wrong with what was entered; empty when nothing is
   */
  public record Field(
      String name,
      String label,
      String kind,
      String hint,
      boolean required,
      List<Choice> choices,
      String value,
      String fault) {

    public boolean isWrong() {
      return !fault.isEmpty();
    }

    /** Usable as the id of an element. */
    public String id() {
      return "field" + name.replace('/', '-');
    }
  }

  /** One of a list. */
  public record Choice(String code, String label) {}

  /** How many fields were filled wrongly, and how many faults belong to none. */
  public long wrong() {
    return faults.size()
        + groups.stream().flatMap(g -> g.fields().stream()).filter(Field::isWrong).count();
  }
}
