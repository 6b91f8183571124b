package dev.huikuan.web.view;

import dev.huikuan.decision.facts.AgreementState;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.decision.facts.PromiseState;
import dev.huikuan.domain.Agreement;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Pause;
import dev.huikuan.domain.Promise;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.DossierView.Due;
import dev.huikuan.web.view.DossierView.Entry;
import dev.huikuan.web.view.DossierView.Plan;
import dev.huikuan.web.view.DossierView.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a case tells beside the answer, in the reader's words. */
public final class ReadDossier {

  private final Case theCase;
  private final Facts facts;
  private final Labels labels;

  private ReadDossier(Case theCase, Labels labels) {
    this.theCase = theCase;
    this.facts = Facts.of(theCase, labels.policy());
    this.labels = labels;
  }

  /**
   * @param decided facts of the answer, by code
   */
  public static DossierView of(
      Case theCase, Map<String, Value> decided, Labels labels, Instant now) {
    ReadDossier read = new ReadDossier(theCase, labels);
    List<Warning> warnings = read.warnings();
    DossierView.There there =
        ReadClock.of(theCase, decided, read.facts.customerDays(), labels, now);
    return new DossierView(
        warnings,
        warnings.isEmpty() ? there : there.warned(),
        ReadContacts.last(theCase, labels),
        read.promises(),
        read.disputes(),
        read.facts.agreements().stream().map(read::agreement).toList(),
        theCase.credits().orElse(List.of()).stream().map(read::credit).toList());
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (theCase.customer().doNotContact().orElse(false)) {
      warnings.add(
          new Warning(
              labels.of(AccountPhrase.DO_NOT_CONTACT),
              labels.of(AccountPhrase.DO_NOT_CONTACT_LEAD),
              labels.of(AccountPhrase.UNTIL_LIFTED)));
    }
    theCase
        .customer()
        .pause()
        .filter(this::isRunning)
        .map(pause -> warning(labels.of(AccountPhrase.PAUSED), pause))
        .ifPresent(warnings::add);
    for (Receivable r : theCase.receivables()) {
      r.pause()
          .filter(this::isRunning)
          .map(pause -> warning(labels.of(AccountPhrase.PAUSED_FOR).replace("{id}", r.id()), pause))
          .ifPresent(warnings::add);
    }
    return List.copyOf(warnings);
  }

  private boolean isRunning(Pause pause) {
    return pause.isRunning(theCase.asOf().date());
  }

  private Warning warning(String title, Pause pause) {
    String until =
        pause
            .until()
            .map(day -> labels.of(Phrase.UNTIL) + " " + day)
            .orElse(labels.of(AccountPhrase.UNTIL_LIFTED));
    return new Warning(title, pause.reason(), until);
  }

  private List<Entry> promises() {
    return facts.promises().stream()
        .sorted(Comparator.comparing((PromiseState p) -> p.promise().dueOn()).reversed())
        .map(this::promise)
        .toList();
  }

  private Entry promise(PromiseState state) {
    Promise promise = state.promise();
    String currency = promise.receivableId().map(this::currency).orElseGet(this::currency);
    List<Figure> facts = new ArrayList<>();
    add(facts, AccountPhrase.DUE, promise.dueOn().toString());
    if (promise.paid().signum() > 0) {
      add(facts, AccountPhrase.PAID_SO_FAR, labels.money(promise.paid(), currency));
    }
    promise.madeOn().toOptional().ifPresent(on -> add(facts, AccountPhrase.MADE_ON, on.toString()));
    return new Entry(
        labels.money(promise.amount(), currency),
        promise.receivableId().orElse(labels.of(AccountPhrase.WHOLE_ACCOUNT)),
        labels.of(
            switch (state.outcome()) {
              case OPEN -> AccountPhrase.PROMISE_OPEN;
              case KEPT -> AccountPhrase.PROMISE_KEPT;
              case PARTIALLY_KEPT -> AccountPhrase.PROMISE_PART;
              case BROKEN -> AccountPhrase.PROMISE_BROKEN;
            }),
        switch (state.outcome()) {
          case OPEN -> "open";
          case KEPT -> "good";
          case PARTIALLY_KEPT, BROKEN -> "bad";
        },
        facts);
  }

