package dev.huikuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.policy.Policy;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.TryView.Choice;
import dev.huikuan.web.view.TryView.Field;
import dev.huikuan.web.view.TryView.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case as a form: one field for each fact that the policy's vocabulary says is sent of a
 * customer, a receivable and its contract. What is left empty is not sent, so it is unknown.
 */
final class CaseFields {

  private static final String CUSTOMER = "/customer/";
  private static final String RECEIVABLE = "/receivables/0/";
  private static final String CONTRACT = "/contracts/0/";

  /** What a case is about at least, shown before everything else. */
  private static final List<String> FIRST =
      List.of(
          CUSTOMER + "id",
          CUSTOMER + "name",
          RECEIVABLE + "id",
          RECEIVABLE + "currency",
          RECEIVABLE + "amount",
          RECEIVABLE + "outstanding",
          RECEIVABLE + "dueOn",
          "/asOf",
          "/bankDataAsOf");

  private static final Set<String> REQUIRED =
      Set.of(CUSTOMER + "id", RECEIVABLE + "id", RECEIVABLE + "amount");

  /** What stands in the form before anybody has written into it. */
  private static final Map<String, String> BEGUN =
      Map.of(CUSTOMER + "id", "C-1001", RECEIVABLE + "id", "INV-1");

  private static final int LONGEST = 200;

  private record Asked(
      String name, String label, TermType type, String hint, List<Choice> choices) {}

  private final Language language;
  private final Map<String, Asked> all = new LinkedHashMap<>();

  CaseFields(Policy policy, Language language) {
    this.language = language;
    own(CUSTOMER + "id", Phrase.CUSTOMER_ID, TermType.TEXT);
    own(CUSTOMER + "name", Phrase.CUSTOMER_NAME, TermType.TEXT);
    own(RECEIVABLE + "id", Phrase.RECEIVABLE_ID, TermType.TEXT);
    own("/asOf", Phrase.AS_OF, TermType.DATE);
    own("/bankDataAsOf", Phrase.BANK_DATA_AS_OF, TermType.DATE);
    policy.vocabulary().terms().forEach(this::term);
    own(RECEIVABLE + "dispute/amount", Phrase.DISPUTED_AMOUNT, TermType.MONEY);
  }

  private void own(String name, Phrase label, TermType type) {
    all.put(name, new Asked(name, label.in(language), type, "", List.of()));
  }

  private void term(Term term) {
    boolean sent = term.origin() == Origin.GIVEN || term.code().equals("outstanding");
    place(term)
        .filter(name -> sent && !all.containsKey(name))
        .ifPresent(
            name ->
                all.put(
                    name,
                    new Asked(
                        name, term.label().in(language), term.type(), hint(term), choices(term))));
  }

  private static Optional<String> place(Term term) {
    String where = term.where();
    Map<Level, String> folders =
        Map.of(Level.ACCOUNT, CUSTOMER, Level.RECEIVABLE, RECEIVABLE, Level.CONTRACT, CONTRACT);
    int dot = where.indexOf('.');
    boolean known =
        Set.of("customer", "receivable", "contract").contains(where.substring(0, Math.max(dot, 0)));
    return known && folders.containsKey(term.level())
        ? Optional.of(folders.get(term.level()) + where.substring(dot + 1).replace('.', '/'))
        : Optional.empty();
  }

  private String hint(Term term) {
    return switch (term.type()) {
      case PERCENT -> "%";
      case RATIO -> "0 – 1";
      case DAYS -> Phrase.DAYS.in(language);
      default -> "";
    };
  }

  private List<Choice> choices(Term term) {
    if (term.type() == TermType.YES_NO) {
      return List.of(
          new Choice("true", Phrase.YES.in(language)), new Choice("false", Phrase.NO.in(language)));
    }
    return term.values().stream()
        .map(value -> new Choice(value.code(), value.label().in(language)))
        .toList();
  }

  /** The form before anything was entered. */
  List<Group> empty() {
    return groups(BEGUN, List.of());
  }

