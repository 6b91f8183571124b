package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.policy.Policy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.StoredDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case as it is after an outcome: what happened stands in it as the facts that a CRM would send.
 * It holds until the CRM sends the case itself.
 *
 * @param caseJson UTF-8 JSON
 * @param on when the outcome happened, as it is kept
 */
public record CaseAfter(byte[] caseJson, String on) {

  /**
   * Puts an outcome into the stored case.
   *
   * @param outcomeId names what comes into the case with it
   * @param answer what was recommended, in the stored form: what the outcome answers
   * @param latest the newest decision that outcomes made of it: its case is changed
   * @throws InvalidCase with everything that does not fit the case; pointers are into the report
   */
  public static CaseAfter of(
      Report report,
      String outcomeId,
      ObjectNode answer,
      StoredDecision latest,
      Policy policy,
      CaseReader reader,
      Instant now)
      throws InvalidCase {
    AsOf before = read(reader, latest.caseJson(), latest.asOf(), latest).asOf();
    Happened.Before clock = new Happened.Before(before, latest.recordedAt());
    Happened happened = Happened.of(report.on(), clock, now);
    ObjectNode tree = CaseText.tree(latest.caseJson());
    tree.put("asOf", happened.asOf());
    Case theCase = read(reader, latest.caseJson(), happened.asOf(), latest);
    Change change = new Change(report, outcomeId, happened, tree, theCase, answer, policy);
    if (happened.day().isAfter(clock.lastDay(now))) {
      change.fault(
          "/on",
          "RANGE",
          "不得晚于 " + clock.lastDay(now) + "，实为 " + happened.day(),
          "expected " + clock.lastDay(now) + " or earlier, found " + happened.day());
    }
    change.make();
    return new CaseAfter(CaseText.bytes(tree), happened.written());
  }

  /** Today in the calendar of a case: a case of a day long past keeps its own. */
  public static LocalDate today(AsOf asOf, Instant recordedAt, Instant now) {
    return new Happened.Before(asOf, recordedAt).today(now);
  }

  private static Case read(CaseReader reader, byte[] json, String asOf, StoredDecision latest)
      throws InvalidCase {
    return reader.ask(json, Optional.of(asOf), latest.recordedAt()).theCase();
  }
}
