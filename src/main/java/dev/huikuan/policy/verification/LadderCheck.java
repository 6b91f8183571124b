package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.ValueSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Levels that do not go with their thresholds. Rows that differ in one ordered condition only are
 * the rungs of a ladder; the level of {@code dunningLevelDue} may not fall as the threshold rises,
 * and in any other ladder of four rungs and more no rung, and no two that were swapped, may go
 * against all others.
 */
final class LadderCheck {

  private static final String KNOWN_LADDER = "dunningLevelDue";

  /** A row as a rung: from which point on, which level. */
  private record Rung(int row, long from, long level) {}

  private final TableCheck check;
  private final TableRegions regions;

  LadderCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
  }

  void run() {
    if (!Severities.ladders(check.table().hitPolicy())) {
      return;
    }
    for (int output = 0; output < check.table().outputs().size(); output++) {
      Term term = check.table().outputs().get(output).term().term();
      if (term.type() == TermType.WHOLE_NUMBER) {
        for (int d = 0; d < regions.dimensions().size(); d++) {
          ladders(d, output, term);
        }
      }
    }
  }

  private void ladders(int d, int output, Term term) {
    Map<List<Integer>, List<Rung>> ladders = new LinkedHashMap<>();
    for (int row = 0; row < regions.rows(); row++) {
      Optional<Rung> rung = rung(row, d, output);
      if (rung.isPresent()) {
        ladders
            .computeIfAbsent(regions.keys().conditions(row, d), k -> new ArrayList<>())
            .add(rung.get());
      }
    }
    for (List<Rung> ladder : ladders.values()) {
      ladder.sort(Comparator.comparingLong(Rung::from).thenComparing(Rung::row));
      if (term.code().equals(KNOWN_LADDER)) {
        falling(ladder, d, term);
      } else if (ladder.size() > 3) {
        odd(ladder, d, term);
      }
    }
  }

  private Optional<Rung> rung(int row, int d, int output) {
    Dimension dimension = regions.dimensions().get(d);
    OptionalLong from = OptionalLong.empty();
    long[] side = Bits.both(regions.sure(row).side(d), dimension.known());
    if (!dimension.isOpen(row)) {
      for (int c = Bits.first(side); c >= 0; c = Bits.next(side, c + 1)) {
        for (ValueSet set : dimension.classes().get(c)) {
          if (set instanceof ValueSet.Stretch stretch
              && (from.isEmpty() || stretch.first() < from.getAsLong())) {
            from = OptionalLong.of(stretch.first());
          }
        }
      }
    }
    Optional<OutputEntry> entry = regions.row(row).outputs().get(output).entry();
    boolean level =
        entry
            .filter(e -> e instanceof OutputEntry.Literal l && l.constant() instanceof Value.Num)
            .isPresent();
    return level && from.isPresent()
        ? Optional.of(
            new Rung(
                row,
                from.getAsLong(),
                ((Value.Num) ((OutputEntry.Literal) entry.get()).constant()).micros()))
        : Optional.empty();
  }

  private void falling(List<Rung> ladder, int d, Term term) {
    for (int i = 1; i < ladder.size(); i++) {
      Rung lower = ladder.get(i - 1);
      Rung higher = ladder.get(i);
      if (lower.from < higher.from && lower.level > higher.level) {
        report(higher, lower, d, term);
      }
    }
  }

  /** Without one rung the ladder rises, or falls, all along. */
  private void odd(List<Rung> ladder, int d, Term term) {
    for (int direction : new int[] {1, -1}) {
      if (isOrdered(ladder, direction)) {
        return;
      }
    }
    List<Integer> odd = new ArrayList<>();
    for (int i = 0; i < ladder.size(); i++) {
      List<Rung> others = new ArrayList<>(ladder);
      others.remove(i);
      if (isOrdered(others, 1) || isOrdered(others, -1)) {
        odd.add(i);
      }
    }
    boolean swapped = odd.size() == 2 && odd.get(1) == odd.get(0) + 1;
    if (odd.size() == 1 || swapped) {
      int at = odd.get(odd.size() - 1);
      report(ladder.get(at), ladder.get(at == 0 ? 1 : at - 1), d, term);
    }
  }

  private static boolean isOrdered(List<Rung> ladder, int direction) {
    for (int i = 1; i < ladder.size(); i++) {
      if (Long.compare(ladder.get(i).level, ladder.get(i - 1).level) * direction <= 0) {
        return false;
      }
    }
    return true;
  }

  private void report(Rung rung, Rung other, int d, Term term) {
    Wordings words = new Wordings(regions.dimensions().get(d));
    Text label = words.label();
    String one = regions.row(rung.row).id();
    String two = regions.row(other.row).id();
    String level = Wordings.number(rung.level, term.type());
    String otherLevel = Wordings.number(other.level, term.type());
    Text values = words.values(regions.sure(rung.row).side(d));
    Text otherValues = words.values(regions.sure(other.row).side(d));
    check
        .findings()
        .add(
            check
                .about(
                    Severities.of(Code.LADDER_ORDER),
                    Code.LADDER_ORDER,
                    List.of(rung.row, other.row),
                    new Text(
                        "阶梯次序不对：`" + one + "` " + label.zh() + " " + values.zh() + " 得 "
                            + term.label().zh() + " " + level + "，而 `" + two + "` "
                            + otherValues.zh() + " 得 " + otherLevel,
                        "out of order: `" + one + "` gives " + term.label().en() + " " + level
                            + " for " + label.en() + " " + values.en() + ", but `" + two
                            + "` gives " + otherLevel + " for " + otherValues.en()),
                    new Text("级别随阈值上升", "a level that goes with its threshold"))
                .shownBy(check.examples().in(regions.sure(rung.row))));
  }
}
