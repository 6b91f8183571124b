package dev.huikuan.decision.facts;

import dev.huikuan.domain.ActionTaken;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The position on the dunning ladder. The running <em>episode</em> begins on the due date of the
 * oldest receivable that is still overdue; an action that names only receivables which are not
 * overdue does not count; nothing overdue: no episode, level 0.
 */
final class Ladder {

  private record Step(int level, LocalDate day) {}

  private final Settings settings;
  private final Catalogue actions;
  private final AsOf asOf;
  private final Known<List<Step>> steps;

  Ladder(Case theCase, List<OpenItem> items, Catalogue actions, Settings settings) {
    this.settings = settings;
    this.actions = actions;
    this.asOf = theCase.asOf();
    List<OpenItem> late =
        items.stream().filter(i -> i.due().isOverdue() && i.outstanding().signum() > 0).toList();
    Optional<LocalDate> begin =
        late.stream().flatMap(i -> i.due().on().stream()).min(LocalDate::compareTo);
    Set<String> lateIds = late.stream().map(OpenItem::id).collect(Collectors.toSet());
    this.steps = theCase.actionsTaken().map(taken -> steps(taken, begin, lateIds));
  }

  private List<Step> steps(
      List<ActionTaken> taken, Optional<LocalDate> begin, Set<String> lateIds) {
    List<Step> result = new ArrayList<>();
    for (ActionTaken action : taken) {
      LocalDate day = asOf.dateOf(action.at());
      boolean inEpisode = begin.map(first -> !day.isBefore(first)).orElse(false);
      boolean meant =
          action.receivableIds().isEmpty()
              || action.receivableIds().stream().anyMatch(lateIds::contains);
      int level = levelOf(action.code());
      if (inEpisode && meant && level > 0) {
        result.add(new Step(level, day));
      }
    }
    return result;
  }

  private int levelOf(String code) {
    return actions.find(code).flatMap(a -> a.whole(CatalogueColumns.DUNNING_LEVEL)).orElse(0);
  }

  /** The highest level reached in the episode, 0 if none, unknown without a history. */
  Value lastLevel() {
    return steps.isKnown() ? Value.whole(highest()) : Value.UNKNOWN;
  }

  private int highest() {
    return steps.get().stream().mapToInt(Step::level).max().orElse(0);
  }

  /**
   * The level that may be taken now, given the level that is due. One step up from the last when
   * its wait has passed since the last ladder action (parameter resumeLadder CLOSEST: up to the
   * level due at once), else where it stands, never above what is due. Without a history no higher
   * than firstContactMaxLevel.
   */
  Value level(Value levelDue) {
    if (!(levelDue instanceof Value.Num number)) {
      return Value.UNKNOWN;
    }
    int due = number.decimal().intValue();
    if (!steps.isKnown()) {
      return Value.whole(Math.min(due, settings.whole("firstContactMaxLevel")));
    }
    int last = highest();
    boolean up = due > last && waited(last);
    int next = settings.code("resumeLadder").orElse("").equals("CLOSEST") ? due : last + 1;
    return Value.whole(up ? next : Math.min(last, due));
  }

  private boolean waited(int last) {
    return last == 0
        || steps.get().stream()
            .map(Step::day)
            .max(LocalDate::compareTo)
            .map(day -> ChronoUnit.DAYS.between(day, asOf.date()))
            .map(days -> days >= settings.whole("stepWaitDays" + last))
            .orElse(true);
  }
}
