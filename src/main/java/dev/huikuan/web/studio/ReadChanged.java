package dev.huikuan.web.studio;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.simulation.ChangedAccount;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.Words;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.studio.ChangedView.Line;
import dev.huikuan.web.studio.ChangedView.Step;
import dev.huikuan.web.studio.ResultView.Compared;
import dev.huikuan.web.view.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The accounts that change most, both answers side by side. */
final class ReadChanged {

  private static final String NONE = "–";

  private final SimulationResult result;
  private final Labels labels;
  private final Words words;
  private final boolean severalLedgers;

  ReadChanged(SimulationResult result, Labels labels, Words words) {
    this.result = result;
    this.labels = labels;
    this.words = words;
    this.severalLedgers = result.top().stream().map(ChangedAccount::ledger).distinct().count() > 1;
  }

  List<ChangedView> accounts() {
    return result.top().stream().map(this::account).toList();
  }

  private ChangedView account(ChangedAccount account) {
    return new ChangedView(
        account.customerName().orElse(account.customerId()),
        account.customerId(),
        severalLedgers ? t(SimulationPhrase.LEDGER).replace("{ledger}", account.ledger()) : "",
        "/" + PageLanguage.url(List.of("q", account.customerId())),
        net(account),
        t(SimulationPhrase.DIFFERS_IN).replace("{list}", properties(account)),
        lines(account.before(), account.after()),
        t(SimulationPhrase.STEPS).replace("{n}", Integer.toString(account.steps().size())),
        account.steps().stream().map(this::step).toList());
  }

  /** The difference in its currency; without one where two currencies cannot be subtracted. */
  private Compared net(ChangedAccount account) {
    Compared plain = new Differences(labels).of(amount(account.before()), amount(account.after()));
    String currency =
        account
            .after()
            .net()
            .or(account.before()::net)
            .map(Recommendation.Amount::currency)
            .orElse("");
    boolean one =
        account
            .before()
            .net()
            .map(Recommendation.Amount::currency)
            .map(currency::equals)
            .orElse(true);
    String difference =
        plain.difference().isEmpty() || !one ? "" : currency + "\u00a0" + plain.difference();
    return new Compared(money(account.before()), money(account.after()), difference, plain.style());
  }

  private static BigDecimal amount(ChangedAccount.Side side) {
    return side.net().map(Recommendation.Amount::amount).orElse(BigDecimal.ZERO);
  }

  private String money(ChangedAccount.Side side) {
    return side.net().map(net -> labels.money(net.amount(), net.currency())).orElse(NONE);
  }

  private String properties(ChangedAccount account) {
    return account.properties().stream()
        .map(words::property)
        .collect(Collectors.joining(labels.separator()));
  }

  private List<Line> lines(ChangedAccount.Side before, ChangedAccount.Side after) {
    return List.of(
        line(SimulationPhrase.ACTION, labels.of(before.label()), labels.of(after.label())),
        line(SimulationPhrase.REASON, labels.of(before.reason()), labels.of(after.reason())),
        line(SimulationPhrase.DECIDED_BY, before.decidedBy(), after.decidedBy()),
        line(
            SimulationPhrase.PRIORITY,
            labels.amount(before.priority()),
            labels.amount(after.priority())),
        line(SimulationPhrase.EXPECTED_NET, money(before), money(after)));
  }

  private Line line(SimulationPhrase label, String before, String after) {
    return new Line(t(label), shown(before), shown(after), !before.equals(after));
  }

  private static String shown(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private Step step(ChangedAccount.Step step) {
    return new Step(
        step.decision(),
        String.join(labels.separator(), step.receivables()),
        words.rows(step.before(), step.after()),
        words.rows(step.after(), step.before()));
  }

  private String t(SimulationPhrase phrase) {
    return phrase.in(labels.language());
  }
}
