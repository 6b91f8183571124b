package dev.huikuan.decision.offer;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Recommendation.Because;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Forms offers of one kind: receivables with equal terms stand together. */
final class Grouping {

  /** Reasons that are named, when there are many receivables. */
  private static final int MOST_REASONS = 6;

  /** The offers that can be made; what spoke against the others. */
  record Outcome(List<Offer> offers, List<Because> because) {}

  private Grouping() {}

  /**
   * @param judge the terms of a receivable, currency included, or why there are none
   * @param make the offer on those of equal terms, or why there is none
   */
  static <T> Outcome of(
      Ground ground,
      Function<OpenItem, Verdict<T>> judge,
      BiFunction<T, List<OpenItem>, Verdict<Offer>> make) {
    Map<T, List<OpenItem>> groups = new LinkedHashMap<>();
    Set<Because> because = new LinkedHashSet<>();
    for (OpenItem item : ground.items()) {
      List<Because> general = ground.objection(item).stream().toList();
      Verdict<T> verdict = general.isEmpty() ? judge.apply(item) : Verdict.no(general);
      verdict
          .granted()
          .ifPresent(terms -> groups.computeIfAbsent(terms, t -> new ArrayList<>()).add(item));
      because.addAll(verdict.because());
    }
    List<Offer> offers = new ArrayList<>();
    groups.forEach(
        (terms, items) -> {
          Verdict<Offer> verdict = make.apply(terms, items);
          verdict.granted().ifPresent(offers::add);
          because.addAll(verdict.because());
        });
    if (ground.items().isEmpty()) {
      because.add(
          Verdict.needs("outstanding", ground.book().account("outstanding"), "> 0")
              .in(ground.book().facts().baseCurrency()));
    }
    return new Outcome(List.copyOf(offers), because.stream().limit(MOST_REASONS).toList());
  }

  static List<String> ids(List<OpenItem> items) {
    return items.stream().map(OpenItem::id).toList();
  }
}
