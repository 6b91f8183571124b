package dev.huikuan.policy.table;

import dev.huikuan.domain.Text;
import java.util.Optional;

/**
 * What stands above the rows of a decision table.
 *
 * @param hitPolicy absent when it is missing or wrong, which has been reported
 * @param hitPolicyLocation where it stands, or should
 * @param location of the cell that says Decision
 * @param bandRow the row of When, Then, Notes; 0 when there is none
 * @param headerRow the row that begins with Row; 0 when there is none
 */
record TableHead(
    String code,
    Text label,
    Optional<HitPolicy> hitPolicy,
    String hitPolicyLocation,
    Period effective,
    String description,
    DecisionTable.NoMatch noMatch,
    String location,
    int bandRow,
    int headerRow) {

  /** The lines of a head. */
  enum Line {
    DECISION,
    HIT_POLICY,
    EFFECTIVE,
    DESCRIPTION,
    NO_MATCH
  }

  static final SheetWords<Line> LINES =
      new SheetWords<Line>()
          .with(Line.DECISION, "Decision", "决策")
          .with(Line.HIT_POLICY, "Hit policy", "命中策略")
          .with(Line.EFFECTIVE, "Effective", "生效期")
          .with(Line.DESCRIPTION, "Description", "说明", "描述")
          .with(Line.NO_MATCH, "No match", "无匹配");

  static boolean isDescription(String word) {
    return LINES.find(word).filter(line -> line == Line.DESCRIPTION).isPresent();
  }
}
