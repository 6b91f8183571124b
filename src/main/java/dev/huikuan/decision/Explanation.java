package dev.huikuan.decision;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Action;
import dev.huikuan.domain.Recommendation.Hold;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableResult.Hit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a finished draft into words: the recommendation with all its whys, in both languages. */
final class Explanation {

  /** Part of every answer: the same version decides the same case in the same way. */
  static final String ENGINE_VERSION = "0.1.0";

  private final Draft draft;
  private final Reasons reasons;
  private final OfferAnswers offers;

  Explanation(Draft draft) {
    this.draft = draft;
    this.reasons = new Reasons(draft);
    this.offers = new OfferAnswers(draft);
  }

  Recommendation recommendation() {
    return new Recommendation(
        Optional.empty(),
        draft.theCase().customer().id(),
        draft.theCase().customer().name(),
        draft.theCase().ledger(),
        draft.theCase().asOf().text(),
        draft.policy().version(),
        ENGINE_VERSION,
        draft.isHypothetical(),
        Optional.empty(),
        draft.facts().baseCurrency(),
        draft.facts().exchangeRates(),
        action(),
        new ExplainedPriority(draft, reasons).priority(),
        offers.discount(),
        offers.installments(),
        offers.extension(),
        draft.holds().stream().map(this::hold).toList(),
        new ExplainedAlerts(draft, reasons).list(),
        new ExplainedAdvice(draft, reasons).list(),
        new ExplainedAlternatives(draft, reasons).list(),
        draft.items().stream().map(this::item).toList(),
        draft.book().known(),
        new ExplainedTrace(draft, reasons).entries(),
        draft.timing().nextReviewOn());
  }

  private Action action() {
    CatalogueEntry entry = draft.choice().action();
    ActionScope scope = ActionScope.of(draft);
    return new Action(
        entry.code(),
        entry.label(),
        entry.column(CatalogueColumns.KIND),
        whole("dunningLevel"),
        whole("dunningLevelDue"),
        code("channel", entry.column(CatalogueColumns.CHANNEL)),
        code("tone", entry.column(CatalogueColumns.TONE)),
        code("ownerRole", entry.column(CatalogueColumns.OWNER_ROLE)),
        draft.timing().notBefore(),
        draft.timing().dueBy(),
        draft.approval(),
        reasons.printer().fill(entry.text(CatalogueColumns.INSTRUCTIONS), Optional.empty()),
        talkingPoints(),
        entry.list(CatalogueColumns.COORDINATE_WITH),
        scope.receivables(),
        scope.contracts(),
        scope.milestones(),
        scope.amounts(),
        draft.options().of(entry.code()).flatMap(Weighed::economics),
        reasons.ofChoice());
  }

  private Optional<Integer> whole(String term) {
    return draft.book().account(term) instanceof Value.Num number
        ? Optional.of(number.decimal().intValue())
        : Optional.empty();
  }

  /** What a table decided, else the catalogue's. */
  private Optional<String> code(String term, String otherwise) {
    return draft.book().account(term) instanceof Value.Code code
        ? Optional.of(code.code())
        : Optional.of(otherwise).filter(word -> !word.isEmpty());
  }

  private List<Text> talkingPoints() {
    List<Text> points = new ArrayList<>();
    for (TableRun run : draft.runs()) {
      for (Hit hit : run.matched() ? run.result().hits() : List.<Hit>of()) {
        if (hit.outputs().get("talkingPoint") instanceof Value.Words words) {
          points.add(reasons.printer().fill(words.text(), run.receivable()));
        }
      }
    }
    return points.stream().distinct().toList();
  }

  private Hold hold(HeldBack hold) {
    return new Hold(
        hold.code(),
        hold.entry().label(),
        hold.effect(),
        hold.receivables(),
        hold.amount(),
        hold.currency(),
        hold.until(),
        reasons.of(hold));
  }

  private Item item(OpenItem item) {
    String id = item.id();
    Optional<BigDecimal> interest =
        draft.book().receivable(id, "accruedInterest") instanceof Value.Num number
            ? Optional.of(number.decimal())
            : Optional.empty();
    return new Item(
        id,
        item.receivable().currency(),
        draft.book().receivable(id, "daysPastDue"),
        draft.book().receivable(id, "agingBucket"),
        item.outstanding(),
        item.payable(),
        item.collectible(),
        item.disputed(),
        interest,
        new InterestBasis(draft, reasons.printer()).of(item),
        offers.discountBeside(id));
  }
}
