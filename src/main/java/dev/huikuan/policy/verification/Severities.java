package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.HitPolicy;
import java.util.Optional;
import java.util.Set;

/**
 * How much a finding matters under each hit policy. A blank means that it is no fault there and is
 * not looked for.
 *
 * <table>
 * <caption>Severity by hit policy</caption>
 * <tr><th>check</th><th>U</th><th>A</th><th>F</th><th>P</th><th>R</th><th>C</th><th>C+</th>
 * <th>C&lt; C&gt;</th><th>C#</th></tr>
 * <tr><td>CONFLICT: rows meet, results differ</td><td>error</td><td>error</td><td></td><td></td>
 * <td></td><td></td><td></td><td></td><td></td></tr>
 * <tr><td>OVERLAP: rows meet, results equal</td><td>error</td><td></td><td></td><td></td><td></td>
 * <td></td><td></td><td></td><td></td></tr>
 * <tr><td>DUPLICATE: equal conditions and results</td><td>error</td><td>warning</td>
 * <td>warning</td><td>warning</td><td>warning</td><td>warning</td><td>warning</td>
 * <td>warning</td><td>warning</td></tr>
 * <tr><td>MASKED: never decides, or adds nothing</td><td>warning for the default row</td><td>warning</td><td>warning</td>
 * <td>warning</td><td>warning; info when it is listed, but never first</td><td>warning</td>
 * <td></td><td>warning</td><td></td></tr>
 * <tr><td>GAP: known facts without a row</td><td>warning</td><td>warning</td><td>warning</td>
 * <td>warning</td><td>warning if needed</td><td>warning if needed</td><td>warning if needed</td>
 * <td>warning</td><td>warning if needed</td></tr>
 * <tr><td>GAP_UNKNOWN: an unknown fact without a row</td><td colspan="9">info, where a gap would be
 * a warning</td></tr>
 * <tr><td>LADDER_ORDER: a higher threshold, a lower level</td><td>warning</td><td>warning</td>
 * <td>warning</td><td>warning</td><td></td><td></td><td></td><td></td><td></td></tr>
 * <tr><td>CELL_RANGE: no value of the term passes</td><td colspan="9">error</td></tr>
 * <tr><td>MERGEABLE, IDLE_COLUMN, UNUSED, UNDECIDED</td><td colspan="9">info</td></tr>
 * </table>
 *
 * <p>UNIQUE with two rows, and ANY with two results, decide nothing when a case comes that matches
 * both: that is an error; a default row, the last with all cells empty, meets none of them ({@link
 * DecisionTable#defaultRow()}). Where order or priority decides between rows, to meet is the way to
 * write exceptions; a row that none of its cases reaches is a warning. <em>Needed</em> under the
 * collecting policies, which have an answer without a row, are riskTier, cause, dunningLevelDue,
 * nextAction and whatever says {@code No match | REFER}. No gap is sought where the head says
 * {@code No match | NOTHING}, nor in tables that decide only what may be absent: offers, the legal
 * route, alerts, advice, economics, and what the catalogue of actions has a default for.
 */
final class Severities {

  private static final Set<String> NEEDED =
      Set.of("riskTier", "cause", "dunningLevelDue", "nextAction");

  /** Terms without which an answer is complete: none is offered, or the catalogue's is taken. */
  private static final Set<String> MAY_BE_ABSENT =
      Set.of(
          "discountKind",
          "discountPercent",
          "discountAnnualPercent",
          "discountValidDays",
          "installmentCount",
          "downPaymentPercent",
          "installmentIntervalDays",
          "installmentAnnualInterestPercent",
          "installmentMethod",
          "extensionKind",
          "extensionDays",
          "legalRoute",
          "alert",
          "advice",
          "talkingPoint",
          "recoveryProbability",
          "expectedDelayDays",
          "optionCost",
          "optionFeePercent",
          "optionAdvancePercent",
          "channel",
          "tone",
          "ownerRole",
          "dueWithinDays",
          "contactFrom",
          "contactUntil");

  private Severities() {}

  /** True when a case without a row is a fault. */
  static boolean gapsMatter(DecisionTable table) {
    if (table.noMatch() != NoMatch.DEFAULT) {
      return table.noMatch() == NoMatch.REFER;
    }
    boolean needed = decides(table, NEEDED);
    boolean onlyOptional =
        table.outputs().stream().allMatch(o -> MAY_BE_ABSENT.contains(o.term().code()));
    return needed || !onlyOptional && !table.hitPolicy().answersWithoutRow();
  }

  private static boolean decides(DecisionTable table, Set<String> terms) {
    return table.outputs().stream().anyMatch(o -> terms.contains(o.term().code()));
  }

  /** Rows that meet: an error where it leaves a case undecided, else nothing. */
  static Optional<Severity> meeting(HitPolicy policy, boolean sameResults) {
    boolean fault = policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY && !sameResults;
    return fault ? Optional.of(Severity.ERROR) : Optional.empty();
  }

  static Severity duplicate(HitPolicy policy) {
    return policy == HitPolicy.UNIQUE ? Severity.ERROR : Severity.WARNING;
  }

  /** True where a row, the default aside, can be without effect because of others. */
  static boolean masks(HitPolicy policy) {
    return switch (policy) {
      case ANY, FIRST, PRIORITY, RULE_ORDER, COLLECT, COLLECT_MIN, COLLECT_MAX -> true;
      case UNIQUE, COLLECT_SUM, COLLECT_COUNT -> false;
    };
  }

  /** True where one row decides, so that its level can be too low or too high. */
  static boolean ladders(HitPolicy policy) {
    return switch (policy) {
      case UNIQUE, ANY, FIRST, PRIORITY -> true;
      default -> false;
    };
  }

  static Severity of(Code code) {
    return switch (code) {
      case GAP, MASKED, LADDER_ORDER -> Severity.WARNING;
      case CELL_RANGE -> Severity.ERROR;
      default -> Severity.INFO;
    };
  }
}
