package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.verification.CoverSearch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows without effect: whatever they match, other rows match that go before them or say the same,
 * one row alone or several together.
 */
final class MaskCheck {

  /** One row may cost so much; most cost next to nothing. */
  private static final long STEPS_A_ROW = 5_000_000;

  /** The rows that mask are brought down to what is needed when there are no more than these. */
  private static final int MOST_TRIED = 40;

  private final TableCheck check;
  private final TableRegions regions;
  private final Precedence precedence;
  private final long[] masked;
  private int open;

  MaskCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
    this.precedence = new Precedence(regions);
    this.masked = Bits.none(regions.rows());
  }

  /**
   * The rows without effect.
   *
   * @param duplicates rows that repeat another, reported as such
   */
  long[] run(long[] duplicates) {
    Bits.join(masked, precedence.isOrderFree() ? duplicates : Bits.none(regions.rows()));
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < regions.rows(); i++) {
      int row = precedence.isOrderFree() ? regions.rows() - 1 - i : i;
      if (!Bits.has(duplicates, row) && isLookedAt(row)) {
        masked(row).ifPresent(found::add);
      }
    }
    if (precedence.isOrderFree()) {
      java.util.Collections.reverse(found);
    }
    check.findings().addAll(found);
    if (open > 0) {
      check.gaveUp(
          Code.MASKED,
          "被遮盖的行：" + open + " 行在规定的工作量内没有查清",
          "masked rows: " + open + " could not be settled within the allowed work");
    }
    return masked;
  }

  /** What a last row of empty cells leaves nothing to is told where it is no row like others. */
  private boolean isLookedAt(int row) {
    return regions.isOtherwise(row)
        || !regions.isDefault(row) && Severities.masks(check.table().hitPolicy());
  }

  private Optional<Finding> masked(int row) {
    Region region = regions.possible(row);
    if (region.isEmpty()) {
      return Optional.empty();
    }
    long[] meeting = regions.meeting(region);
    Optional<long[]> by = maskers(row, region, meeting);
    if (by.isPresent()) {
      Bits.add(masked, row);
      return Optional.of(finding(row, region, by.get(), false));
    }
    if (check.table().hitPolicy() == HitPolicy.RULE_ORDER) {
      return cover(region, earlier(row, meeting)).map(rows -> finding(row, region, rows, true));
    }
    return Optional.empty();
  }

  private Optional<long[]> maskers(int row, Region region, long[] meeting) {
    long[] able = Bits.none(regions.rows());
    Bits.each(
        meeting,
        other -> {
          if (other != row && !Bits.has(masked, other) && precedence.silences(other, row)) {
            Bits.add(able, other);
          }
        });
    return cover(region, able);
  }

  private long[] earlier(int row, long[] meeting) {
    long[] earlier = Bits.none(regions.rows());
    Bits.each(
        meeting,
        other -> {
          if (other < row) {
            Bits.add(earlier, other);
          }
        });
    return earlier;
  }

  /** Of some rows those that together have the whole region; empty when something is left. */
  private Optional<long[]> cover(Region region, long[] rows) {
    for (int one = Bits.first(rows); one >= 0; one = Bits.next(rows, one + 1)) {
      if (region.isWithin(regions.sure(one))) {
        long[] alone = Bits.none(regions.rows());
        Bits.add(alone, one);
        return Optional.of(alone);
      }
    }
    if (Bits.count(rows) < 2) {
      return Optional.empty();
    }
    int[] places = places(rows);
    CoverSearch search = search(places);
    Outcome outcome = search.search(region);
    if (outcome == Outcome.GAVE_UP) {
      open++;
    }
    return outcome == Outcome.COVERED
        ? Optional.of(needed(region, chosen(places, search.used())))
        : Optional.empty();
  }

  private CoverSearch search(int[] places) {
    List<Region> boxes = new ArrayList<>();
    for (int place : places) {
      boxes.add(regions.sure(place));
    }
    return new CoverSearch(boxes, check.effort().part(STEPS_A_ROW));
  }

  private static int[] places(long[] rows) {
    List<Integer> places = new ArrayList<>();
    Bits.each(rows, places::add);
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private long[] chosen(int[] places, long[] used) {
    long[] rows = Bits.none(regions.rows());
    Bits.each(used, i -> Bits.add(rows, places[i]));
    return rows;
  }

  /** The rows without those that can be spared, the later ones first. */
  private long[] needed(Region region, long[] rows) {
    long[] needed = rows.clone();
    if (Bits.count(rows) > MOST_TRIED) {
      return needed;
    }
    for (int row = regions.rows() - 1; row >= 0; row--) {
      if (Bits.has(needed, row)) {
        Bits.drop(needed, row);
        if (search(places(needed)).search(region) != Outcome.COVERED) {
          Bits.add(needed, row);
        }
      }
    }
    return needed;
  }

  private Finding finding(int row, Region region, long[] by, boolean listed) {
    List<Integer> rows = new ArrayList<>(List.of(row));
    Bits.each(by, rows::add);
    Text others = Phrases.rows(Phrases.ids(check.table(), by));
    boolean several = Bits.count(by) > 1;
    Severity severity = listed ? Severity.INFO : Severities.of(Code.MASKED);
    return check
        .about(
            severity,
            Code.MASKED,
            rows,
            message(row, others, several, listed),
            expected(row, listed))
        .shownBy(check.examples().in(region));
  }

  private Text message(int row, Text by, boolean several, boolean listed) {
    String id = "`" + regions.row(row).id() + "`";
    String zhAll = several ? " 合起来" : "";
    String enAll = several ? " together" : "";
    if (listed) {
      return new Text(
          id + " 永远排不到第一：它符合的情况，" + by.zh() + zhAll + "都先符合",
          id
              + " can never come first: "
              + by.en()
              + enAll
              + (several ? " match" : " matches")
              + " whatever it matches");
    }
    if (regions.isOtherwise(row)) {
      return new Text(
          "默认行 " + id + " 永远不起作用：" + by.zh() + zhAll + "已决定所有情况",
          "the default row "
              + id
              + " never decides: "
              + by.en()
              + enAll
              + (several ? " leave" : " leaves")
              + " it nothing");
    }
    return switch (check.table().hitPolicy()) {
      case FIRST ->
          new Text(
              id + " 永远不起作用：它符合的情况，前面的 " + by.zh() + zhAll + "已全部决定",
              id
                  + " never decides: "
                  + by.en()
                  + enAll
                  + " before it"
                  + (several ? " match" : " matches")
                  + " whatever it matches");
      case PRIORITY ->
          new Text(
              id + " 永远不起作用：它符合的情况，优先的 " + by.zh() + zhAll + "已全部决定",
              id
                  + " never decides: "
                  + by.en()
                  + enAll
                  + (several ? " match" : " matches")
                  + " whatever it matches and"
                  + (several ? " have" : " has")
                  + " priority");
      case COLLECT_MIN, COLLECT_MAX ->
          new Text(
              id + " 永远不影响结果：它符合的情况，" + by.zh() + zhAll + "的值都不比它差",
              id
                  + " never changes the result: whatever it matches, "
                  + by.en()
                  + enAll
                  + (several ? " match with values" : " matches with a value")
                  + " that its own cannot beat");
      default ->
          new Text(
              id + " 是多余的：它符合的情况，" + by.zh() + zhAll + "都给出同样的结果",
              id
                  + " adds nothing: "
                  + by.en()
                  + enAll
                  + (several ? " say" : " says")
                  + " the same of whatever it matches");
    };
  }

  private Text expected(int row, boolean listed) {
    if (regions.isOtherwise(row)) {
      return new Text("删去它，或缩小其他行的条件", "delete it, or narrow the other rows");
    }
    boolean byOrder = listed || check.table().hitPolicy() == HitPolicy.FIRST;
    return byOrder
        ? new Text("把它移到前面，或缩小前面各行的条件，或删去它", "move it up, narrow the rows before it, or delete it")
        : new Text("删去它，或改条件使它有自己的情况", "delete it, or give it cases of its own");
  }
}
