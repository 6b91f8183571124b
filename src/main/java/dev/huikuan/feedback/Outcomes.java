package dev.huikuan.feedback;

import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.KeyConflict;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Overtaken;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WaitingRoom;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened goes into the newest case of the account that came from a decision, and the case is
 * decided anew and recorded. Of several at once each builds on the one before; none is lost.
 * Thread-safe.
 */
public final class Outcomes {

  /**
   * One report, with all that every try needs.
   *
   * @param about the decision that it answers
   * @param reporter the name of the key
   */
  public record Told(
      Report report,
      StoredDecision about,
      Optional<IdempotencyKey> key,
      String reporter,
      ServedPolicy policy,
      Instant now) {}

  /**
   * What came of a report.
   *
   * @param outcome as it stands in the log
   * @param decision the new one
   * @param isNew false when the same report had been recorded before
   */
  public record Taken(Outcome outcome, StoredDecision decision, boolean isNew) {}

  private static final int TRIES = 20;
  private static final int LOCKS = 64;

  private final DecisionLog log;
  private final Recorder recorder;

  /** Outcomes of one customer take turns here; only those of elsewhere overtake. */
  private final Object[] turns = new Object[LOCKS];

  public Outcomes(DecisionLog log) {
    this.log = log;
    this.recorder = new Recorder(log);
    for (int i = 0; i < LOCKS; i++) {
      turns[i] = new Object();
    }
  }

  /**
   * Records a report, once.
   *
   * @throws InvalidCase with everything that does not fit the case; pointers are into the report
   * @throws KeyConflict when the key stands for another report
   * @throws NotTaken when it was not recorded though it fits
   * @throws RecordsUnavailable when the log does not take it
   */
  public Taken take(Told told) throws InvalidCase {
    requireData(told.about());
    Optional<StoredDecision> earlier = recorder.earlier(told.about().ledger(), told.key());
    if (earlier.isPresent()) {
      return taken(new Appended(earlier.get(), false));
    }
    return taken(inTurn(told));
  }

  private Taken taken(Appended appended) {
    String id = appended.decision().id();
    Outcome outcome =
        log.outcomeBehind(id)
            .orElseThrow(() -> new IllegalStateException("no outcome behind " + id));
    return new Taken(outcome, appended.decision(), appended.isNew());
  }

  private Appended inTurn(Told told) throws InvalidCase {
    int customer = (told.about().ledger() + '\n' + told.about().customerId()).hashCode();
    synchronized (turns[Math.floorMod(customer, LOCKS)]) {
      for (int i = 0; i < TRIES; i++) {
        try {
          return recorded(told);
        } catch (Overtaken again) {
          // somebody elsewhere was faster: their decision is the newest now
        }
      }
    }
    throw new NotTaken(NotTaken.Why.TOO_MANY_AT_ONCE);
  }

  private Appended recorded(Told told) throws InvalidCase {
    String id = recorder.newId();
    StoredDecision latest = log.find(log.latestOf(told.about().id())).orElseThrow();
    requireData(latest);
    CaseAfter after =
        CaseAfter.of(
            told.report(),
            id,
            CaseText.tree(told.about().answer()),
            latest,
            told.policy().policy(),
            told.policy().reader(),
            told.now());
    Asked asked = told.policy().reader().ask(after.caseJson(), Optional.empty(), told.now());
    Outcome outcome =
        told.report().outcome(id, told.about().id(), after.on(), told.reporter(), told.now());
    Recorder.Request request =
        new Recorder.Request(
            after.caseJson(),
            told.key(),
            told.reporter(),
            told.now(),
            Optional.of(latest.id()),
            Optional.of(outcome));
    return WaitingRoom.durable(() -> recorder.record(told.policy().pipeline(), asked, request));
  }

  private static void requireData(StoredDecision stored) {
    if (stored.erased()) {
      throw new NotTaken(NotTaken.Why.ERASED);
    }
  }
}
