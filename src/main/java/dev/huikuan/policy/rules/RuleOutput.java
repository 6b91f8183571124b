package dev.huikuan.policy.rules;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.RuleCodes.Use;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
    return say(new HoldSaying(firing, codes.known(Use.HOLD, code), List.of(receivables)));
  }

  /** An action, or every action of a kind, cannot be chosen; say why with the next word. */
  public BlockSaying block(String actionOrKind) {
    return say(new BlockSaying(firing, codes.known(Use.ACTION_OR_KIND, actionOrKind), codes));
  }

  /** A candidate goes before the others; it changes nothing when it is none or is blocked. */
  public void prefer(String action) {
    Emission prefer = new Emission.Prefer(firing, codes.known(Use.ACTION, action));
    sayings.add(() -> prefer);
  }

  /** An alert of the alerts catalogue, about these receivables or the account. */
  public void alert(String code, String... receivables) {
    Emission alert = new Emission.Alert(firing, codes.known(Use.ALERT, code), List.of(receivables));
    sayings.add(() -> alert);
  }

  /** An advice of the advice catalogue, about these receivables or the account. */
  public void advice(String code, String... receivables) {
    Emission advice =
        new Emission.Advice(firing, codes.known(Use.ADVICE, code), List.of(receivables));
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
    Value fitting = codes.fitting(codes.known(Use.RULE_TERM, term), valueOf(value));
    Emission set = new Emission.SetTerm(firing, term, receivables, fitting);
    sayings.add(() -> set);
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
