package dev.huikuan.web.overview;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.records.PortfolioFigures.Count;
import dev.huikuan.records.PortfolioFigures.Money;
import dev.huikuan.records.PortfolioFigures.Summary;
import dev.huikuan.web.overview.OverviewView.Aging;
import dev.huikuan.web.overview.OverviewView.Bucket;
import dev.huikuan.web.overview.OverviewView.Charted;
import dev.huikuan.web.overview.OverviewView.Figures;
import dev.huikuan.web.overview.OverviewView.Headline;
import dev.huikuan.web.overview.OverviewView.OfferLine;
import dev.huikuan.web.overview.OverviewView.RankLine;
import dev.huikuan.web.overview.OverviewView.Ranking;
import dev.huikuan.web.overview.OverviewView.Sums;
import dev.huikuan.web.view.Labels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the sums of the portfolio into one reader's words. */
final class ReadOverview {

  static final int MOST_CHARTS = 4;

  private static final String WAIT = "WAIT";

  private final Summary summary;
  private final Labels labels;
  private final AskedOverview asked;
  private final Shares shares;
  private final Currencies currencies;

  private ReadOverview(Summary summary, Labels labels, AskedOverview asked, LocalDate today) {
    this.summary = summary;
    this.labels = labels;
    this.asked = asked;
    this.shares = new Shares(labels);
    this.currencies = Currencies.of(summary.totals(), labels.policy(), today);
  }

  /**
   * @param today the day whose exchange rates tell which currency is the largest
   */
  static Figures of(Summary summary, Labels labels, AskedOverview asked, LocalDate today) {
    return new ReadOverview(summary, labels, asked, today).read();
  }

  private String t(OverviewPhrase phrase) {
    return phrase.in(labels.language());
  }

  private Figures read() {
    List<Aging> aging = new ArrayList<>();
    List<Bucket> others = new ArrayList<>();
    for (String currency : currencies.codes()) {
      List<Bucket> buckets = buckets(currency);
      if (aging.size() < MOST_CHARTS) {
        aging.add(new Aging(currency, "aging-" + aging.size(), buckets));
      } else {
        others.addAll(buckets);
      }
    }
    return new Figures(
        headline(),
        currencies.codes().stream().map(this::sums).toList(),
        aging,
        others,
        ranking("by-action", OverviewPhrase.BY_ACTION, OverviewPhrase.ACTION, actions()),
        ranking("by-owner", OverviewPhrase.BY_OWNER, OverviewPhrase.OWNER, owners()),
        ranking("by-hold", OverviewPhrase.BY_HOLD, OverviewPhrase.HOLD, holds()),
        offers());
  }

  private List<Headline> headline() {
    long waiting =
        summary.actions().stream()
            .filter(count -> count.code().equals(Optional.of(WAIT)))
            .mapToLong(Count::accounts)
            .sum();
    return List.of(
        new Headline(t(OverviewPhrase.ACCOUNTS), shares.count(summary.accounts())),
        new Headline(t(OverviewPhrase.TO_ACT_ON), shares.count(summary.accounts() - waiting)),
        new Headline(t(OverviewPhrase.WAITING), shares.count(waiting)));
  }

  private Sums sums(String currency) {
    Money money =
        summary.totals().stream()
            .filter(one -> one.currency().equals(currency))
            .findFirst()
            .orElseThrow();
    return new Sums(
        currency,
        shares.count(money.accounts()),
        labels.amount(money.outstanding()),
        labels.amount(money.overdue()),
        shares.percent(money.overdue(), money.outstanding()),
        labels.amount(money.collectible()),
        labels.amount(money.disputed()));
  }

  private List<Bucket> buckets(String currency) {
    List<String> order =
        labels
            .policy()
            .vocabulary()
            .find("agingBucket")
            .map(Term::values)
            .orElse(List.of())
            .stream()
            .map(AllowedValue::code)
            .toList();
    Comparator<Money> inOrder =
        Comparator.comparingInt(
            money ->
                money
                    .agingBucket()
                    .map(code -> order.contains(code) ? order.indexOf(code) : order.size())
                    .orElse(order.size() + 1));
    return summary.aging().stream()
        .filter(money -> money.currency().equals(currency))
        .sorted(inOrder)
        .map(this::bucket)
        .toList();
  }

  private Bucket bucket(Money money) {
    return new Bucket(
        money.currency(),
        money
            .agingBucket()
            .map(code -> labels.code("agingBucket", code))
            .orElse(t(OverviewPhrase.NO_BUCKET)),
        money.agingBucket().map(code -> asked.desk("bucket", code)),
        shares.count(money.accounts()),
        amount(money.outstanding()),
        amount(money.overdue()),
        amount(money.collectible()),
        amount(money.disputed()));
  }

  private Charted amount(BigDecimal amount) {
    return new Charted(labels.amount(amount), amount.stripTrailingZeros().toPlainString());
  }

  private List<RankLine> actions() {
    return lines(
        summary.actions(), "action", code -> labels.actionOrKind(code), summary.accounts());
  }

  private List<RankLine> owners() {
    return lines(summary.owners(), "owner", labels::role, summary.accounts());
  }

  private List<RankLine> holds() {
    Function<String, String> label =
        code -> labels.entry("holds", code).map(e -> labels.of(e.label())).orElse(code);
    return lines(summary.holds(), "hold", label, summary.accounts());
  }

  private List<RankLine> lines(
      List<Count> counts, String filter, Function<String, String> label, long all) {
    return counts.stream()
        .sorted(Comparator.comparingLong(Count::accounts).reversed())
        .map(
            count ->
                new RankLine(
                    count.code().map(label).orElse(t(OverviewPhrase.NOBODY)),
                    count.code().map(code -> asked.desk(filter, code)),
                    shares.charted(count.accounts()),
                    shares.percent(count.accounts(), all)))
        .toList();
  }

  private Ranking ranking(
      String id, OverviewPhrase title, OverviewPhrase what, List<RankLine> lines) {
    return new Ranking(id, t(title), t(what), lines);
  }

  private List<OfferLine> offers() {
    List<OfferLine> offers = new ArrayList<>();
    summary.discounts().stream()
        .sorted(Comparator.comparingInt(d -> currencies.place(d.currency())))
        .map(
            discount ->
                new OfferLine(
                    t(OverviewPhrase.DISCOUNT_IN).replace("{currency}", discount.currency()),
                    shares.charted(discount.accounts()),
                    labels.money(discount.cost(), discount.currency())))
        .forEach(offers::add);
    offers.addAll(plain(OverviewPhrase.INSTALLMENTS, summary.installments()));
    offers.addAll(plain(OverviewPhrase.EXTENSIONS, summary.extensions()));
    return List.copyOf(offers);
  }

  private List<OfferLine> plain(OverviewPhrase label, long accounts) {
    return accounts == 0
        ? List.of()
        : List.of(new OfferLine(t(label), shares.charted(accounts), t(OverviewPhrase.NO_COST)));
  }
}
