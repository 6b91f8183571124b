package dev.huikuan.decision;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Account;
import dev.huikuan.policy.rules.AccountPause;
import dev.huikuan.policy.rules.Candidate;
import dev.huikuan.policy.rules.Contradiction;
import dev.huikuan.policy.rules.CountedContact;
import dev.huikuan.policy.rules.Deduction;
import dev.huikuan.policy.rules.HoldFact;
import dev.huikuan.policy.rules.Item;
import dev.huikuan.policy.rules.MatchedRow;
import dev.huikuan.policy.rules.MissingRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What rules are run on: the account and its receivables as readers of terms, what was computed
 * about them, the case's own records, and what holds, rows and candidates there are so far.
 */
final class RuleFacts {

  private final Draft draft;
  private final List<Object> facts = new ArrayList<>();

  private RuleFacts(Draft draft) {
    this.draft = draft;
  }

  static List<Object> of(Draft draft) {
    RuleFacts rules = new RuleFacts(draft);
    rules.account();
    rules.receivables();
    rules.records();
    rules.findings();
    return rules.facts;
  }

  private void account() {
    facts.add(new Account(draft.asOf(), reader(term -> draft.book().account(term.code()))));
    draft
        .theCase()
        .customer()
        .pause()
        .filter(pause -> pause.isRunning(draft.asOf()))
        .ifPresent(pause -> facts.add(new AccountPause(pause.until(), pause.reason())));
    draft.facts().countedContactDays().forEach(day -> facts.add(new CountedContact(day)));
    draft
        .facts()
        .contradictions()
        .forEach(c -> facts.add(new Contradiction(c.receivables(), c.text())));
    for (String currency : draft.facts().currenciesWithoutRate()) {
      facts.add(
          new MissingRate(
              currency,
              draft.items().stream()
                  .map(OpenItem::receivable)
                  .filter(receivable -> receivable.currency().equals(currency))
                  .map(Receivable::id)
                  .toList()));
    }
  }

  private void receivables() {
    for (OpenItem item : draft.items()) {
      String id = item.id();
      String currency = item.receivable().currency();
      facts.add(new Item(id, currency, reader(term -> below(id, term))));
      item.deductions()
          .forEach(d -> facts.add(new Deduction(id, d.code(), d.amount(), currency, d.until())));
    }
  }

  private Value below(String receivable, Term term) {
    boolean own = term.level() == Level.RECEIVABLE || term.level() == Level.CONTRACT;
    return own
        ? draft.book().receivable(receivable, term.code())
        : draft.book().account(term.code());
  }

  /** Refuses a code that is no term, so that a typing error never reads as unknown. */
  private Function<String, Value> reader(Function<Term, Value> values) {
    return code ->
        values.apply(
            draft
                .policy()
                .vocabulary()
                .find(code)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "`%s` is no term of the policy; nearest: %s"
                                .formatted(code, draft.policy().vocabulary().nearest(code)))));
  }

  private void records() {
    facts.add(draft.theCase().customer());
    facts.addAll(draft.theCase().contracts());
    draft
        .theCase()
        .contracts()
        .forEach(contract -> facts.addAll(contract.milestones().orElse(List.of())));
    facts.addAll(draft.theCase().receivables());
    facts.addAll(draft.theCase().credits().orElse(List.of()));
    facts.addAll(draft.theCase().promises().orElse(List.of()));
    facts.addAll(draft.theCase().agreements().orElse(List.of()));
    facts.addAll(draft.theCase().contacts().orElse(List.of()));
    facts.addAll(draft.theCase().actionsTaken().orElse(List.of()));
  }

  private void findings() {
    for (HeldBack hold : draft.holds()) {
      facts.add(
          new HoldFact(
              hold.code(),
              hold.effect(),
              hold.entry().list(CatalogueColumns.BLOCKS),
              hold.entry().column(CatalogueColumns.INSTEAD)));
    }
    for (TableRun run : draft.runs()) {
      List<String> receivables = run.receivable().stream().toList();
      run.result()
          .hits()
          .forEach(
              hit -> facts.add(new MatchedRow(run.table().code(), hit.row().id(), receivables)));
    }
    int order = 0;
    for (Proposal candidate : draft.candidates()) {
      facts.add(
          new Candidate(
              candidate.code(),
              candidate.action().column(CatalogueColumns.KIND),
              candidate.action().whole(CatalogueColumns.DUNNING_LEVEL).orElse(0),
              order++,
              candidate.action().column(CatalogueColumns.NEEDS_EVIDENCE).equals("yes")));
    }
  }
}
