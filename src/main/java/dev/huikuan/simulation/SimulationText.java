package dev.huikuan.simulation;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.SimulationResult.Move;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result of a simulation for people. */
public final class SimulationText {

  private final Words words;
  private final StringBuilder text = new StringBuilder();

  private SimulationText(Words words) {
    this.words = words;
  }

  public static String written(SimulationResult result, Language language) {
    return new SimulationText(new Words(language, result.labels())).all(result);
  }

  private String all(SimulationResult result) {
    summary(result);
    List<Move> moves = result.moves().stream().filter(Move::isChange).toList();
    if (!moves.isEmpty()) {
      title("动作变化（客户数）", "Accounts that get another action");
      moves.forEach(
          move ->
              line(
                  number(move.accounts())
                      + "  "
                      + words.named(move.from())
                      + " → "
                      + words.named(move.to())));
    }
    if (result.changed() > 0) {
      counts("各动作的客户数：现行、候选", "Accounts by action: active, candidate", result.actions());
      holds(result);
      offers(result);
      recovery(result);
      counts("各角色的待办数：现行、候选", "Workload by role: active, candidate", result.workload());
      top(result);
    }
    if (result.faultCount() > 0) {
      line("");
      int count = result.faultCount();
      line(
          words.say(
              "输入中有 " + count + " 处错误，相关客户未计入",
              count + (count == 1 ? " error" : " errors") + " in the input; not counted above"));
    }
    line("");
    text.append(words.say("现行策略 ", "active policy ")).append(result.activeVersion());
    text.append(words.say("，候选策略 ", ", candidate ")).append(result.candidateVersion());
    return text.toString();
  }

  private void summary(SimulationResult result) {
    String asOf =
        result.asOf().isEmpty()
            ? ""
            : words.say("截至 " + result.asOf() + "：", "as of " + result.asOf() + ": ");
    if (result.changed() == 0) {
      line(
          asOf
              + words.say(
                  result.accounts() + " 个客户，处理结果都不变",
                  result.accounts() + " accounts, none of them treated differently"));
    } else {
      line(
          asOf
              + words.say(
                  result.accounts()
                      + " 个客户中有 "
                      + result.changed()
                      + " 个的处理结果不同，其中"
                      + (result.otherAction() == 0
                          ? "没有客户换动作"
                          : " " + result.otherAction() + " 个换了动作"),
                  result.changed()
                      + " of "
                      + result.accounts()
                      + " accounts are treated differently, "
                      + (result.otherAction() == 0
                          ? "none of them with another action"
                          : result.otherAction() + " of them with another action")));
    }
    if (result.changed() > 0) {
      line(words.say("不同之处：", "they differ in: ") + words.counts(result.differs()));
    }
    if (result.onlyExplained() > 0) {
      line(
          words.say(
              "另有 " + result.onlyExplained() + " 个只是解释（轨迹、备选）不同",
              result.onlyExplained()
                  + " more differ in their explanation only (trace, alternatives)"));
    }
  }

  private void counts(String zh, String en, List<Count> counts) {
    List<Count> moved = counts.stream().filter(c -> c.before() != c.after()).toList();
    if (moved.isEmpty()) {
      return;
    }
    title(zh, en);
    moved.forEach(
        count -> line(pair(count.before(), count.after()) + "  " + words.named(count.code())));
  }

  private void holds(SimulationResult result) {
    List<SimulationResult.Hold> moved =
        result.holds().stream().filter(hold -> hold.gained() + hold.lost() > 0).toList();
    if (moved.isEmpty()) {
      return;
    }
    title("保留事项：现行、候选", "Holds: active, candidate");
    moved.forEach(
        hold ->
            line(
                pair(hold.before(), hold.after())
                    + "  "
                    + words.named(hold.code())
                    + words.say("，新增 ", ", gained ")
                    + hold.gained()
                    + words.say("，解除 ", ", lost ")
                    + hold.lost()));
  }

