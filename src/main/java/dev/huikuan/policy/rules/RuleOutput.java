package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.RuleCodes.Use;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one way in which a rule speaks: {@code global RuleOutput out;}. Rules say things, they change
 * nothing: facts and amounts stay as they are. What is said is a set, so neither the order of
 * firing nor saying a thing twice matters.
 *
 * <pre>
 * out.hold("DISPUTE_OPEN", "INV-1").amount(new BigDecimal("50000"), "CNY").until(date);
 * out.block("PRESSURE").hold("NOTHING_DUE");
 * out.block("LITIGATION").needs("evidenceComplete", "yes");
 * out.prefer("RECONCILE_ACCOUNT");
 * out.alert("DUE_DATE_UNKNOWN", "INV-2");
 * out.advice("STAGED_TERMS");
 * out.set("seasonal", true);
 * </pre>
 *
 * Codes are those of the policy's catalogues; one that nobody knows is an error: the rule is named
 * and the case goes to a person.
 */
public final class RuleOutput {

  private final RuleCodes codes;
  private final List<Saying> sayings = new ArrayList<>();
  private String firing = "";

  RuleOutput(RuleCodes codes) {
    this.codes = codes;
  }

  /** A hold of the holds catalogue applies, to these receivables or to the account. */
  public HoldSaying hold(String code, String... receivables) {
    return say(new HoldSaying(firing, known(Use.HOLD, code), List.of(receivables)));
  }

  /** An action, or every action of a kind, cannot be chosen; say why with the next word. */
  public BlockSaying block(String actionOrKind) {
    return say(new BlockSaying(firing, known(Use.ACTION_OR_KIND, actionOrKind), codes));
  }

  /** A candidate goes before the others; it changes nothing when it is none or is blocked. */
  public void prefer(String action) {
    Emission prefer = new Emission.Prefer(firing, known(Use.ACTION, action));
    sayings.add(() -> prefer);
  }

  /** An alert of the alerts catalogue, about these receivables or the account. */
  public void alert(String code, String... receivables) {
    Emission alert = new Emission.Alert(firing, known(Use.ALERT, code), List.of(receivables));
    sayings.add(() -> alert);
  }

  /** An advice of the advice catalogue, about these receivables or the account. */
  public void advice(String code, String... receivables) {
    Emission advice = new Emission.Advice(firing, known(Use.ADVICE, code), List.of(receivables));
    sayings.add(() -> advice);
  }

  /** The account's value of a term of origin <em>rule</em>. */
  public void set(String term, Object value) {
    setFor(List.of(), term, value);
  }

  /** One receivable's value of a term of origin <em>rule</em>. */
  public void set(Item receivable, String term, Object value) {
    setFor(List.of(receivable.getId()), term, value);
  }

  private void setFor(List<String> receivables, String term, Object value) {
    Emission set =
        new Emission.SetTerm(firing, known(Use.RULE_TERM, term), receivables, valueOf(value));
    sayings.add(() -> set);
  }

  /** A hold being said; each method adds to it. */
  public static final class HoldSaying implements Saying {
    private final String rule;
    private final String code;
    private final List<String> receivables;
    private Optional<BigDecimal> amount = Optional.empty();
    private Optional<String> currency = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private boolean amountOnly;
    private Text detail = Text.EMPTY;

    private HoldSaying(String rule, String code, List<String> receivables) {
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
      return new Emission.Hold(
          rule, code, receivables, amount, currency, until, amountOnly, detail);
    }
  }

  /** A block being said: it must be given its reason. */
  public static final class BlockSaying implements Saying {
    private final String rule;
    private final String code;
    private final RuleCodes codes;
    private String because = "";
    private String test = "";

    private BlockSaying(String rule, String code, RuleCodes codes) {
      this.rule = rule;
      this.code = code;
      this.codes = codes;
    }

    /** A hold is the reason. */
    public void hold(String hold) {
      because = check(codes, Use.HOLD, hold);
    }

    /** A term is the reason: it would have to be what the test says, as in a table's cell. */
    public void needs(String term, String wanted) {
      because = check(codes, Use.TERM, term);
      test = wanted;
    }

    @Override
    public Emission said() {
      if (because.isEmpty()) {
        throw new IllegalStateException(
            "block `" + code + "` without a reason: add .hold(code) or .needs(term, test)");
      }
      return new Emission.Block(rule, code, because, test);
    }
  }

  /** Something being said; read once the rule is through. */
  interface Saying {
    Emission said();
  }

  /** From now on this rule speaks. */
  void firing(String rule) {
    firing = rule;
  }

  /** The rule that speaks or spoke last. */
  String firing() {
    return firing;
  }

  /** Forgets what a rule said before it threw. */
  void drop() {
    sayings.clear();
  }

  /** What was said since the last call. */
  List<Emission> take() {
    try {
      return sayings.stream().map(Saying::said).toList();
    } finally {
      sayings.clear();
    }
  }

  private <T extends Saying> T say(T saying) {
    sayings.add(saying);
    return saying;
  }

  private String known(Use use, String code) {
    return check(codes, use, code);
  }

  private static String check(RuleCodes codes, Use use, String code) {
    if (code == null || !codes.allows(use, code)) {
      throw new IllegalArgumentException(codes.complaint(use, String.valueOf(code)));
    }
    return code;
  }

  private static Value valueOf(Object value) {
    if (value instanceof Value already) {
      return already;
    }
    if (value instanceof Boolean flag) {
      return Value.flag(flag);
    }
    if (value instanceof BigDecimal number) {
      return Value.number(number);
    }
    if (value instanceof Integer || value instanceof Long) {
      return Value.whole(((Number) value).longValue());
    }
    if (value instanceof LocalDate date) {
      return Value.date(date);
    }
    if (value instanceof String code) {
      return Value.code(code);
    }
    throw new IllegalArgumentException("`" + value + "` is not a value of a term");
  }
}
