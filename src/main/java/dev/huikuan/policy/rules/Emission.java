package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Something that a rule said through {@link RuleOutput}. */
public sealed interface Emission {

  /** Name of the rule. */
  String rule();

  /** What it is about: a code of a catalogue, a kind of action, or a term. */
  String code();

  /** Receivables that it names; empty = the account. */
  List<String> receivables();

  /** In words for the trace: {@code hold DISPUTE_OPEN}. */
  String written();

  /** What to do with it; readers answer for every kind. */
  <T> T fold(
      Function<Hold, T> hold,
      Function<Block, T> block,
      Function<Prefer, T> prefer,
      Function<Alert, T> alert,
      Function<Advice, T> advice,
      Function<SetTerm, T> set);

  /**
   * A hold applies.
   *
   * @param amountOnly takes its amount out, whatever effect the catalogue gives the code
   * @param detail what the rule adds to the catalogue's text
   */
  record Hold(
      String rule,
      String code,
      List<String> receivables,
      Optional<BigDecimal> amount,
      Optional<String> currency,
      Optional<LocalDate> until,
      boolean amountOnly,
      Text detail)
      implements Emission {
    @Override
    public String written() {
      return "hold " + code;
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return hold.apply(this);
    }
  }

  /**
   * An action, or all of a kind, cannot be chosen.
   *
   * @param because a hold's code, or the code of a term
   * @param test what the term would have to be; empty when a hold blocks
   */
  record Block(String rule, String code, String because, String test) implements Emission {
    @Override
    public List<String> receivables() {
      return List.of();
    }

    @Override
    public String written() {
      return "block " + code + " because " + because + (test.isEmpty() ? "" : " " + test);
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return block.apply(this);
    }
  }

  /** A candidate goes to the front. */
  record Prefer(String rule, String code) implements Emission {
    @Override
    public List<String> receivables() {
      return List.of();
    }

    @Override
    public String written() {
      return "prefer " + code;
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return prefer.apply(this);
    }
  }

  /** Something a person should know. */
  record Alert(String rule, String code, List<String> receivables) implements Emission {
    @Override
    public String written() {
      return "alert " + code;
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return alert.apply(this);
    }
  }

  /** Something worth doing besides the action. */
  record Advice(String rule, String code, List<String> receivables) implements Emission {
    @Override
    public String written() {
      return "advice " + code;
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return advice.apply(this);
    }
  }

  /** A term of origin <em>rule</em> has this value; for the account, or for one receivable. */
  record SetTerm(String rule, String code, List<String> receivables, Value value)
      implements Emission {
    @Override
    public String written() {
      return "set " + code;
    }

    @Override
    public <T> T fold(
        Function<Hold, T> hold,
        Function<Block, T> block,
        Function<Prefer, T> prefer,
        Function<Alert, T> alert,
        Function<Advice, T> advice,
        Function<SetTerm, T> set) {
      return set.apply(this);
    }
  }
}
