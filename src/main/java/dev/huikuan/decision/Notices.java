package dev.huikuan.decision;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Recommendation.Advice;
import dev.huikuan.domain.Recommendation.Alert;
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

/** Alerts and advice, from rules, from rows, and from holds whose work can wait. */
final class Notices {

  /** Something that a row says about one code. */
  private record Said(CatalogueEntry entry, Hit hit) {}

  private final Draft draft;
  private final Reasons reasons;

  Notices(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.reasons = reasons;
  }

  /** In the order of the catalogue, those of rules before those of rows. */
  List<Alert> alerts() {
    Catalogue catalogue = draft.policy().alerts();
    List<Alert> alerts = new ArrayList<>();
    byRules(Emission.Alert.class, catalogue)
        .forEach(
            (code, receivables) ->
                alerts.add(
                    alert(
                        catalogue.get(code),
                        List.copyOf(receivables),
                        Optional.empty(),
                        text(catalogue.get(code)))));
    for (Said said : byRows("alert", catalogue)) {
      alerts.add(alert(said.entry(), List.of(), Optional.of(said.hit()), text(said)));
    }
    return onePerCode(alerts, Alert::code, Notices::together, catalogue);
  }

  private Alert alert(
      CatalogueEntry entry, List<String> receivables, Optional<Hit> row, Text text) {
    return new Alert(
        entry.code(),
        entry.label(),
        entry.column(CatalogueColumns.SEVERITY),
        receivables,
        row.filter(Notices::readsContract).isPresent() ? leadingContract() : List.of(),
        row.map(hit -> hit.row().id()),
        text);
  }

  private static boolean readsContract(Hit hit) {
    return hit.tested().stream()
        .anyMatch(cell -> cell.column().term().term().level() == Level.CONTRACT);
  }

  private List<String> leadingContract() {
    return draft.facts().leading().flatMap(item -> item.receivable().contractId()).stream()
        .toList();
  }

  /** In the order of the catalogue: what holds call for, then rules, then rows. */
  List<Advice> advice() {
    Catalogue catalogue = draft.policy().advice();
    List<Advice> advice = new ArrayList<>(ofHolds(catalogue));
    byRules(Emission.Advice.class, catalogue)
        .forEach(
            (code, receivables) ->
                advice.add(
                    advice(
                        catalogue.get(code),
                        Map.of(),
                        List.copyOf(receivables),
                        Optional.empty(),
                        text(catalogue.get(code)))));
    for (Said said : byRows("advice", catalogue)) {
      Map<String, Value> values = new TreeMap<>(said.hit().outputs());
      values.remove("advice");
      advice.add(
          advice(said.entry(), values, List.of(), Optional.of(said.hit().row().id()), text(said)));
    }
    return onePerCode(advice, Advice::code, Notices::together, catalogue);
  }

  /** What is said several times of one code stands once, in the catalogue's order. */
  private static <T> List<T> onePerCode(
      List<T> said, Function<T, String> code, BinaryOperator<T> together, Catalogue catalogue) {
    Map<String, T> byCode = new LinkedHashMap<>();
    said.forEach(one -> byCode.merge(code.apply(one), one, together));
    return byCode.values().stream()
        .sorted(Comparator.comparing(one -> catalogue.order(code.apply(one))))
        .toList();
  }

  /** The first row that says it gives the words. */
  private static Alert together(Alert one, Alert other) {
    Alert spoken = one.row().isPresent() || other.row().isEmpty() ? one : other;
    return new Alert(
        spoken.code(),
        spoken.label(),
        spoken.severity(),
        union(one.receivables(), other.receivables()),
        union(one.contracts(), other.contracts()),
        spoken.row(),
        spoken.text());
  }

  private static Advice together(Advice one, Advice other) {
    Advice spoken = one.row().isPresent() || other.row().isEmpty() ? one : other;
    return new Advice(
        spoken.code(),
        spoken.label(),
        spoken.ownerRole(),
        spoken.values(),
        union(one.receivables(), other.receivables()),
        spoken.row(),
        spoken.text());
  }

  private static List<String> union(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** What an amount hold calls for while something else can be collected. */
  private List<Advice> ofHolds(Catalogue catalogue) {
    List<Advice> advice = new ArrayList<>();
    if (ListCandidates.nothingElse(draft)) {
      return advice;
    }
    Map<String, TreeSet<String>> receivables = new LinkedHashMap<>();
    for (HeldBack hold : draft.holds()) {
      String instead = hold.entry().column(CatalogueColumns.INSTEAD);
      boolean meant = hold.takesAmount() && !instead.equals(draft.choice().code());
      if (meant && catalogue.find(instead).filter(entry -> !entry.disabled()).isPresent()) {
        receivables.computeIfAbsent(instead, code -> new TreeSet<>()).addAll(hold.receivables());
      }
    }
    receivables.forEach(
        (code, ids) ->
            advice.add(
                advice(
                    catalogue.get(code),
                    Map.of(),
                    List.copyOf(ids),
                    Optional.empty(),
                    text(catalogue.get(code)))));
    return advice;
  }

  private static Advice advice(
      CatalogueEntry entry,
      Map<String, Value> values,
      List<String> receivables,
      Optional<String> row,
      Text text) {
    return new Advice(
        entry.code(),
        entry.label(),
        Optional.of(entry.column(CatalogueColumns.OWNER_ROLE)).filter(role -> !role.isEmpty()),
        values,
        receivables,
        row,
        text);
  }

  private <T extends Emission> Map<String, TreeSet<String>> byRules(
      Class<T> kind, Catalogue catalogue) {
    Map<String, TreeSet<String>> byCode = new TreeMap<>();
    for (T emission : draft.said(kind)) {
      if (!catalogue.get(emission.code()).disabled()) {
        byCode
            .computeIfAbsent(emission.code(), code -> new TreeSet<>())
            .addAll(emission.receivables());
      }
    }
    return byCode;
  }

  private List<Said> byRows(String term, Catalogue catalogue) {
    List<Said> found = new ArrayList<>();
    for (TableRun run : draft.runs()) {
      for (Hit hit : run.matched() ? run.result().hits() : List.<Hit>of()) {
        for (String code : codes(hit.outputs().getOrDefault(term, Value.UNKNOWN))) {
          catalogue
              .find(code)
              .filter(entry -> !entry.disabled())
              .ifPresent(entry -> found.add(new Said(entry, hit)));
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
  private Text text(Said said) {
    boolean own = said.hit().row().reason().filter(reason -> !reason.isEmpty()).isPresent();
    return own ? reasons.of(said.hit(), Optional.empty()) : text(said.entry());
  }

  private Text text(CatalogueEntry entry) {
    Text text = entry.text(CatalogueColumns.TEXT);
    return reasons.printer().fill(text.isEmpty() ? entry.label() : text, Optional.empty());
  }
}
