package dev.huikuan.policy.verification;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.OutputEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows make another row say nothing where both match. A result that is not a constant is
 * taken to be neither better nor worse than any other.
 */
final class Precedence {

  private final TableRegions regions;
  private final HitPolicy policy;
  private final List<List<OptionalLong>> ranks = new ArrayList<>();

  Precedence(TableRegions regions) {
    this.regions = regions;
    this.policy = regions.table().hitPolicy();
    for (DecisionTable.Row row : regions.table().rows()) {
      ranks.add(ranks(row));
    }
  }

  /** True when the order of the rows has no say, so that either of two equals can go. */
  boolean isOrderFree() {
    return policy == HitPolicy.ANY
        || policy == HitPolicy.COLLECT
        || policy == HitPolicy.COLLECT_MIN
        || policy == HitPolicy.COLLECT_MAX;
  }

  /** True when a row that matches leaves another without effect. */
  boolean silences(int one, int other) {
    if (regions.isOtherwise(one) || regions.isOtherwise(other)) {
      return !regions.isOtherwise(one);
    }
    return switch (policy) {
      case FIRST -> one < other;
      case PRIORITY -> outranks(one, other);
      case RULE_ORDER -> one < other && regions.keys().sameOutputs(one, other);
      case ANY, COLLECT -> regions.keys().sameOutputs(one, other);
      case COLLECT_MIN, COLLECT_MAX -> isBeyond(one, other);
      case UNIQUE, COLLECT_SUM, COLLECT_COUNT -> false;
    };
  }

  /** As PRIORITY orders: column by column, the first that differs decides, then the row. */
  private boolean outranks(int one, int other) {
    for (int i = 0; i < ranks.get(one).size(); i++) {
      OptionalLong left = ranks.get(one).get(i);
      OptionalLong right = ranks.get(other).get(i);
      if (left.isEmpty() || right.isEmpty()) {
        return false;
      }
      if (left.getAsLong() != right.getAsLong()) {
        return left.getAsLong() < right.getAsLong();
      }
    }
    return one < other;
  }

  /** In each column as low, under C&gt; as high, or the other row decides nothing there. */
  private boolean isBeyond(int one, int other) {
    for (int i = 0; i < ranks.get(one).size(); i++) {
      OptionalLong left = ranks.get(one).get(i);
      OptionalLong right = ranks.get(other).get(i);
      if (left.isEmpty() || right.isEmpty() || left.getAsLong() > right.getAsLong()) {
        return false;
      }
    }
    return true;
  }

  private List<OptionalLong> ranks(DecisionTable.Row row) {
    List<OptionalLong> all = new ArrayList<>();
    for (int i = 0; i < row.outputs().size(); i++) {
      Term term = regions.table().outputs().get(i).term().term();
      Optional<OutputEntry> entry = row.outputs().get(i).entry();
      if (policy == HitPolicy.PRIORITY) {
        if (term.type() == TermType.CODE && !term.values().isEmpty()) {
          all.add(entry.map(e -> place(e, term)).orElse(OptionalLong.of(term.values().size())));
        }
      } else if (policy == HitPolicy.COLLECT_MIN || policy == HitPolicy.COLLECT_MAX) {
        all.add(entry.map(e -> point(e, term)).orElse(OptionalLong.of(Long.MAX_VALUE)));
      }
    }
    return all;
  }

  private static OptionalLong place(OutputEntry entry, Term term) {
    if (entry instanceof OutputEntry.Literal literal
        && literal.constant() instanceof Value.Code code) {
      List<String> codes = term.values().stream().map(v -> v.code()).toList();
      int place = codes.indexOf(code.code());
      return OptionalLong.of(place < 0 ? codes.size() : place);
    }
    return OptionalLong.empty();
  }

  private OptionalLong point(OutputEntry entry, Term term) {
    if (entry instanceof OutputEntry.Literal literal) {
      long point = Interval.Axis.of(term.type()).point(literal.constant());
      return OptionalLong.of(policy == HitPolicy.COLLECT_MIN ? point : -point);
    }
    return OptionalLong.empty();
  }
}