  private String currency(String receivableId) {
    return theCase.receivable(receivableId).map(Receivable::currency).orElseGet(this::currency);
  }

  /** The account's one currency, else the base. */
  private String currency() {
    List<String> all = theCase.receivables().stream().map(Receivable::currency).distinct().toList();
    return all.size() == 1 ? all.get(0) : facts.baseCurrency();
  }

  private List<Entry> disputes() {
    List<Entry> disputes = new ArrayList<>();
    for (Receivable r : theCase.receivables()) {
      r.dispute().map(dispute -> dispute(dispute, r)).ifPresent(disputes::add);
    }
    return List.copyOf(disputes);
  }

  private Entry dispute(Dispute dispute, Receivable r) {
    boolean open = dispute.isOpen(theCase.asOf());
    List<Figure> facts = new ArrayList<>();
    dispute.reason().ifPresent(why -> add(facts, Phrase.REASON, CaseWords.dispute(why, labels)));
    dispute.openedOn().ifPresent(on -> add(facts, AccountPhrase.OPENED_ON, on.toString()));
    dispute.resolvedOn().ifPresent(on -> add(facts, AccountPhrase.RESOLVED_ON, on.toString()));
    return new Entry(
        dispute
            .amount()
            .map(amount -> labels.money(amount, r.currency()))
            .orElse(labels.of(AccountPhrase.ALL_OUTSTANDING)),
        r.id(),
        labels.of(open ? AccountPhrase.DISPUTE_OPEN : AccountPhrase.RESOLVED),
        open ? "bad" : "good",
        facts);
  }

  private Plan agreement(AgreementState state) {
    Agreement agreement = state.agreement();
    String currency =
        agreement.receivableIds().stream()
            .findFirst()
            .map(this::currency)
            .orElseGet(this::currency);
    List<Figure> facts = new ArrayList<>();
    agreement
        .agreedOn()
        .toOptional()
        .ifPresent(on -> add(facts, AccountPhrase.AGREED_ON, on.toString()));
    agreement.until().ifPresent(day -> add(facts, Phrase.UNTIL, day.toString()));
    agreement
        .payNow()
        .ifPresent(amount -> add(facts, Phrase.PAY_NOW, labels.money(amount, currency)));
    Entry entry =
        new Entry(
            CaseWords.agreement(agreement.kind(), labels),
            String.join(labels.separator(), agreement.receivableIds()),
            labels.of(
                switch (state.outcome()) {
                  case RUNNING -> AccountPhrase.RUNNING;
                  case LAPSED -> AccountPhrase.LAPSED;
                  case KEPT -> AccountPhrase.KEPT;
                  case BROKEN -> AccountPhrase.BROKEN;
                }),
            switch (state.outcome()) {
              case RUNNING, LAPSED -> "open";
              case KEPT -> "good";
              case BROKEN -> "bad";
            },
            facts);
    return new Plan(
        entry, agreement.schedule().stream().map(part -> due(part, state, currency)).toList());
  }

  private Due due(Agreement.Installment part, AgreementState state, String currency) {
    boolean missed = state.missed().contains(part);
    boolean pending = state.pending().contains(part);
    AccountPhrase word =
        missed ? AccountPhrase.MISSED : pending ? AccountPhrase.PENDING : AccountPhrase.PAID;
    return new Due(
        part.dueOn().toString(),
        labels.money(part.amount(), currency),
        part.paid().signum() > 0 ? labels.money(part.paid(), currency) : "",
        labels.of(word),
        missed ? "bad" : pending ? "open" : "good");
  }

  private Entry credit(Credit credit) {
    List<Figure> facts = new ArrayList<>();
    BigDecimal amount = credit.amount();
    Optional<LocalDate> on = credit.on().toOptional();
    on.ifPresent(day -> add(facts, AccountPhrase.CREDIT_ON, day.toString()));
    return new Entry(
        labels.money(amount, credit.currency()),
        credit.receivableId().or(credit::contractId).orElse(labels.of(AccountPhrase.WHOLE_ACCOUNT)),
        CaseWords.credit(credit.kind(), labels),
        "plain",
        facts);
  }

  private void add(List<Figure> facts, Wording label, String value) {
    facts.add(Figure.of(labels.of(label), value));
  }
}
