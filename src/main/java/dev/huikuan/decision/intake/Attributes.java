package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes that the policy declares as given, by level and by the name they are sent under.
 */
final class Attributes {

  private final Map<Level, Map<String, Term>> declared = new EnumMap<>(Level.class);

  Attributes(Vocabulary vocabulary) {
    for (Level level : Level.values()) {
      declared.put(level, new LinkedHashMap<>());
    }
    for (Term term : vocabulary.terms()) {
      if (term.origin() == Origin.GIVEN) {
        sentAs(term).ifPresent(name -> declared.get(term.level()).put(name, term));
      }
    }
  }

  /** The name under {@code attributes}; empty for terms that stand elsewhere in the case. */
  private static Optional<String> sentAs(Term term) {
    String where = term.where();
    int at = where.indexOf("attributes.");
    if (where.isEmpty()) {
      return Optional.of(term.code());
    }
    return at < 0 ? Optional.empty() : Optional.of(where.substring(at + "attributes.".length()));
  }

  /** What is wrong with the attributes of one customer, contract or receivable. */
  List<CaseFault> faults(JsonNode attributes, Level level, String pointer) {
    List<CaseFault> faults = new ArrayList<>();
    Map<String, Term> terms = declared.get(level);
    for (var names = attributes.fieldNames();
        names.hasNext() && faults.size() < CaseSchema.MAX_FAULTS; ) {
      String name = names.next();
      String place = Pointers.child(pointer, name);
      JsonNode node = attributes.get(name);
      if (!terms.containsKey(name)) {
        faults.add(FaultWords.unknownProperty(place, name, terms.keySet()));
      } else if (!node.isNull() && value(node, terms.get(name)).isEmpty()) {
        faults.add(unfit(place, node, terms.get(name)));
      }
    }
    return faults;
  }

  /** The values by term code; null on a date is not yet, on anything else unknown. */
  Map<String, Value> values(JsonNode attributes, Level level) {
    Map<String, Value> values = new LinkedHashMap<>();
    declared
        .get(level)
        .forEach(
            (name, term) -> {
              JsonNode node = attributes.path(name);
              if (node.isNull() && term.type() == TermType.DATE) {
                values.put(term.code(), Value.NOT_YET);
              } else if (!node.isNull() && !node.isMissingNode()) {
                values.put(term.code(), value(node, term).orElse(Value.UNKNOWN));
              }
            });
    return values;
  }

  /** The value that a JSON node is for a term; empty when it does not fit. */
  static Optional<Value> value(JsonNode node, Term term) {
    return switch (term.type()) {
      case WHOLE_NUMBER, NUMBER, MONEY, PERCENT, RATIO, DAYS -> number(node, term);
      case DATE -> text(node).flatMap(Dates::date).map(Value::date);
      case TIME -> text(node).flatMap(Attributes::time);
      case YES_NO ->
          node.isBoolean() ? Optional.of(Value.flag(node.asBoolean())) : Optional.empty();
      case CODE -> text(node).filter(code -> allows(term, code)).map(Value::code);
      case CODES -> codes(node, term);
      case TEXT -> text(node).map(words -> Value.words(Text.same(words)));
    };
  }

  private static Optional<Value> number(JsonNode node, Term term) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    BigDecimal number = node.decimalValue();
    long micros = Micros.exact(number);
    boolean fits =
        (!term.type().isWhole() || micros % Micros.ONE == 0)
            && term.min().map(min -> micros >= min).orElse(true)
            && term.max().map(max -> micros <= max).orElse(true);
    return fits ? Optional.of(Value.number(micros)) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && node.asText().length() <= 500
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  private static Optional<Value> time(String text) {
    try {
      return Optional.of(Value.time(LocalTime.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean allows(Term term, String code) {
    return !code.isBlank() && (term.values().isEmpty() || term.allowed(code).isPresent());
  }

  private static Optional<Value> codes(JsonNode node, Term term) {
    List<String> codes = new ArrayList<>();
    for (JsonNode item : node) {
      text(item).filter(code -> allows(term, code)).ifPresent(codes::add);
    }
    return node.isArray() && node.size() <= 200 && codes.size() == node.size()
        ? Optional.of(Value.codes(codes))
        : Optional.empty();
  }

  static CaseFault unfit(String pointer, JsonNode node, Term term) {
    if (!term.values().isEmpty() && node.isTextual()) {
      List<String> allowed = term.values().stream().map(v -> v.code()).toList();
      return FaultWords.notInList(pointer, FaultWords.shown(node), allowed);
    }
    String range = range(term);
    String found = FaultWords.shown(node);
    return new CaseFault(
        pointer,
        node.isNumber() && term.type().isNumeric() ? "RANGE" : "TYPE",
        new Text(
            "应为" + term.type().label().zh() + range + "，实为 " + found,
            "expected " + term.type().label().en() + range + ", found " + found));
  }

  private static String range(Term term) {
    if (term.min().isEmpty() && term.max().isEmpty()) {
      return "";
    }
    String low = term.min().map(m -> Micros.toDecimal(m).toPlainString()).orElse("");
    String high = term.max().map(m -> Micros.toDecimal(m).toPlainString()).orElse("");
    return " " + low + ".." + high;
  }
}
