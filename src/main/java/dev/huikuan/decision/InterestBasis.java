package dev.huikuan.decision;

import dev.huikuan.decision.facts.LateInterest;
import dev.huikuan.decision.facts.LateInterest.Fixed;
import dev.huikuan.decision.facts.LateInterest.Free;
import dev.huikuan.decision.facts.LateInterest.Piece;
import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * On what late interest rests, in words: the law or the contract as a table names it, the pieces
 * where there is more than one rate, what was left out, and a fixed sum of another currency.
 */
final class InterestBasis {

  private final Draft draft;
  private final Printer printer;

  InterestBasis(Draft draft, Printer printer) {
    this.draft = draft;
    this.printer = printer;
  }

  /** Empty while the interest is unknown. */
  Text of(OpenItem item) {
    Optional<LateInterest> interest = draft.book().lateInterest(item.id());
    return interest
        .map(i -> Sentences.list(List.of(ground(item), pieces(i), fixed(i))))
        .orElse(Text.EMPTY);
  }

  /** What a table names, else the rate agreed in the contract. */
  private Text ground(OpenItem item) {
    if (draft.book().receivable(item.id(), "interestBasis") instanceof Value.Words words) {
      return printer.fill(words.text(), Optional.of(item.id()));
    }
    return item.contract()
        .flatMap(Contract::lateInterest)
        .map(rate -> agreed(Printer.plain(rate.percent()), rate.per().equals("DAY")))
        .orElse(Text.EMPTY);
  }

  private static Text agreed(String percent, boolean perDay) {
    return new Text(
        "按合同约定%s %s %% 计算（单利），不含此前迟付部分。".formatted(perDay ? "日利率" : "年利率", percent),
        "As agreed in the contract, %s %% a %s, simple; parts paid late before are left out."
            .formatted(percent, perDay ? "day" : "year"));
  }

  /** Nothing to tell of one rate that holds for all days. */
  private static Text pieces(LateInterest interest) {
    boolean plain = interest.pieces().stream().allMatch(piece -> piece.percent().isPresent());
    if (plain && interest.pieces().size() < 2 && interest.free().isEmpty()) {
      return Text.EMPTY;
    }
    Map<String, Text> byDay = new TreeMap<>(Comparator.naturalOrder());
    for (Piece piece : interest.pieces()) {
      byDay.put(piece.from().toString(), piece(piece, interest));
    }
    for (Free free : interest.free()) {
      byDay.put(free.from().toString(), free(free));
    }
    List<Text> parts = new ArrayList<>(byDay.values());
    return parts.isEmpty()
        ? Text.EMPTY
        : new Text(
            "分段计息：" + String.join("；", parts.stream().map(Text::zh).toList()) + "。",
            "By period: " + String.join("; ", parts.stream().map(Text::en).toList()) + ".");
  }

  private static Text piece(Piece piece, LateInterest interest) {
    Text days = days(piece.from().toString(), piece.until().toString());
    if (piece.percent().isEmpty()) {
      return new Text(days.zh() + "：利率未知，未计息", days.en() + ": none, the rate is unknown");
    }
    String percent = Printer.plain(piece.percent().get());
    String amount = Printer.money(piece.amount(), interest.currency());
    String count = piece.days() == 1 ? "1 day" : piece.days() + " days";
    return new Text(
        "%s（%s 天）：%s %s %%，%s"
            .formatted(days.zh(), piece.days(), interest.perDay() ? "日利率" : "年利率", percent, amount),
        "%s (%s): %s %% a %s, %s"
            .formatted(days.en(), count, percent, interest.perDay() ? "day" : "year", amount));
  }

  private static Text free(Free free) {
    Text days = days(free.from().toString(), free.until().toString());
    return new Text(days.zh() + "：依协议不计息", days.en() + ": none, by agreement");
  }

  private static Text days(String from, String until) {
    return new Text(from + " 至 " + until, from + " to " + until);
  }

  private static Text fixed(LateInterest interest) {
    return interest
        .fixed()
        .filter(sum -> !sum.currency().equals(interest.currency()))
        .map(sum -> converted(sum, interest.currency()))
        .orElse(Text.EMPTY);
  }

  private static Text converted(Fixed sum, String currency) {
    String fixed = Printer.money(sum.amount(), sum.currency());
    return sum.own()
        .map(own -> Printer.money(own, currency))
        .map(
            own ->
                new Text(
                    "固定补偿 %s 按汇率折合 %s。".formatted(fixed, own),
                    "The fixed sum of %s is %s at the exchange rate.".formatted(fixed, own)))
        .orElse(
            new Text(
                "固定补偿 %s 缺少汇率，未计入。".formatted(fixed),
                "The fixed sum of %s is left out: there is no exchange rate.".formatted(fixed)));
  }
}
