package dev.huikuan.web;

import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.OutcomeTyped;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** The collector's pages: the desk, and a recorded decision of an account. */
final class DecisionPages {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Reception reception;
  private final DecisionLog log;
  private final DeskPage desk;
  private final AccountPage account;
  private final OutcomePages outcomes;
  private final Clock clock;

  DecisionPages(Reception reception, PolicyRegistry registry, DecisionLog log, Clock clock) {
    this.reception = reception;
    this.log = log;
    this.clock = clock;
    this.desk = new DeskPage(log);
    this.account = new AccountPage(registry, log);
    this.outcomes = new OutcomePages(reception, log, clock);
  }

  void install(RoutesConfig routes) {
    WebDoor.get(routes, "/", reception.only(Visitor.READERS, this::desk));
    WebDoor.get(routes, "/decisions/{id}", reception.only(Visitor.READERS, this::decision));
    routes.post("/decisions/{id}/outcomes", reception.only(Visitor.REPORTERS, this::outcome));
  }

  private void desk(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.DESK);
    Labels labels = new Labels(reception.serving().policy(), frame.language());
    DeskView view = desk.read(frame, labels, Reception.reader(ctx), DeskAddress.of(ctx));
    reception.page(ctx, frame, "desk.jte", view);
  }

  private void decision(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.ACCOUNT);
    Optional<StoredDecision> stored = visible(ctx);
    if (stored.isEmpty()) {
      notThere(ctx);
      return;
    }
    Assumed assumed = Assumptions.of(ctx.queryParamMap());
    show(ctx, frame, visit(ctx, stored.get(), assumed, OutcomeTyped.NOTHING));
  }

  private void outcome(Context ctx) {
    Optional<StoredDecision> stored = visible(ctx);
    if (stored.isEmpty()) {
      notThere(ctx);
      return;
    }
    outcomes.take(ctx, stored.get(), this::again);
  }

  /** The other language is that of the page: what was typed is not posted again. */
  private void again(Context ctx, StoredDecision about, OutcomeTyped typed) {
    Language language = PageLanguage.choose(ctx);
    String other = (language == Language.ZH ? Language.EN : Language.ZH).tag();
    String page = DeskAddress.of(ctx).decision(about.id(), "lang", other);
    Frame frame = reception.frame(ctx, Phrase.ACCOUNT, page);
    show(ctx, frame, visit(ctx, about, Assumed.NOTHING, typed));
  }

  private AccountPage.Visit visit(
      Context ctx, StoredDecision stored, Assumed assumed, OutcomeTyped typed) {
    return new AccountPage.Visit(
        stored,
        DeskAddress.of(ctx),
        Reception.reader(ctx),
        assumed,
        typed,
        ctx.queryParam("done") != null,
        clock.instant());
  }

  private void show(Context ctx, Frame frame, AccountPage.Visit visit) {
    CaseView view = account.read(frame, visit);
    if (view.isFaulty()) {
      ctx.status(422);
    }
    reception.page(ctx, view.frame(), "account.jte", view);
  }

  private void notThere(Context ctx) {
    reception.tell(ctx, 404, Phrase.NO_DECISION, Phrase.NO_DECISION_LEAD);
  }

  /** A decision of another ledger is as unknown as one that does not exist. */
  private Optional<StoredDecision> visible(Context ctx) {
    return Optional.of(ctx.pathParam("id"))
        .filter(id -> ID.matcher(id).matches())
        .flatMap(log::find)
        .filter(stored -> Reception.reader(ctx).maySee(stored.ledger()));
  }
}
