package dev.huikuan.web.view;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.AnswerView.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a recommendation into one reader's words. */
public final class ReadAnswer {

  private static final List<String> LEADING_FACTS =
      List.of(
          "overdue",
          "collectible",
          "daysPastDue",
          "agingBucket",
          "riskTier",
          "cause",
          "brokenPromises");

  private final Recommendation answer;
  private final Labels labels;
  private final Setting setting;

  private ReadAnswer(Recommendation answer, Labels labels, Setting setting) {
    this.answer = answer;
    this.labels = labels;
    this.setting = setting;
  }

  /**
   * @param json the answer of the API, to be shown as it is
   */
  public static AnswerView of(Recommendation answer, Labels labels, Setting setting, String json) {
    ReadAnswer read = new ReadAnswer(answer, labels, setting);
    List<AnswerView.AlternativeLine> considered =
        answer.alternatives().stream().map(read::alternative).toList();
    OffersView offers = ReadOffers.of(answer, labels, considered);
    return new AnswerView(
        answer.customerName().orElse(answer.customerId()),
        answer.customerId(),
        answer.ledger(),
        answer.asOf(),
        answer.hypothetical(),
        read.leading(),
        ReadHero.of(answer, labels, setting.zone()),
        offers,
        answer.holds().stream().map(read::hold).toList(),
        answer.alerts().stream().map(read::alert).toList(),
        answer.advice().stream().map(read::advice).toList(),
        answer.receivables().stream().map(read::item).toList(),
        read.priority(),
        considered.stream().filter(other -> !offers.none().contains(other)).toList(),
        read.trace(),
        read.facts(),
        json);
  }

  private List<AnswerView.Step> trace() {
    Optional<TraceEntry> decisive =
        answer.trace().stream().filter(this::namesTheAction).findFirst();
    ReadStep read = new ReadStep(answer, labels, setting);
    return answer.trace().stream()
        .map(entry -> read.step(entry, decisive.filter(d -> d == entry).isPresent()))
        .toList();
  }

  /** The row that proposed what became the action. */
  private boolean namesTheAction(TraceEntry entry) {
    return entry instanceof TraceEntry.RowMatched row
        && row.outputs().containsValue(Value.code(answer.action().code()));
  }

  private List<Figure> leading() {
    List<Figure> figures = new ArrayList<>();
    for (String code : LEADING_FACTS) {
      Optional.ofNullable(answer.facts().get(code))
          .filter(Value::isPresent)
          .ifPresent(value -> figures.add(figure(code, value)));
    }
    return figures;
  }

  private List<Figure> facts() {
    return answer.facts().entrySet().stream()
        .filter(fact -> !isNever(fact.getKey(), fact.getValue()))
        .map(fact -> figure(fact.getKey(), fact.getValue()))
        .toList();
  }

  /** One of the many actions that were never taken: known, and not worth a line. */
  private static boolean isNever(String code, Value value) {
    return code.startsWith("times ") && value.equals(Value.whole(0));
  }

  private Figure figure(String code, Value value) {
    boolean money =
        labels.policy().vocabulary().find(code).map(Term::type).equals(Optional.of(TermType.MONEY));
    String text =
        money && value instanceof Value.Num number
            ? labels.money(number.decimal(), answer.baseCurrency())
            : labels.value(code, value);
    return new Figure(labels.term(code), text, code);
  }

  private AnswerView.HoldLine hold(Recommendation.Hold hold) {
    boolean takesAmount = hold.effect().equals("AMOUNT");
    List<String> blocked =
        labels
            .entry("holds", hold.code())
            .map(entry -> entry.list(CatalogueColumns.BLOCKS))
            .orElse(List.of());
    return new AnswerView.HoldLine(
        labels.of(hold.label()),
        false,
        hold.code(),
        labels.of(takesAmount ? Phrase.AMOUNT_HOLD : Phrase.BLOCKING_HOLD),
        takesAmount,
        hold.amount()
            .map(amount -> labels.money(amount, hold.currency().orElse(answer.baseCurrency())))
            .orElse(""),
        hold.until().map(Object::toString).orElse(""),
        String.join(labels.separator(), hold.receivables()),
        String.join(
            labels.separator(), blocked.stream().map(labels::actionOrKind).distinct().toList()),
        labels.of(hold.text()));
  }