  /**
   * The form as it was filled.
   *
   * @param entered by name
   * @param faults those of places that have a field stand at it
   */
  List<Group> groups(Map<String, String> entered, List<CaseFault> faults) {
    List<String> rest = all.keySet().stream().filter(name -> !FIRST.contains(name)).toList();
    return List.of(
        group(Phrase.FORM_FIRST, FIRST, true, entered, faults),
        group(Phrase.FORM_CUSTOMER, within(rest, CUSTOMER), false, entered, faults),
        group(Phrase.FORM_RECEIVABLE, within(rest, RECEIVABLE), false, entered, faults),
        group(Phrase.FORM_CONTRACT, within(rest, CONTRACT), false, entered, faults));
  }

  private static List<String> within(List<String> names, String folder) {
    return names.stream().filter(name -> name.startsWith(folder)).toList();
  }

  private Group group(
      Phrase title,
      List<String> names,
      boolean open,
      Map<String, String> entered,
      List<CaseFault> faults) {
    List<Field> fields =
        names.stream()
            .filter(all::containsKey)
            .map(name -> field(all.get(name), entered.getOrDefault(name, ""), faults))
            .toList();
    return new Group(title.in(language), fields, open);
  }

  private Field field(Asked asked, String value, List<CaseFault> faults) {
    String kind =
        !asked.choices().isEmpty()
            ? "select"
            : asked.type() == TermType.DATE ? "date" : asked.type().isNumeric() ? "number" : "text";
    String fault =
        faults.stream()
            .filter(f -> f.pointer().equals(asked.name()))
            .map(f -> f.message().in(language))
            .findFirst()
            .orElse("");
    boolean required = REQUIRED.contains(asked.name());
    return new Field(
        asked.name(), asked.label(), kind, asked.hint(), required, asked.choices(), value, fault);
  }

  /** The faults that no field of the form can show. */
  List<String> elsewhere(List<CaseFault> faults) {
    return faults.stream()
        .filter(fault -> !all.containsKey(fault.pointer()))
        .map(fault -> fault.message().in(language))
        .distinct()
        .toList();
  }

  /** What was entered, by name; names that are no field's are passed over. */
  Map<String, String> entered(Map<String, List<String>> form) {
    Map<String, String> entered = new LinkedHashMap<>();
    for (String name : all.keySet()) {
      String value = String.join("", form.getOrDefault(name, List.of())).strip();
      if (!value.isEmpty()) {
        entered.put(name, value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    return entered;
  }

  /** The case that was entered, as it would be sent. */
  ObjectNode json(Map<String, String> entered) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    List<String> order = new ArrayList<>(List.of("/asOf", "/bankDataAsOf"));
    order.addAll(all.keySet());
    for (String name : order) {
      if (entered.containsKey(name)) {
        put(json, name, value(all.get(name).type(), entered.get(name)));
      }
    }
    if (json.has("contracts")) {
      ((ObjectNode) json.at("/contracts/0")).put("id", "K-1");
      put(json, RECEIVABLE + "contractId", TextNode.valueOf("K-1"));
    }
    return json;
  }

  /** What is no number stays a text: the reader of cases says at its place what is wrong. */
  private static JsonNode value(TermType type, String written) {
    if (type == TermType.YES_NO) {
      return written.equals("true") || written.equals("false")
          ? BooleanNode.valueOf(written.equals("true"))
          : TextNode.valueOf(written);
    }
    String plain = written.replace(",", "").replace("，", "");
    return type.isNumeric() && plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")
        ? DecimalNode.valueOf(new BigDecimal(plain))
        : TextNode.valueOf(written);
  }

  private static void put(ObjectNode root, String name, JsonNode value) {
    String[] steps = name.substring(1).split("/");
    JsonNode at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at instanceof ArrayNode list ? first(list) : child((ObjectNode) at, steps, i);
    }
    ((ObjectNode) at).set(steps[steps.length - 1], value);
  }

  private static JsonNode first(ArrayNode list) {
    return list.isEmpty() ? list.addObject() : list.get(0);
  }

  private static JsonNode child(ObjectNode parent, String[] steps, int i) {
    boolean list = steps[i + 1].equals("0");
    JsonNode there = parent.get(steps[i]);
    if (there != null) {
      return there;
    }
    return list ? parent.putArray(steps[i]) : parent.putObject(steps[i]);
  }
}
