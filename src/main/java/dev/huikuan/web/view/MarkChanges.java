package dev.huikuan.web.view;

import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.AnswerView.Hero;
import dev.huikuan.web.view.AnswerView.HoldLine;
import dev.huikuan.web.view.AnswerView.ItemLine;
import dev.huikuan.web.view.OffersView.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks in an assumed answer what is otherwise in the case as it is. */
public final class MarkChanges {

  private static final String NOTHING = "–";

  private MarkChanges() {}

  /** The answer after, with what each changed value was before. */
  public static AnswerView in(AnswerView after, AnswerView before) {
    return new AnswerView(
        after.customer(),
        after.customerId(),
        after.ledger(),
        after.asOf(),
        after.hypothetical(),
        figures(before.figures(), after.figures()),
        hero(before.hero(), after.hero()),
        new OffersView(
            offers(before.offers().offers(), after.offers().offers()), after.offers().none()),
        holds(before.holds(), after.holds()),
        after.alerts(),
        after.advice(),
        items(before.receivables(), after.receivables()),
        new AnswerView.PriorityView(
            after.priority().points(),
            was(before.priority().points(), after.priority().points()),
            after.priority().reasons()),
        after.alternatives(),
        after.trace(),
        figures(before.facts(), after.facts()),
        after.json());
  }

  /** What it was; empty when it is the same. */
  private static String was(String before, String after) {
    return before.equals(after) ? "" : before.isEmpty() ? NOTHING : before;
  }

  private static List<Figure> figures(List<Figure> before, List<Figure> after) {
    Map<String, String> old = new HashMap<>();
    before.forEach(figure -> old.putIfAbsent(figure.label(), figure.value()));
    return after.stream()
        .map(
            now ->
                new Figure(
                    now.label(),
                    now.value(),
                    now.note(),
                    was(old.getOrDefault(now.label(), ""), now.value())))
        .toList();
  }

  private static Hero hero(Hero before, Hero after) {
    return new Hero(
        after.code(),
        after.label(),
        was(before.label(), after.label()),
        after.kind(),
        after.style(),
        after.reason(),
        after.instructions(),
        figures(before.terms(), after.terms()),
        figures(before.economics(), after.economics()),
        after.talkingPoints());
  }

  private static List<Offer> offers(List<Offer> before, List<Offer> after) {
    Map<String, Offer> old = ByName.of(before, Offer::code);
    List<Offer> marked = new ArrayList<>();
    ByName.of(after, Offer::code)
        .forEach((name, now) -> marked.add(offer(Optional.ofNullable(old.get(name)), now)));
    return List.copyOf(marked);
  }

  private static Offer offer(Optional<Offer> before, Offer now) {
    return new Offer(
        now.code(),
        now.label(),
        now.preferred(),
        before.isEmpty(),
        now.approval(),
        now.atOnce(),
        before.map(o -> figures(o.terms(), now.terms())).orElse(now.terms()),
        before.map(o -> figures(o.figures(), now.figures())).orElse(now.figures()),
        now.schedule());
  }

  private static List<HoldLine> holds(List<HoldLine> before, List<HoldLine> after) {
    Map<String, HoldLine> old = ByName.of(before, HoldLine::name);
    return after.stream()
        .map(
            now ->
                new HoldLine(
                    now.label(),
                    !old.containsKey(now.name()),
                    now.code(),
                    now.effect(),
                    now.takesAmount(),
                    now.amount(),
                    now.until(),
                    now.receivables(),
                    now.blocks(),
                    now.text()))
        .toList();
  }

  private static List<ItemLine> items(List<ItemLine> before, List<ItemLine> after) {
    Map<String, ItemLine> old = ByName.of(before, ItemLine::id);
    return after.stream()
        .map(now -> Optional.ofNullable(old.get(now.id())).map(o -> item(o, now)).orElse(now))
        .toList();
  }

  private static ItemLine item(ItemLine before, ItemLine now) {
    Map<String, String> was = new HashMap<>();
    was.put("daysPastDue", was(before.daysPastDue(), now.daysPastDue()));
    was.put("bucket", was(before.bucket(), now.bucket()));
    was.put("outstanding", was(before.outstanding(), now.outstanding()));
    was.put("held", was(before.held(), now.held()));
    was.put("collectible", was(before.collectible(), now.collectible()));
    was.put("interest", was(before.interest(), now.interest()));
    return new ItemLine(
        now.id(),
        now.currency(),
        now.daysPastDue(),
        now.bucket(),
        now.outstanding(),
        now.held(),
        now.payable(),
        now.collectible(),
        now.interest(),
        now.interestBasis(),
        Map.copyOf(was));
  }
}
