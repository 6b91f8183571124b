package dev.huikuan.web;

import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
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

  DecisionPages(Reception reception, PolicyRegistry registry, DecisionLog log, Clock clock) {
    this.reception = reception;
    this.log = log;
    this.desk = new DeskPage(log);
    this.account = new AccountPage(registry, log);
  }

  void install(RoutesConfig routes) {
    WebDoor.get(routes, "/", reception.only(Visitor.READERS, this::desk));
    WebDoor.get(routes, "/decisions/{id}", reception.only(Visitor.READERS, this::decision));
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
      reception.tell(ctx, 404, Phrase.NO_DECISION, Phrase.NO_DECISION_LEAD);
      return;
    }
    String pay = Reception.text(ctx.queryParam("pay"));
    DeskAddress place = DeskAddress.of(ctx);
    CaseView view = account.read(frame, stored.get(), place, pay, Reception.reader(ctx));
    ctx.status(view.faults().isEmpty() ? 200 : 422);
    reception.page(ctx, view.frame(), "account.jte", view);
  }

  /** A decision of another ledger is as unknown as one that does not exist. */
  private Optional<StoredDecision> visible(Context ctx) {
    return Optional.of(ctx.pathParam("id"))
        .filter(id -> ID.matcher(id).matches())
        .flatMap(log::find)
        .filter(stored -> Reception.reader(ctx).maySee(stored.ledger()));
  }
}
