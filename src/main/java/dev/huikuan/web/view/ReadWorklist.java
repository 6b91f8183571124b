package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.AnswerView.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Puts decided accounts into the order of work, and into words. */
public final class ReadWorklist {

  /** An account that has been decided. */
  public record Decided(String id, Text title, Recommendation answer) {}

  /** To do before WAIT, then priority and overdue falling, then the customer's id. */
  public static final Comparator<Decided> ORDER =
      Comparator.comparing((Decided account) -> isWaiting(account.answer()))
          .thenComparing(
              account -> account.answer().priority().points().orElse(BigDecimal.ZERO),
              Comparator.reverseOrder())
          .thenComparing(account -> overdue(account.answer()), Comparator.reverseOrder())
          .thenComparing(account -> account.answer().customerId());

  private ReadWorklist() {}

  /** Lines on one page. */
  private static final int PAGE = 50;

  /**
   * The page that was asked for.
   *
   * @param urls address of an account's page by its id
   * @param lists address of a worklist by its parameters, names and values in turn
   */
  public static DeskView.Worklist of(
      List<Decided> accounts,
      Labels labels,
      WorklistQuery query,
      Function<String, String> urls,
      Function<List<String>, String> lists) {
    List<DeskView.AccountLine> found =
        accounts.stream()
            .map(account -> line(account, labels, urls))
            .filter(query::matches)
            .toList();
    List<DeskView.AccountLine> chosen =
        found.stream()
            .filter(line -> query.kind().isEmpty() || line.style().equals(style(query)))
            .toList();
    int last = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
    int page = Math.min(query.page(), last);
    int from = (page - 1) * PAGE;
    int to = Math.min(chosen.size(), from + PAGE);
    return new DeskView.Worklist(
        chosen.subList(from, to),
        totals(accounts, labels),
        !accounts.isEmpty(),
        to - from == accounts.size(),
        query.onPage(page),
        kinds(found, query, labels, lists),
        chosen.isEmpty() ? "" : (from + 1) + "–" + to + " / " + chosen.size(),
        page > 1 ? Optional.of(to(query.onPage(page - 1), lists)) : Optional.empty(),
        page < last ? Optional.of(to(query.onPage(page + 1), lists)) : Optional.empty());
  }

  private static String style(WorklistQuery query) {
    return query.kind().toLowerCase(Locale.ROOT);
  }

  private static String to(WorklistQuery query, Function<List<String>, String> lists) {
    return lists.apply(query.parameters());
  }

  private static List<DeskView.KindLink> kinds(
      List<DeskView.AccountLine> found,
      WorklistQuery query,
      Labels labels,
      Function<List<String>, String> lists) {
    List<DeskView.KindLink> links = new ArrayList<>();
    links.add(
        new DeskView.KindLink(
            labels.of(Phrase.ALL_KINDS),
            "all",
            found.size(),
            to(query.ofKind(""), lists),
            query.kind().isEmpty()));
    for (String kind : Kind.ALL) {
      String style = Kind.style(kind);
      int count = (int) found.stream().filter(line -> line.style().equals(style)).count();
      boolean chosen = style(query).equals(style);
      if (count > 0 || chosen) {
        links.add(
            new DeskView.KindLink(
                Kind.label(kind, labels), style, count, to(query.ofKind(style), lists), chosen));
      }
    }
    return links;
  }

  /** What may be offered, in a few words. */
  private static List<String> offers(Recommendation answer, Labels labels) {
    List<String> offers = new ArrayList<>();
    answer
        .discount()
        .ifPresent(
            discount ->
                offers.add(
                    labels.of(Phrase.TAG_DISCOUNT)
                        + " "
                        + discount.percent().stripTrailingZeros().toPlainString()
                        + " %"));
    answer
        .installments()
        .ifPresent(
            plan ->
                offers.add(
                    labels.of(Phrase.TAG_INSTALLMENTS)
                        + " "
                        + plan.count()
                        + labels.of(Phrase.TAG_TIMES)));
    answer
        .extension()
        .ifPresent(
            extension ->
                offers.add(
                    labels.of(Phrase.TAG_EXTENSION)
                        + " "
                        + extension.days()
                        + " "
                        + labels.of(Phrase.DAYS)));
    return List.copyOf(offers);
  }

  private static DeskView.AccountLine line(
      Decided account, Labels labels, Function<String, String> urls) {
    Recommendation answer = account.answer();
    Recommendation.Action action = answer.action();
    return new DeskView.AccountLine(
        account.id(),
        answer.customerName().orElse(answer.customerId()),
        answer.customerId(),
        labels.of(account.title()),
        urls.apply(account.id()),
        labels.of(action.label()),
        Kind.label(action.kind(), labels),
        Kind.style(action.kind()),
        labels.of(action.reason()),
        overdue(answer).signum() == 0 ? "" : labels.money(overdue(answer), answer.baseCurrency()),
        fact(answer, "daysPastDue").signum() == 0
            ? ""
            : fact(answer, "daysPastDue").toPlainString(),
        answer.priority().points().map(BigDecimal::toPlainString).orElse(""),
        action.dueBy().map(Object::toString).orElse(""),
        offers(answer, labels));
  }

  private static List<Figure> totals(List<Decided> accounts, Labels labels) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    long waiting = accounts.stream().filter(account -> isWaiting(account.answer())).count();
    BigDecimal overdue =
        accounts.stream()
            .map(account -> overdue(account.answer()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String currency = accounts.get(0).answer().baseCurrency();
    return List.of(
        Figure.of(labels.of(Phrase.ACCOUNTS), Integer.toString(accounts.size())),
        Figure.of(labels.of(Phrase.TO_DO), Long.toString(accounts.size() - waiting)),
        Figure.of(labels.of(Phrase.WAITING), Long.toString(waiting)),
        Figure.of(labels.of(Phrase.TOTAL_OVERDUE), labels.money(overdue, currency)));
  }

  private static boolean isWaiting(Recommendation answer) {
    return answer.action().code().equals("WAIT");
  }

  private static BigDecimal overdue(Recommendation answer) {
    return fact(answer, "overdue");
  }

  private static BigDecimal fact(Recommendation answer, String code) {
    return answer.facts().getOrDefault(code, Value.UNKNOWN) instanceof Value.Num number
        ? number.decimal()
        : BigDecimal.ZERO;
  }
}
