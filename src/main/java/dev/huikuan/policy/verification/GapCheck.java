package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.verification.CoverSearch.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Known facts that no row matches, as the largest regions that can be told with fewest conditions;
 * and for each column whether a fact that is not known has a row.
 */
final class GapCheck {

  /** So many gaps of a table are counted. */
  static final int MOST = 200;

  /** Terms that the product always has a value for. */
  private static final Set<String> ALWAYS_KNOWN =
      Set.of("action", "holds", "option", "option.kind");

  private final TableCheck check;
  private final TableRegions regions;
  private final Set<String> alwaysKnown;
  private final List<Region> gaps = new ArrayList<>();

  /**
   * @param alwaysKnown decided terms that are never without a value
   */
  GapCheck(TableCheck check, Set<String> alwaysKnown) {
    this.check = check;
    this.regions = check.regions();
    this.alwaysKnown = alwaysKnown;
  }

  void run() {
    if (!Severities.gapsMatter(check.table())) {
      return;
    }
    seek();
    report();
    for (int d = 0; d < regions.dimensions().size(); d++) {
      if (canBeAbsent(regions.dimensions().get(d))) {
        absent(d);
      }
    }
  }

  private void seek() {
    Region known = regions.known();
    Primes primes = new Primes(regions.possible(), known);
    CoverSearch search = new CoverSearch(regions.possible(), check.effort());
    Outcome outcome = search.each(known, part -> add(part, primes));
    if (outcome == Outcome.GAVE_UP) {
      check.gaveUp(
          Code.GAP,
          "缺口：查完规定的工作量时找到 " + gaps.size() + " 处，之后没有再查",
          "gaps: " + gaps.size() + " found when the allowed work was done; more were not sought");
    } else if (gaps.size() >= MOST) {
      check.gaveUp(
          Code.GAP,
          "缺口：数到 " + MOST + " 处为止，可能还有",
          "gaps: counted up to " + MOST + "; there may be more");
    }
  }

  /** Regions around a part until they have all of it; true when enough were found. */
  private boolean add(Region part, Primes primes) {
    var rest = new CoverSearch(gaps, check.effort()).uncovered(part);
    while (rest.isPresent() && gaps.size() < MOST) {
      gaps.add(primes.around(rest.get().corner()));
      rest = new CoverSearch(gaps, check.effort()).uncovered(part);
    }
    return gaps.size() >= MOST;
  }

  private void report() {
    Region known = regions.known();
    gaps.stream()
        .sorted(
            Comparator.comparingLong((Region gap) -> conditions(gap, known))
                .thenComparing(Comparator.comparingDouble((Region gap) -> share(gap, known)).reversed()))
        .limit(Findings.SHOWN + 1)
        .forEach(gap -> check.findings().add(finding(gap)));
    check.findings().more(Code.GAP, gaps.size() - Findings.SHOWN - 1);
  }

  private static long conditions(Region gap, Region known) {
    long conditions = 0;
    for (int d = 0; d < known.sides().size(); d++) {
      conditions += Bits.within(known.side(d), gap.side(d)) ? 0 : 1;
    }
    return conditions;
  }

  private static double share(Region gap, Region known) {
    double share = 1;
    for (int d = 0; d < known.sides().size(); d++) {
      share *= (double) Bits.count(gap.side(d)) / Bits.count(known.side(d));
    }
    return share;
  }

  private Finding finding(Region gap) {
    Text conditions = Phrases.conditions(regions, gap, regions.known());
    Text message =
        new Text(conditions.zh() + "：没有对应的行", conditions.en() + ": no row");
    return check
        .about(Severities.of(Code.GAP), Code.GAP, List.of(), message, expected())
        .shownBy(check.examples().in(withAbsent(gap)));
  }

  /** The gaps of the table, the largest regions with fewest conditions. */
  List<Region> found() {
    return gaps;
  }

  private static Text expected() {
    return new Text(
        "一行覆盖这种情况，或最后一行条件全空作默认，或在表头写 `无匹配 | NOTHING`",
        "a row for it, or a last row with empty conditions as the default, or `No match | NOTHING`"
            + " in the head");
  }

  /** The gap with facts unknown that make no difference to it. */
  private Region withAbsent(Region gap) {
    Region wide = gap;
    for (int d = 0; d < gap.sides().size(); d++) {
      Dimension dimension = regions.dimensions().get(d);
      if (Bits.within(regions.known().side(d), gap.side(d))) {
        Region only = wide.with(d, unknown(dimension));
        boolean free = !only.isEmpty() && regions.possible().stream().noneMatch(only::meets);
        wide = free ? only : wide;
      }
    }
    return wide;
  }

  private static long[] unknown(Dimension dimension) {
    long[] side = Bits.none(dimension.size());
    for (int c = 0; c < dimension.size(); c++) {
      if (dimension.classes().get(c).contains(
          dev.huikuan.policy.table.ValueSet.Absent.UNKNOWN)) {
        Bits.add(side, c);
      }
    }
    return side;
  }

  private boolean canBeAbsent(Dimension dimension) {
    return dimension
        .term()
        .filter(term -> term.origin() != Origin.PARAMETER)
        .filter(term -> !ALWAYS_KNOWN.contains(term.code()) && !alwaysKnown.contains(term.code()))
        .isPresent();
  }

  /** One finding for a fact without which no row matches, though some would with it. */
  private void absent(int d) {
    Dimension dimension = regions.dimensions().get(d);
    Region within = regions.known().with(d, dimension.absent());
    List<Region> covered = new ArrayList<>(regions.possible());
    for (Region gap : gaps) {
      if (Bits.within(dimension.known(), gap.side(d))) {
        covered.add(gap.with(d, dimension.all()));
      }
    }
    CoverSearch search = new CoverSearch(covered, check.effort());
    search.uncovered(within).ifPresent(part -> absent(d, part, covered, within));
    if (search.gaveUp()) {
      check.gaveUp(
          Code.GAP_UNKNOWN,
          "未知值：规定的工作量已用完，没有查完",
          "unknown facts: not sought to the end, the allowed work was done");
    }
  }

  private void absent(int d, Region part, List<Region> covered, Region within) {
    Region gap = new Primes(covered, within).around(part.corner());
    Region any = regions.known().with(d, regions.dimensions().get(d).all());
    Text conditions = Phrases.conditions(regions, gap, any);
    Text message = new Text(conditions.zh() + "：没有对应的行", conditions.en() + ": no row");
    Text expected =
        new Text(
            "能匹配“未知”的一行：条件留空，或写 `unknown`",
            "a row that unknown passes: leave the condition empty or write `unknown`");
    check
        .findings()
        .add(
            check
                .about(
                    Severities.of(Code.GAP_UNKNOWN),
                    Code.GAP_UNKNOWN,
                    List.of(),
                    message,
                    expected)
                .shownBy(check.examples().in(gap)));
  }
}
