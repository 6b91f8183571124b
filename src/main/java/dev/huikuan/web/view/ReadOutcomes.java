package dev.huikuan.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.records.Outcome.Type;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.OutcomeView.Field;
import dev.huikuan.web.view.OutcomeView.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms for what may have happened, filled with what is most likely. */
public final class ReadOutcomes {

  /** Of each of these one click tells everything. */
  private static final List<Type> QUICK = List.of(Type.CONTACTED, Type.NO_ANSWER, Type.REFUSED);

  private final OutcomeFields.Offered offered;
  private final Labels labels;
  private final OutcomeTyped typed;

  private ReadOutcomes(OutcomeFields.Offered offered, Labels labels, OutcomeTyped typed) {
    this.offered = offered;
    this.labels = labels;
    this.typed = typed;
  }

  /**
   * @param answer what was recommended, in the reader's language
   * @param labels of the policy in service, which decides anew
   * @param channels by which one may be in contact
   * @param payDay when a customer who promises most likely pays
   */
  public static OutcomeView of(
      String action,
      String key,
      JsonNode answer,
      Labels labels,
      List<String> channels,
      LocalDate payDay,
      OutcomeTyped typed) {
    ReadOutcomes read =
        new ReadOutcomes(new OutcomeFields.Offered(answer, channels, payDay), labels, typed);
    List<Choice> quick = QUICK.stream().map(type -> read.choice(type, false)).toList();
    return new OutcomeView(action, key, quick, read.forms());
  }

  private Choice choice(Type type, boolean chosen) {
    return new Choice(type.name(), labels.of(OutcomeWords.of(type)), chosen);
  }

  private List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    OutcomeFields promise = fields(Type.PROMISE);
    forms.add(form(Type.PROMISE, promise, promise.amount(), promise.promisedOn(), promise.note()));
    OutcomeFields paid = fields(Type.PAID);
    forms.add(form(Type.PAID, paid, paid.amount(), paid.note()));
    OutcomeFields disputed = fields(Type.DISPUTED);
    forms.add(form(Type.DISPUTED, disputed, disputed.disputed(), disputed.note()));
    if (!disputed.made().isEmpty()) {
      OutcomeFields taken = fields(Type.OFFER_ACCEPTED);
      forms.add(form(Type.OFFER_ACCEPTED, taken, taken.offer(true), taken.note()));
      OutcomeFields declined = fields(Type.OFFER_DECLINED);
      forms.add(form(Type.OFFER_DECLINED, declined, declined.offer(false), declined.note()));
    }
    OutcomeFields other = fields(Type.OVERRIDDEN);
    forms.add(form(Type.OVERRIDDEN, other, other.action(), other.reason()));
    forms.add(withNote());
    return List.copyOf(forms);
  }

  private boolean isTyped(Type type) {
    return typed.type().equals(type.name());
  }

  private OutcomeFields fields(Type type) {
    return fields(isTyped(type));
  }

  private OutcomeFields fields(boolean again) {
    return new OutcomeFields(offered, again ? typed : OutcomeTyped.NOTHING, labels);
  }

  private Form form(Type type, OutcomeFields fields, Field... main) {
    return form(
        type.name().toLowerCase(Locale.ROOT),
        type.name(),
        labels.of(OutcomeWords.of(type)),
        isTyped(type),
        List.of(main),
        fields.more(type != Type.PAID));
  }

  /** For what one click cannot tell: with a note, a channel, a day; and for what is no outcome. */
  private Form withNote() {
    boolean other = Stream.of(Type.values()).noneMatch(this::isTyped);
    boolean open = !typed.isFresh() && (other || QUICK.stream().anyMatch(this::isTyped));
    OutcomeFields fields = fields(open);
    List<Choice> types = QUICK.stream().map(type -> choice(type, isTyped(type))).toList();
    return form(
        "noted",
        "",
        labels.of(AccountPhrase.WITH_MORE),
        open,
        List.of(fields.type(types), fields.note()),
        fields.more(true));
  }

  private Form form(
      String name, String type, String label, boolean open, List<Field> main, List<Field> more) {
    return new Form(name, type, label, open, open ? rest(main, more) : List.of(), main, more);
  }

  /** What is wrong and belongs to no field of the form. */
  private List<String> rest(List<Field> main, List<Field> more) {
    Set<String> names =
        Stream.concat(main.stream(), more.stream()).map(Field::name).collect(Collectors.toSet());
    return typed.faults().entrySet().stream()
        .filter(fault -> !names.contains(fault.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
