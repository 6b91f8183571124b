package dev.huikuan.decision;

import dev.huikuan.decision.offer.OfferWords;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry.CellTested;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.Tested;
import java.util.List;
import java.util.Optional;

/** Why a row matched, why a candidate is blocked, why an action is taken: in words. */
final class Reasons {

  private final Draft draft;
  private final Printer printer;

  Reasons(Draft draft) {
    this.draft = draft;
    this.printer = new Printer(draft);
  }

  Printer printer() {
    return printer;
  }

  /**
   * The analyst's reason with its placeholders filled; without one, or where a fact that it quotes
   * is unknown, the matched cells.
   */
  Text of(Hit hit, Optional<String> receivable) {
    return written(hit, receivable).orElseGet(() -> cells(hit.tested()));
  }

  /** The analyst's reason, if there is one and all that it quotes is known. */
  Optional<Text> written(Hit hit, Optional<String> receivable) {
    return hit.row()
        .reason()
        .filter(reason -> !reason.isEmpty())
        .filter(reason -> printer.knowsAll(reason, receivable))
        .map(reason -> printer.fill(reason, receivable));
  }

  private Text cells(List<Tested> cells) {
    return cells.isEmpty()
        ? Sentences.NO_CONDITIONS
        : Sentences.list(cells.stream().map(this::cell).toList());
  }

  private Text cell(Tested tested) {
    Term term = tested.column().term().term();
    Text value = printer.print(tested.value(), term, draft.facts().baseCurrency());
    Text test = printer.test(tested.cell().source(), term);
    return new Text(
        term.label().zh()
            + " "
            + value.zh()
            + (says(test.zh(), value.zh()) ? "" : "（" + test.zh() + "）"),
        term.label().en()
            + " "
            + value.en()
            + (says(test.en(), value.en()) ? "" : " (" + test.en() + ")"));
  }

  /** The test says no more than the value does. */
  private static boolean says(String test, String value) {
    return Wording.normalise(test).equals(Wording.normalise(value));
  }

  /** One tested cell as data. */
  CellTested tested(Tested cell, DecisionTable table) {
    TermRef ref = cell.column().term();
    return new CellTested(
        ref.qualifiedFrom(table.level()),
        cell.value(),
        draft.baseCurrencyOf(ref.term()),
        cell.cell().source(),
        cell.cell().address());
  }

  Text of(HeldBack hold) {
    Optional<String> one =
        hold.receivables().size() == 1 ? Optional.of(hold.receivables().get(0)) : Optional.empty();
    Text text = hold.entry().text(CatalogueColumns.TEXT);
    return Sentences.join(
        printer.fill(text.isEmpty() ? hold.entry().label() : text, one), hold.detail());
  }

  /** Why a candidate is proposed. */
  Text of(Proposal proposal) {
    return proposal
        .hold()
        .map(this::of)
        .or(() -> proposal.row().map(row -> of(row, Optional.empty())))
        .orElse(Sentences.SET_FROM_OUTSIDE);
  }

  /** Why the chosen action is the one. */
  Text ofChoice() {
    if (draft.choice().code().equals(Draft.REFER_TO_PERSON) && !draft.referrals().isEmpty()) {
      return Sentences.list(draft.referrals());
    }
    if (waitsForHolds()) {
      return Sentences.list(draft.holds().stream().map(this::of).distinct().toList());
    }
    if (draft.choice().proposal().isPresent()) {
      return of(draft.choice().proposal().get());
    }
    return draft.candidates().isEmpty() ? Sentences.NOTHING_DECIDES : Sentences.NO_ROW_LEFT;
  }

  /** True when we wait because of holds, also where a last row of the table says WAIT. */
  private boolean waitsForHolds() {
    boolean stopped =
        draft.candidates().stream().anyMatch(c -> !draft.blocked(c.code()).isEmpty())
            || ListCandidates.nothingElse(draft);
    return draft.choice().code().equals(Draft.WAIT) && stopped && !draft.holds().isEmpty();
  }

  /** Why a candidate is not possible. */
  Text of(Because because) {
    if (because.equals(Sentences.offerNotMade())) {
      return Sentences.OFFER_NOT_MADE;
    }
    if (because.term().equals("holds") && because.value() instanceof Value.Code hold) {
      return Sentences.heldBy(draft.policy().holds().get(hold.code()).label());
    }
    Optional<Term> term =
        draft.policy().vocabulary().named(because.term()).or(() -> OfferWords.find(because.term()));
    Text label = term.map(Term::label).orElse(Text.same(because.term()));
    String currency = because.currency().orElse(draft.facts().baseCurrency());
    Text value = term.map(t -> printer.print(because.value(), t, currency)).orElse(Text.EMPTY);
    Text test = term.map(t -> printer.test(because.test(), t)).orElse(Text.same(because.test()));
    return Sentences.join(
        OfferWords.remark(because.term()).orElse(nextStep(because)),
        Sentences.needs(label, test, value));
  }

  /** The ladder's step that has to come before the one that is blocked. */
  private Text nextStep(Because because) {
    if (!because.term().equals("lastDunningLevel")) {
      return Text.EMPTY;
    }
    Value next = draft.book().account("dunningLevel");
    int level =
        because.value() instanceof Value.Num last
            ? last.decimal().intValue() + 1
            : next instanceof Value.Num number ? number.decimal().intValue() : 0;
    List<Text> steps =
        draft.policy().actions().entries().values().stream()
            .filter(action -> !action.disabled())
            .filter(action -> action.whole(CatalogueColumns.DUNNING_LEVEL).orElse(0) == level)
            .map(CatalogueEntry::label)
            .toList();
    return level == 0 || steps.isEmpty() ? Text.EMPTY : Sentences.firstComes(steps);
  }
}
