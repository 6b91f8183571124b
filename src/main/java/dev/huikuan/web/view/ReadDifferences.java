package dev.huikuan.web.view;

import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.AnswerView.HoldLine;
import dev.huikuan.web.view.AnswerView.NoticeLine;
import dev.huikuan.web.view.DifferencesView.Difference;
import dev.huikuan.web.view.OffersView.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lays two answers side by side: that for the case as it is, and that for the case assumed. */
public final class ReadDifferences {

  private final Labels labels;
  private final List<Difference> lines = new ArrayList<>();

  private ReadDifferences(Labels labels) {
    this.labels = labels;
  }

  public static DifferencesView of(AnswerView before, AnswerView after, Labels labels) {
    ReadDifferences read = new ReadDifferences(labels);
    read.answers(before, after);
    String action = after.hero().label();
    String stays =
        action.equals(before.hero().label())
            ? labels.of(AccountPhrase.ACTION_STAYS).replace("{after}", action)
            : "";
    return new DifferencesView(stays, List.copyOf(read.lines));
  }

  private void answers(AnswerView before, AnswerView after) {
    value(labels.of(Phrase.NEXT_ACTION), before.hero().label(), after.hero().label());
    value(labels.of(Phrase.PRIORITY), before.priority().points(), after.priority().points());
    figures("", before.hero().terms(), after.hero().terms());
    figures("", before.hero().economics(), after.hero().economics());
    offers(before.offers(), after.offers());
    named(
        labels.of(AccountPhrase.HOLD),
        ByName.of(before.holds(), HoldLine::name),
        ByName.of(after.holds(), HoldLine::name),
        ReadDifferences::hold);
    named(
        labels.of(AccountPhrase.ALERT),
        ByName.of(before.alerts(), NoticeLine::name),
        ByName.of(after.alerts(), NoticeLine::name),
        notice -> notice.label() + about(notice.about()));
  }

  private static String hold(HoldLine hold) {
    String amount = hold.amount().isEmpty() ? "" : " " + hold.amount();
    String until = hold.until().isEmpty() ? "" : " → " + hold.until();
    return hold.label() + amount + until + about(hold.receivables());
  }

  private static String about(String receivables) {
    return receivables.isEmpty() ? "" : " (" + receivables + ")";
  }

  private void offers(OffersView before, OffersView after) {
    Map<String, Offer> old = ByName.of(before.offers(), Offer::code);
    Map<String, Offer> now = ByName.of(after.offers(), Offer::code);
    named(
        labels.of(AccountPhrase.OFFER),
        withoutCommon(old, now),
        withoutCommon(now, old),
        this::offer);
    now.forEach(
        (name, offer) -> {
          if (old.containsKey(name)) {
            Offer was = old.get(name);
            value(labels.of(AccountPhrase.OFFER), was.label(), offer.label());
            figures(offer.label() + " · ", was.terms(), offer.terms());
            figures(offer.label() + " · ", was.figures(), offer.figures());
            value(
                offer.label() + " · " + labels.of(Phrase.APPROVAL),
                was.approval(),
                offer.approval());
          }
        });
  }

  /** What is offered, with the first of its terms: what the customer pays. */
  private String offer(Offer offer) {
    return offer.terms().stream()
        .findFirst()
        .map(term -> offer.label() + " · " + term.label() + " " + term.value())
        .orElse(offer.label());
  }

  private static <T> Map<String, T> withoutCommon(Map<String, T> all, Map<String, T> others) {
    Map<String, T> rest = new LinkedHashMap<>(all);
    rest.keySet().removeAll(others.keySet());
    return rest;
  }

  private <T> void named(
      String subject, Map<String, T> before, Map<String, T> after, Function<T, String> words) {
    after.forEach(
        (name, one) -> {
          if (before.containsKey(name)) {
            value(subject, words.apply(before.get(name)), words.apply(one));
          } else {
            add(subject, "gained", AccountPhrase.GAINED, "", words.apply(one));
          }
        });
    before.forEach(
        (name, one) -> {
          if (!after.containsKey(name)) {
            add(subject, "lost", AccountPhrase.LOST, words.apply(one), "");
          }
        });
  }

  private void figures(String prefix, List<Figure> before, List<Figure> after) {
    Map<String, String> old = byLabel(before);
    Map<String, String> now = byLabel(after);
    now.forEach((label, value) -> value(prefix + label, old.getOrDefault(label, ""), value));
    old.forEach(
        (label, value) -> {
          if (!now.containsKey(label)) {
            value(prefix + label, value, "");
          }
        });
  }

  private static Map<String, String> byLabel(List<Figure> figures) {
    Map<String, String> byLabel = new LinkedHashMap<>();
    figures.forEach(figure -> byLabel.putIfAbsent(figure.label(), figure.value()));
    return byLabel;
  }

  private void value(String subject, String before, String after) {
    if (!before.equals(after)) {
      add(subject, "changed", AccountPhrase.CHANGED, shown(before), shown(after));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private void add(String subject, String style, AccountPhrase word, String before, String after) {
    lines.add(new Difference(subject, style, labels.of(word), before, after));
  }
}
