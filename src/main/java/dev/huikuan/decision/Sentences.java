package dev.huikuan.decision;

import dev.huikuan.decision.offer.DiscountOffer;
import dev.huikuan.decision.offer.InstallmentOffer;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.HitPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The product's own sentences in an explanation, in both languages; policies bring the rest. */
final class Sentences {

  static final Text NO_CONDITIONS = new Text("无条件行", "row without conditions");
  static final Text NO_ROW_LEFT = new Text("没有可以执行的动作，等待。", "No action is possible now: wait.");
  static final Text NOTHING_DECIDES =
      new Text("策略没有为此客户提出动作。", "The policy proposes no action for this account.");
  static final Text SET_FROM_OUTSIDE = new Text("由假设条件指定。", "Set by the what-if.");

  /** No term of a table: what an option is expected to bring. */
  static final String EXPECTED_NET = "expectedNet";

  private Sentences() {}

  /** Several sentences, or parts of one, as one text. */
  static Text list(List<Text> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).reduce(Text.EMPTY, Sentences::join);
  }

  /** One after the other: a full stop ends the first, else a semicolon parts them. */
  static Text join(Text first, Text second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    return new Text(
        first.zh() + (first.zh().endsWith("。") ? "" : "；") + second.zh(),
        first.en() + (first.en().endsWith(".") ? " " : "; ") + second.en());
  }

  static Text notMade(TableRun run) {
    Text label = run.table().label();
    String rows = String.join(", ", run.result().violated());
    if (rows.isEmpty()) {
      return new Text(
          "决策表“%s”没有匹配的行，需要人工决定。".formatted(label.zh()),
          "No row of the table %s matches: a person decides.".formatted(label.en()));
    }
    return run.table().hitPolicy() == HitPolicy.ANY
        ? new Text(
            "决策表“%s”同时匹配的行（%s）结论不一致，违反命中策略 ANY，结果作废。".formatted(label.zh(), rows),
            "The rows of the table %s that match (%s) disagree, against its hit policy ANY: not made."
                .formatted(label.en(), rows))
        : new Text(
            "决策表“%s”同时匹配多行（%s），违反其命中策略，结果作废。".formatted(label.zh(), rows),
            "The table %s matches several rows at once (%s) against its hit policy: not made."
                .formatted(label.en(), rows));
  }

  static Text noRow(TableRun run) {
    return run.result().violated().isEmpty()
        ? new Text("没有匹配的行。", "No row matches.")
        : notMade(run);
  }

  static Text termSetTwice(String term, String one, String other) {
    return new Text(
        "规则“%s”与“%s”对 %s 设定了不同的值，需要人工决定。".formatted(one, other, term),
        "The rules %s and %s set different values for %s: a person decides."
            .formatted(one, other, term));
  }

  static Text firstComes(List<Text> steps) {
    return new Text(
        "须先完成：%s。".formatted(String.join("、", steps.stream().map(Text::zh).toList())),
        "First comes: %s.".formatted(String.join(", ", steps.stream().map(Text::en).toList())));
  }

  static Text approvalUndecided(Text action) {
    return new Text(
        "没有规定“%s”由谁审批，需要人工决定。".formatted(action.zh()),
        "Nothing decides who approves %s: a person decides.".formatted(action.en()));
  }

  /** Only for an option that has figures, as waiting has. */
  static Because belowWaiting(Weighed weighed) {
    BigDecimal net = weighed.economics().orElseThrow().net();
    BigDecimal waiting = weighed.waiting().orElseThrow();
    return new Because(
        EXPECTED_NET,
        net.abs().compareTo(Micros.LIMIT) < 0 ? Value.number(net) : Value.UNKNOWN,
        ">= " + waiting.toPlainString(),
        Optional.empty(),
        weighed.economics().map(Economics::currency));
  }

  static Text outranked(Weighed weighed) {
    Economics economics = weighed.economics().orElseThrow();
    String net = Printer.money(economics.net(), economics.currency());
    String waiting = Printer.money(weighed.waiting().orElseThrow(), economics.currency());
    return new Text(
        "预期净回收 %s，低于等待的 %s。".formatted(net, waiting),
        "Its expected net of %s is below the %s of waiting.".formatted(net, waiting));
  }

  static Because offerNotMade() {
    return new Because("offer", Value.UNKNOWN, "made", Optional.empty());
  }

  static final Text OFFER_NOT_MADE = new Text("没有可提供的优惠方案。", "The offer is not made.");

  static Text heldBy(Text hold) {
    return new Text("保留事项“%s”不允许。".formatted(hold.zh()), "Held back: %s.".formatted(hold.en()));
  }

  /** A condition that would have to hold, and what the value is. */
  static Text needs(Text term, Text test, Text value) {
    return new Text(
        "需要 %s %s，现为 %s。".formatted(term.zh(), is("为 ", test.zh()), value.zh()),
        "Needs %s %s, it is %s.".formatted(term.en(), is("to be ", test.en()), value.en()));
  }

  /** A test that begins with an operator needs no verb. */
  private static String is(String verb, String test) {
    return !test.isEmpty() && Character.isLetterOrDigit(test.codePointAt(0)) ? verb + test : test;
  }

  static Text rateLowered(DiscountOffer offer) {
    String from = twoDecimals(offer.decidedRate());
    String to = twoDecimals(offer.rate());
    return new Text(
        "折扣率由 %s %% 降为 %s %%（合同约定或最高折扣率）。".formatted(from, to),
        "Discount lowered from %s %% to %s %%: the contract's clause or the greatest discount."
            .formatted(from, to));
  }

  private static String twoDecimals(BigDecimal percent) {
    return Printer.plain(percent.setScale(2, RoundingMode.HALF_UP));
  }

  static Text countLowered(InstallmentOffer offer) {
    int from = offer.decidedCount();
    int to = offer.terms().count();
    return new Text(
        "分期数由 %s 期降为 %s 期（合同上限、诉讼时效或每期最低金额）。".formatted(from, to),
        "Installments lowered from %s to %s: contract maximum, limitation or minimum installment."
            .formatted(from, to));
  }

  static Text omitted(int count) {
    return new Text(
        "有 %s 条记录的日期晚于评估日，未予采用。".formatted(count),
        "Left out because dated after the day of the decision: %s.".formatted(count));
  }

  static Text overridden(Text terms) {
    return new Text(
        "按假设替换：%s。".formatted(terms.zh()), "Set in place of the facts: %s.".formatted(terms.en()));
  }
}