  private AnswerView.NoticeLine alert(Recommendation.Alert alert) {
    Phrase badge =
        switch (alert.severity()) {
          case "INFO" -> Phrase.SEVERITY_INFO;
          case "WARNING" -> Phrase.SEVERITY_WARNING;
          default -> Phrase.SEVERITY_ERROR;
        };
    List<String> about = new ArrayList<>(alert.receivables());
    about.addAll(alert.contracts());
    return new AnswerView.NoticeLine(
        labels.of(alert.label()),
        alert.code(),
        badge.name().substring("SEVERITY_".length()).toLowerCase(Locale.ROOT),
        labels.of(badge),
        String.join(labels.separator(), about),
        labels.of(alert.text()));
  }

  private AnswerView.NoticeLine advice(Recommendation.Advice advice) {
    return new AnswerView.NoticeLine(
        labels.of(advice.label()),
        advice.code(),
        "advice",
        advice.ownerRole().map(labels::role).orElse(""),
        String.join(labels.separator(), advice.receivables()),
        labels.of(advice.text()));
  }

  private AnswerView.ItemLine item(Recommendation.Item item) {
    BigDecimal held = item.outstanding().subtract(item.payable());
    return new AnswerView.ItemLine(
        item.id(),
        item.currency(),
        labels.value("daysPastDue", item.daysPastDue()),
        labels.value("agingBucket", item.agingBucket()),
        labels.amount(item.outstanding()),
        held.signum() > 0 ? labels.amount(held) : "",
        labels.amount(item.payable()),
        labels.amount(item.collectible()),
        item.accruedInterest().map(labels::amount).orElse(""),
        labels.of(item.interestBasis()),
        Map.of());
  }

  private AnswerView.PriorityView priority() {
    BigDecimal widest =
        answer.priority().reasons().stream()
            .map(reason -> reason.points().abs())
            .max(BigDecimal::compareTo)
            .filter(points -> points.signum() > 0)
            .orElse(BigDecimal.ONE);
    return new AnswerView.PriorityView(
        answer.priority().points().map(BigDecimal::toPlainString).orElse(""),
        "",
        answer.priority().reasons().stream().map(reason -> points(reason, widest)).toList());
  }

  private AnswerView.PointLine points(Recommendation.PriorityReason reason, BigDecimal widest) {
    int tenths =
        reason
            .points()
            .abs()
            .multiply(BigDecimal.TEN)
            .divide(widest, 0, java.math.RoundingMode.CEILING)
            .intValue();
    return new AnswerView.PointLine(
        reason.row(), reason.points().toPlainString(), tenths, labels.of(reason.text()));
  }

  private AnswerView.AlternativeLine alternative(Recommendation.Alternative other) {
    Text label = other.label().isEmpty() ? Text.same(other.code()) : other.label();
    return new AnswerView.AlternativeLine(
        labels.of(label),
        other.code(),
        status(other.status().name(), labels),
        other.status().name().toLowerCase(Locale.ROOT),
        labels.of(other.text()),
        other.because().stream().map(this::because).toList(),
        ReadOffers.economics(other.economics(), labels));
  }

  /** What was thought of an alternative. */
  static String status(String code, Labels labels) {
    return switch (code) {
      case "ELIGIBLE" -> labels.of(Phrase.STATUS_ELIGIBLE);
      case "OUTRANKED" -> labels.of(Phrase.STATUS_OUTRANKED);
      default -> labels.of(Phrase.STATUS_BLOCKED);
    };
  }

  private AnswerView.BecauseLine because(Recommendation.Because because) {
    return new AnswerView.BecauseLine(
        labels.term(because.term()),
        labels.value(because.term(), because.value(), because.currency()),
        because.test(),
        because.location().orElse(""));
  }
}
