package dev.huikuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.web.view.Assumed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader assumes, from the fields of a page to the what-if of a case. */
final class Assumptions {

  private static final int MOST = 40;
  private static final int LONGEST = 200;

  private Assumptions() {}

  /**
   * Reads the fields.
   *
   * @param sent of a query or a form, by name
   */
  static Assumed of(Map<String, List<String>> sent) {
    Map<String, String> set = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          if (name.startsWith(Assumed.FIELD) && name.length() <= LONGEST && set.size() < MOST) {
            set.put(name.substring(Assumed.FIELD.length()), first(values));
          }
        });
    return new Assumed(
        first(sent.getOrDefault("pay", List.of())),
        set,
        first(sent.getOrDefault("add", List.of())));
  }

  private static String first(List<String> values) {
    String text = values.isEmpty() ? "" : values.get(0).strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** As it would stand in the case; texts that do not fit stay, for the reader to say so. */
  static ObjectNode whatIf(Assumed assumed, Vocabulary vocabulary) {
    ObjectNode whatIf = JsonNodeFactory.instance.objectNode();
    if (!assumed.pay().isEmpty()) {
      whatIf.putObject("pay").set("percent", number(assumed.pay()));
    }
    assumed
        .set()
        .forEach(
            (code, typed) -> {
              if (!typed.isEmpty()) {
                TermType type =
                    vocabulary.find(code).map(term -> term.type()).orElse(TermType.TEXT);
                whatIf.withObjectProperty("set").set(code, value(typed, type));
              }
            });
    return whatIf;
  }

  private static JsonNode value(String typed, TermType type) {
    if (typed.equals(Assumed.UNKNOWN)) {
      return NullNode.getInstance();
    }
    if (type == TermType.YES_NO && (typed.equals("yes") || typed.equals("no"))) {
      return BooleanNode.valueOf(typed.equals("yes"));
    }
    return type.isNumeric() ? number(typed) : TextNode.valueOf(typed);
  }

  /** A text that is no number stays one: the reader says what is wrong with it. */
  private static JsonNode number(String typed) {
    String digits = typed.replace(",", "");
    return digits.matches("-?\\d{1,12}(\\.\\d{1,6})?")
        ? DecimalNode.valueOf(new BigDecimal(digits))
        : TextNode.valueOf(typed);
  }

  /** The sentences by their places. */
  static Map<String, String> faults(InvalidCase invalid, Language language) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (CaseFault fault : invalid.faults()) {
      faults.putIfAbsent(fault.pointer(), fault.message().in(language));
    }
    return faults;
  }
}
