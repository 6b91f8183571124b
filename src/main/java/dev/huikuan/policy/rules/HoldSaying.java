package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A hold being said; each method adds to it. */
public final class HoldSaying implements Saying {
  private final String rule;
  private final String code;
  private final List<String> receivables;
  private Optional<BigDecimal> amount = Optional.empty();
  private Optional<String> currency = Optional.empty();
  private Optional<LocalDate> until = Optional.empty();
  private boolean amountOnly;
  private Text detail = Text.EMPTY;

  HoldSaying(String rule, String code, List<String> receivables) {
    this.rule = rule;
    this.code = code;
    this.receivables = receivables.stream().sorted().distinct().toList();
  }

  /** What is held, in its currency. */
  public HoldSaying amount(BigDecimal held, String heldCurrency) {
    amount = Optional.of(held);
    currency = Optional.of(heldCurrency);
    return this;
  }

  /** This hold takes its amount out and blocks nothing, whatever the catalogue says. */
  public HoldSaying amountOnly() {
    amountOnly = true;
    return this;
  }

  /** The last day of the hold. */
  public HoldSaying until(LocalDate lastDay) {
    until = Optional.of(lastDay);
    return this;
  }

  /** The last day of the hold, if one is known. */
  public HoldSaying until(Optional<LocalDate> lastDay) {
    until = lastDay;
    return this;
  }

  /** Words that follow the catalogue's text, in both languages. */
  public HoldSaying detail(Text words) {
    detail = words;
    return this;
  }

  @Override
  public Emission said() {
    return new Emission.Hold(rule, code, receivables, amount, currency, until, amountOnly, detail);
  }
}
