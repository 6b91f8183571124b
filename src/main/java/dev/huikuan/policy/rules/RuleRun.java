package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * One run of one phase: a session of its own, disposed whatever happens. A rule that throws is
 * named and left out; the others go on. The run ends after a bounded number of firings.
 */
final class RuleRun {

  /** The global through which rules speak. */
  static final String OUTPUT = "out";

  /** Firings that a run may always take; more are allowed in proportion to facts and rules. */
  private static final int ALWAYS_ALLOWED = 10_000;

  /** The order of what is said, whichever rule fired first. */
  private static final Comparator<Emission> ORDER =
      Comparator.comparing((Emission e) -> e.getClass().getSimpleName())
          .thenComparing(Emission::code)
          .thenComparing(e -> String.join("\n", e.receivables()))
          .thenComparing(Emission::rule)
          .thenComparing(Emission::toString);

  private final KieBase base;
  private final boolean speaks;
  private final Map<String, RuleBook.Placed> rules;
  private final Phase phase;
  private final RuleOutput output;
  private final Set<Emission> emissions = new TreeSet<>(ORDER);
  private final Map<String, RuleOutcome.Failure> failures = new TreeMap<>();

  /**
   * @param speaks the rules declare the global {@value #OUTPUT}
   */
  RuleRun(
      KieBase base,
      boolean speaks,
      Map<String, RuleBook.Placed> rules,
      Phase phase,
      RuleCodes codes) {
    this.base = base;
    this.speaks = speaks;
    this.rules = rules;
    this.phase = phase;
    this.output = new RuleOutput(codes);
  }

  RuleOutcome on(Collection<?> facts) {
    KieSession session = base.newKieSession();
    try {
      if (speaks) {
        session.setGlobal(OUTPUT, output);
      }
      session.addEventListener(new Listener());
      insert(session, facts);
      fire(session, limit(facts.size()));
    } finally {
      session.dispose();
    }
    emissions.removeIf(emission -> failures.containsKey(emission.rule()));
    return new RuleOutcome(List.copyOf(emissions), fired(), List.copyOf(failures.values()));
  }

  private void insert(KieSession session, Collection<?> facts) {
    try {
      facts.forEach(session::insert);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fire(KieSession session, int limit) {
    int left = limit;
    while (left > 0) {
      try {
        left -=
            Math.max(1, session.fireAllRules(match -> inPhase(match.getRule().getName()), left));
        if (left > 0) {
          return;
        }
      } catch (ConsequenceException e) {
        left--;
        output.drop();
        fail(e.getRule().getName(), e.getCause());
      } catch (RuntimeException e) {
        fail(e);
        return;
      }
    }
    String endless = output.firing();
    fail(
        endless, new IllegalStateException("the rules do not come to an end, this one fired last"));
  }

  private boolean inPhase(String rule) {
    RuleBook.Placed placed = rules.get(rule);
    return placed != null && placed.phase() == phase;
  }

  private int limit(int facts) {
    long wanted = ALWAYS_ALLOWED + 4L * facts * rules.size();
    return (int) Math.min(Integer.MAX_VALUE, wanted);
  }

  /** A condition threw: KIE's message names the rule by its file. */
  private void fail(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    Optional<String> rule =
        rules.keySet().stream()
            .filter(name -> message.contains("\"" + name + "\"") || message.contains(name + ","))
            .sorted(Comparator.comparing(String::length).reversed())
            .findFirst();
    fail(rule.orElse(phase.written()), e);
  }

  private void fail(String rule, Throwable cause) {
    Throwable root = root(cause);
    String said =
        root.getMessage() == null
            ? root.getClass().getSimpleName()
            : root.getMessage().strip().replaceAll("\\s*\\R\\s*", "; ");
    String location =
        Optional.ofNullable(rules.get(rule)).map(RuleBook.Placed::location).orElse("rules");
    Text message =
        new Text(
            "规则 `%s`（%s）出错：%s".formatted(rule, location, said),
            "rule `%s` (%s) failed: %s".formatted(rule, location, said));
    failures.merge(
        rule,
        new RuleOutcome.Failure(rule, location, message),
        (one, other) -> one.message().en().compareTo(other.message().en()) <= 0 ? one : other);
  }

  private static Throwable root(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private List<RuleOutcome.Fired> fired() {
    Map<String, List<Emission>> byRule = new TreeMap<>();
    emissions.forEach(e -> byRule.computeIfAbsent(e.rule(), r -> new ArrayList<>()).add(e));
    List<RuleOutcome.Fired> fired = new ArrayList<>();
    byRule.forEach(
        (rule, said) -> {
          Set<String> receivables = new TreeSet<>();
          Set<String> words = new LinkedHashSet<>();
          for (Emission emission : said) {
            receivables.addAll(emission.receivables());
            words.add(emission.written());
          }
          String location = rules.get(rule).location();
          fired.add(
              new RuleOutcome.Fired(rule, location, List.copyOf(receivables), List.copyOf(words)));
        });
    return fired;
  }

  /** Tells the output who speaks, and collects what was said once the rule is through. */
  private final class Listener extends DefaultAgendaEventListener {
    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      output.firing(event.getMatch().getRule().getName());
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      try {
        emissions.addAll(output.take());
      } catch (IllegalStateException e) {
        fail(output.firing(), e);
      }
    }
  }
}
