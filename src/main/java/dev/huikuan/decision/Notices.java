package dev.huikuan.decision;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.table.TableResult.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** What alerts and advice have in common: said by rules or by rows, in the words of a catalogue. */
final class Notices {

  /** What a row says about one code. */
  record Said(CatalogueEntry entry, Hit hit) {}

  private final Draft draft;
  private final Reasons reasons;
  private final Catalogue catalogue;

  Notices(Draft draft, Reasons reasons, Catalogue catalogue) {
    this.draft = draft;
    this.reasons = reasons;
    this.catalogue = catalogue;
  }

  Optional<CatalogueEntry> entry(String code) {
    return catalogue.find(code).filter(entry -> !entry.disabled());
  }

  /** Codes that rules emitted, with the receivables they named. */
  <T extends Emission> Map<CatalogueEntry, List<String>> byRules(Class<T> kind) {
    Map<String, TreeSet<String>> byCode = new TreeMap<>();
    for (T emission : draft.said(kind)) {
      byCode
          .computeIfAbsent(emission.code(), code -> new TreeSet<>())
          .addAll(emission.receivables());
    }
    Map<CatalogueEntry, List<String>> said = new LinkedHashMap<>();
    byCode.forEach((code, ids) -> entry(code).ifPresent(e -> said.put(e, List.copyOf(ids))));
    return said;
  }

  /** Codes that rows of any table gave for a list term. */
  List<Said> byRows(String term) {
    List<Said> found = new ArrayList<>();
    for (TableRun run : draft.runs()) {
      for (Hit hit : run.matched() ? run.result().hits() : List.<Hit>of()) {
        for (String code : codes(hit.outputs().getOrDefault(term, Value.UNKNOWN))) {
          entry(code).ifPresent(entry -> found.add(new Said(entry, hit)));
        }
      }
    }
    return found;
  }

  private static List<String> codes(Value value) {
    if (value instanceof Value.Codes list) {
      return list.codes();
    }
    return value instanceof Value.Code code ? List.of(code.code()) : List.of();
  }

  /** The row's own reason where the analyst wrote one, else the catalogue's text. */
  Text text(Said said) {
    return reasons.written(said.hit(), Optional.empty()).orElseGet(() -> text(said.entry()));
  }

  Text text(CatalogueEntry entry) {
    Text text = entry.text(CatalogueColumns.TEXT);
    return reasons.printer().fill(text.isEmpty() ? entry.label() : text, Optional.empty());
  }

  /** What is said several times of one code stands once, in the catalogue's order. */
  <T> List<T> onePerCode(List<T> said, Function<T, String> code, BinaryOperator<T> together) {
    Map<String, T> byCode = new LinkedHashMap<>();
    said.forEach(one -> byCode.merge(code.apply(one), one, together));
    return byCode.values().stream()
        .sorted(Comparator.comparing(one -> catalogue.order(code.apply(one))))
        .toList();
  }

  static List<String> union(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