  private void offers(SimulationResult result) {
    List<SimulationResult.Offer> moved =
        result.offers().stream().filter(offer -> !offer.before().equals(offer.after())).toList();
    if (moved.isEmpty()) {
      return;
    }
    title("优惠：笔数和金额，现行、候选", "Offers: how many and how much, active, candidate");
    for (SimulationResult.Offer offer : moved) {
      line(
          pair(offer.before().count(), offer.after().count())
              + "  "
              + offer.kind().label().in(words.language())
              + words.say("，", ", ")
              + (offer.total() ? words.say("合计折 ", "all in ") + offer.currency() : offer.currency())
              + " "
              + Words.money(offer.before().amount())
              + " → "
              + Words.money(offer.after().amount())
              + difference(offer.before().amount(), offer.after().amount()));
    }
  }

  private void recovery(SimulationResult result) {
    title("所选动作的预期净回款", "Expected net of the recommended actions");
    for (SimulationResult.Recovery net : result.recovery()) {
      if (net.before().equals(net.after())) {
        line(
            "  "
                + net.currency()
                + " "
                + Words.money(net.before().amount())
                + words.say("，不变", ", unchanged"));
        continue;
      }
      line(
          "  "
              + net.currency()
              + " "
              + Words.money(net.before().amount())
              + " → "
              + Words.money(net.after().amount())
              + difference(net.before().amount(), net.after().amount())
              + words.say(
                  "，可估算的客户 " + net.before().count() + " → " + net.after().count(),
                  ", from " + net.before().count() + " → " + net.after().count() + " accounts"));
    }
  }

  private void top(SimulationResult result) {
    long more = result.changed() - result.top().size();
    title("变化最大的客户", "The accounts that change most");
    int number = 0;
    for (ChangedAccount account : result.top()) {
      number++;
      line("");
      line(
          number
              + ". "
              + account.customerName().map(name -> name + " ").orElse("")
              + "("
              + account.customerId()
              + (account.ledger().equals("default") ? "" : ", " + account.ledger())
              + ")");
      side(words.say("现行", "active"), account.before());
      side(words.say("候选", "candidate"), account.after());
      line(
          "   "
              + words.say("不同之处：", "differs in ")
              + words.properties(account.properties())
              + (account.netChange().signum() == 0
                  ? ""
                  : words.say("；预期净回款变化 ", "; expected net changes by ")
                      + Words.change(account.netChange())
                      + " "
                      + result.baseCurrency()));
      account.steps().forEach(this::step);
    }
    if (more > 0) {
      line("");
      line(
          words.say(
              "另有 " + more + " 个客户，用 --top 可列出更多", "and " + more + " more; --top lists more"));
    }
  }

  private void side(String which, ChangedAccount.Side side) {
    line(
        "   "
            + which
            + words.say("：", ": ")
            + side.label().in(words.language())
            + (side.decidedBy().isEmpty() ? "" : " (" + side.decidedBy() + ")")
            + words.say("，优先级 ", ", priority ")
            + side.priority().stripTrailingZeros().toPlainString()
            + net(side.net()));
  }

  private String net(Optional<Recommendation.Amount> net) {
    return net.map(
            amount ->
                words.say("，预期净回款 ", ", expected net ")
                    + amount.currency()
                    + " "
                    + Words.money(amount.amount()))
        .orElse("");
  }

  private void step(ChangedAccount.Step step) {
    String about =
        step.receivables().isEmpty() ? "" : " [" + String.join(", ", step.receivables()) + "]";
    line("     " + step.decision() + about);
    line("       - " + words.rows(step.before(), step.after()));
    line("       + " + words.rows(step.after(), step.before()));
  }

  private static String difference(BigDecimal before, BigDecimal after) {
    BigDecimal change = after.subtract(before);
    return change.signum() == 0 ? "" : " (" + Words.change(change) + ")";
  }

  private static String pair(long before, long after) {
    return number(before)
        + String.format(Locale.ROOT, "%7d", after)
        + String.format(Locale.ROOT, "%7s", Words.change(after - before));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%7d", count);
  }

  private void title(String zh, String en) {
    line("");
    line(words.say(zh, en));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
