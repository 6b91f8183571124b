package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A recommendation as a collector reads it: what to do, what not, and why. */
final class RecommendationText {

  private final Policy policy;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

  RecommendationText(Policy policy, Language language) {
    this.policy = policy;
    this.language = language;
  }

  String written(Recommendation r) {
    String name = r.customerName().toOptional().map(n -> n + " ").orElse("");
    line(name + "(" + r.customerId() + ")  " + word("截至 ", "as of ") + r.asOf());
    if (r.hypothetical()) {
      line(word("（假设推演，不是正式建议）", "(what-if, not a recommendation on record)"));
    }
    action(r.action());
    r.nextReviewOn().ifPresent(day -> indented(word("下次复核 ", "next review ") + day));
    OfferText offers = new OfferText(language, role -> label("ownerRole", role));
    section(word("可提供的方案", "What you may offer"), offers.offers(r));
    section(word("为什么不提供", "Not offered, because"), offers.refused(r));
    priority(r.priority());
    section(word("暂缓事项", "Holds"), r.holds().stream().map(this::hold).toList());
    section(word("提示", "Alerts"), r.alerts().stream().map(this::alert).toList());
    section(word("建议", "Advice"), r.advice().stream().map(this::advice).toList());
    section(word("应收款", "Receivables"), r.receivables().stream().map(this::item).toList());
    section(
        word("为什么不选", "Why not"),
        r.alternatives().stream()
            .filter(other -> !OfferText.isMissing(r, other))
            .map(this::alternative)
            .toList());
    section(word("依据", "Why"), r.trace().stream().map(this::step).toList());
    line("");
    text.append(word("策略版本 ", "Policy ")).append(r.policyVersion());
    return text.toString();
  }

  private void action(Recommendation.Action action) {
    line("");
    line(word("下一步：", "Next: ") + in(action.label()) + " (" + action.code() + ")");
    List<String> how = new ArrayList<>();
    action.channel().ifPresent(c -> how.add(word("渠道 ", "by ") + label("channel", c)));
    action.tone().ifPresent(t -> how.add(word("语气 ", "tone ") + label("tone", t)));
    action.ownerRole().ifPresent(o -> how.add(word("责任 ", "owner ") + label("ownerRole", o)));
    action.notBefore().ifPresent(at -> how.add(word("不早于 ", "not before ") + at));
    action.dueBy().ifPresent(d -> how.add(word("办理期限 ", "due by ") + d));
    indented(String.join(" · ", how));
    indented(
        action.amounts().stream()
            .map(amount -> amount.currency() + " " + money(amount.amount()))
            .collect(Collectors.joining(" + ")));
    indented(String.join(", ", action.receivables()));
    indented(in(action.reason()));
    indented(economics(action.economics()));
    indented(in(action.instructions()));
    action
        .approval()
        .filter(roles -> !roles.isEmpty())
        .ifPresent(
            roles ->
                indented(
                    word("需审批：", "needs approval: ")
                        + roles.stream()
                            .map(role -> label("ownerRole", role))
                            .collect(Collectors.joining(" → "))));
    action.talkingPoints().forEach(point -> indented("- " + in(point)));
  }

  private void priority(Recommendation.Priority priority) {
    priority
        .points()
        .ifPresent(
            points -> {
              line("");
              line(word("优先级：", "Priority: ") + points.toPlainString());
              priority
                  .reasons()
                  .forEach(
                      reason ->
                          indented(
                              reason.points().toPlainString()
                                  + "  "
                                  + in(reason.text())
                                  + " ["
                                  + reason.row()
                                  + "]"));
            });
  }

  private String hold(Recommendation.Hold hold) {
    String amount =
        hold.amount().map(a -> " " + hold.currency().orElse("") + " " + money(a)).orElse("");
    String until = hold.until().map(d -> word("，至 ", ", until ") + d).orElse("");
    String what = hold.receivables().isEmpty() ? "" : " " + String.join(", ", hold.receivables());
    return in(hold.label()) + what + amount + until + word("：", ": ") + in(hold.text());
  }

  private String alert(Recommendation.Alert alert) {
    return in(alert.label()) + word("：", ": ") + in(alert.text());
  }

  private String advice(Recommendation.Advice advice) {
    String owner = advice.ownerRole().map(role -> " (" + label("ownerRole", role) + ")").orElse("");
    return in(advice.label()) + owner + word("：", ": ") + in(advice.text());
  }

  private String item(Recommendation.Item item) {
    String late =
        item.daysPastDue() instanceof Value.Num days && days.micros() > 0
            ? word("逾期 ", "") + days.decimal() + word(" 天", " days past due")
            : word("未逾期", "not past due");
    String disputed =
        item.disputed().signum() > 0 ? word("，争议 ", ", disputed ") + money(item.disputed()) : "";
    String interest =
        item.accruedInterest()
            .map(i -> word("，逾期利息 ", ", late interest ") + money(i) + " " + basis(item))
            .orElse("");
    return item.id()
        + "  "
        + item.currency()
        + " "
        + money(item.outstanding())
        + "  "
        + late
        + word("，可催收 ", ", collectible ")
        + money(item.collectible())
        + disputed
        + interest;
  }

  private String basis(Recommendation.Item item) {
    return item.interestBasis().isEmpty() ? "" : "(" + in(item.interestBasis()) + ")";
  }

  private String alternative(Recommendation.Alternative alternative) {
    String status =
        switch (alternative.status()) {
          case ELIGIBLE -> word("可选", "eligible");
          case OUTRANKED -> word("次选", "outranked");
          case BLOCKED -> word("受阻", "blocked");
        };
    String figures = economics(alternative.economics());
    return in(alternative.label())
        + " — "
        + status
        + word("：", ": ")
        + in(alternative.text())
        + (figures.isEmpty() ? "" : word("（", " (") + figures + word("）", ")"));
  }

  private String economics(Optional<Recommendation.Economics> economics) {
    return new OfferText(language, role -> label("ownerRole", role))
        .economics(economics)
        .orElse("");
  }

  private String step(TraceEntry entry) {
    if (entry instanceof TraceEntry.RowMatched row) {
      return row.row() + " (" + row.location() + ")" + word("：", ": ") + in(row.text());
    }
    if (entry instanceof TraceEntry.NotMade none) {
      return none.decision() + " (" + none.location() + ")" + word("：", ": ") + in(none.text());
    }
    if (entry instanceof TraceEntry.RuleFired rule) {
      return rule.rule() + " (" + rule.location() + ")" + word("：", ": ") + in(rule.text());
    }
    return entry instanceof TraceEntry.Note note ? in(note.text()) : "";
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      line(title);
      lines.forEach(each -> indented((each.startsWith("  ") ? "" : "- ") + each));
    }
  }

  private void indented(String content) {
    if (!content.isBlank()) {
      line("  " + content);
    }
  }

  private void line(String content) {
    text.append(content).append('\n');
  }

  private String label(String term, String code) {
    return policy
        .vocabulary()
        .find(term)
        .flatMap(found -> found.allowed(code))
        .map(value -> in(value.label()))
        .orElse(code);
  }

  private static String money(BigDecimal amount) {
    return new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }

  private String in(Text both) {
    return both.in(language);
  }

  private String word(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }
}
