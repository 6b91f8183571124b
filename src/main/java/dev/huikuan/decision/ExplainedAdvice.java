package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation.Advice;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is worth doing besides the action: for holds, from rules and from rows, one of each code.
 */
final class ExplainedAdvice {

  private final Draft draft;
  private final Notices notices;

  ExplainedAdvice(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.notices = new Notices(draft, reasons, draft.policy().advice());
  }

  List<Advice> list() {
    List<Advice> advice = new ArrayList<>();
    calledForByHolds().forEach((entry, ids) -> advice.add(advice(entry, ids)));
    notices.byRules(Emission.Advice.class).forEach((entry, ids) -> advice.add(advice(entry, ids)));
    for (Notices.Said said : notices.byRows("advice")) {
      Map<String, Value> values = new TreeMap<>(said.hit().outputs());
      values.remove("advice");
      Optional<String> row = Optional.of(said.hit().row().id());
      advice.add(advice(said.entry(), values, List.of(), row, notices.text(said)));
    }
    return notices.onePerCode(advice, Advice::code, ExplainedAdvice::together);
  }

  /** What an amount hold calls for while something else can be collected. */
  private Map<CatalogueEntry, List<String>> calledForByHolds() {
    Map<String, TreeSet<String>> byCode = new LinkedHashMap<>();
    for (HeldBack hold : draft.holds()) {
      String instead = hold.entry().column(CatalogueColumns.INSTEAD);
      if (hold.takesAmount() && !instead.equals(draft.choice().code())) {
        byCode.computeIfAbsent(instead, code -> new TreeSet<>()).addAll(hold.receivables());
      }
    }
    Map<CatalogueEntry, List<String>> advised = new LinkedHashMap<>();
    if (!ListCandidates.nothingElse(draft)) {
      byCode.forEach(
          (code, ids) ->
              notices.entry(code).ifPresent(entry -> advised.put(entry, List.copyOf(ids))));
    }
    return advised;
  }

  private Advice advice(CatalogueEntry entry, List<String> receivables) {
    return advice(entry, Map.of(), receivables, Optional.empty(), notices.text(entry));
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

  /** The first row that says it gives the words and values. */
  private static Advice together(Advice one, Advice other) {
    Advice spoken = one.row().isPresent() || other.row().isEmpty() ? one : other;
    return new Advice(
        spoken.code(),
        spoken.label(),
        spoken.ownerRole(),
        spoken.values(),
        Notices.union(one.receivables(), other.receivables()),
        spoken.row(),
        spoken.text());
  }
}
