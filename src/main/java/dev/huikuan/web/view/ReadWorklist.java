package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.AnswerView.Figure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
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

  /**
   * @param urls address of an account's page by its id
   */
  public static DeskView.Worklist of(
      List<Decided> accounts, Labels labels, Function<String, String> urls) {
    List<DeskView.AccountLine> lines =
        accounts.stream().map(account -> line(account, labels, urls)).toList();
    return new DeskView.Worklist(lines, totals(accounts, labels));
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
        action.dueBy().map(Object::toString).orElse(""));
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
