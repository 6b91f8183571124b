package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A term in words: type, unit, bounds and values with their labels. */
public final class TermWords {

  private TermWords() {}

  /** One line of each language. */
  public static Text description(Term term) {
    return new Text(
        String.join("；", facts(term, Language.ZH)), String.join("; ", facts(term, Language.EN)));
  }

  private static List<String> facts(Term term, Language language) {
    boolean zh = language == Language.ZH;
    List<String> facts = new ArrayList<>();
    String unit = term.unit().isEmpty() ? "" : " (" + term.unit() + ")";
    facts.add((zh ? "类型：" : "Type: ") + term.type().label().in(language) + unit);
    bounds(term).ifPresent(bounds -> facts.add((zh ? "范围：" : "Range: ") + bounds));
    if (!term.values().isEmpty()) {
      facts.add((zh ? "取值：" : "Values: ") + values(term.values(), language));
    }
    return facts;
  }

  private static Optional<String> bounds(Term term) {
    String min = term.min().map(TermWords::number).orElse("");
    String max = term.max().map(TermWords::number).orElse("");
    if (min.isEmpty() && max.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        min.isEmpty() ? "<= " + max : max.isEmpty() ? ">= " + min : min + ".." + max);
  }

  private static String number(long micros) {
    return Micros.toDecimal(micros).toPlainString();
  }

  private static String values(List<AllowedValue> values, Language language) {
    return values.stream()
        .map(value -> value.code() + " " + value.label().in(language))
        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }
}
