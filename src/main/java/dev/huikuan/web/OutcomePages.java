package dev.huikuan.web;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.feedback.NotTaken;
import dev.huikuan.feedback.Outcomes;
import dev.huikuan.feedback.Report;
import dev.huikuan.feedback.ReportReader;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.KeyConflict;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.AccountPhrase;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.OutcomeTyped;
import dev.huikuan.web.view.Phrase;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.util.List;

/** Takes what a collector reports of a decision. Thread-safe. */
final class OutcomePages {

  /** Shows the form again with what was typed. */
  @FunctionalInterface
  interface Again {
    void show(Context ctx, StoredDecision about, OutcomeTyped typed);
  }

  private final Reception reception;
  private final DecisionLog log;
  private final Outcomes outcomes;
  private final Clock clock;

  OutcomePages(Reception reception, DecisionLog log, Clock clock) {
    this.reception = reception;
    this.log = log;
    this.outcomes = new Outcomes(log);
    this.clock = clock;
  }

  /**
   * Records it once, however often the form is sent.
   *
   * @param about the decision of the path
   */
  void take(Context ctx, StoredDecision about, Again again) {
    if (!ctx.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    OutcomeSent sent = OutcomeSent.of(ctx);
    try {
      byte[] json = sent.json();
      Report report = ReportReader.read(json);
      Outcomes.Taken taken =
          outcomes.take(
              new Outcomes.Told(
                  report,
                  about,
                  sent.idempotency(ctx.path(), json),
                  Reception.reader(ctx).name(),
                  reception.serving(),
                  clock.instant()));
      done(ctx, taken);
    } catch (InvalidCase invalid) {
      ctx.status(422);
      again.show(ctx, about, sent.typed(invalid, reception.frame(ctx, Phrase.ACCOUNT).language()));
    } catch (KeyConflict other) {
      conflict(ctx, about);
    } catch (NotTaken refusal) {
      refused(ctx, refusal);
    }
  }

  private void done(Context ctx, Outcomes.Taken taken) {
    Outcome outcome = taken.outcome();
    if (taken.isNew() && outcome.type() == Outcome.Type.OVERRIDDEN) {
      String action = outcome.action().orElse("");
      reception.changed(ctx, Deed.OUTCOME_OVERRIDDEN, outcome.decisionId(), action);
    }
    Reception.goTo(ctx, DeskAddress.of(ctx).decision(taken.decision().id(), "done", "1"));
  }

  private void conflict(Context ctx, StoredDecision about) {
    Frame frame = reception.frame(ctx, AccountPhrase.TAKEN_BEFORE, Reception.here(ctx));
    String latest = DeskAddress.of(ctx).decision(log.latestOf(about.id()));
    reception.tell(
        ctx,
        409,
        new MessageView(
            frame,
            frame.t(AccountPhrase.TAKEN_BEFORE),
            frame.t(AccountPhrase.TAKEN_BEFORE_LEAD),
            List.of(),
            latest,
            frame.t(AccountPhrase.SHOW_LATEST)));
  }

  private void refused(Context ctx, NotTaken refusal) {
    switch (refusal.why()) {
      case ERASED -> reception.tell(ctx, 404, Phrase.NO_DECISION, Phrase.ERASED);
      case TOO_MANY_AT_ONCE -> {
        ctx.header("Retry-After", "1");
        reception.tell(ctx, 503, AccountPhrase.TOO_MANY, AccountPhrase.TOO_MANY_LEAD);
      }
    }
  }
}
