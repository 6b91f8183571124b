package dev.huikuan.policy.rules;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.OwnClassLoader;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.rules.DrlText.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * The compiled rules of a policy. Immutable and thread-safe; holds no resources, so a policy that
 * is replaced needs no farewell.
 */
public final class RuleBook {

  /**
   * What came of compiling.
   *
   * @param rules absent when any finding is an error
   * @param findings code DRL, at {@code rules/holds.drl:42}
   */
  public record Compiled(Optional<RuleBook> rules, List<Finding> findings) {}

  /** A rule as it is run: its phase and where it stands. */
  record Placed(Phase phase, String location) {}

  private final Map<Phase, KieBase> bases;
  private final Map<String, Placed> rules;
  private final List<DrlText.Literal> literals;
  private final Map<String, String> locations;
  private final boolean speaks;

  private RuleBook(
      Map<Phase, KieBase> bases, Map<String, Placed> rules, List<DrlText.Literal> literals) {
    this.bases = bases;
    this.rules = Map.copyOf(rules);
    this.literals = literals;
    Map<String, String> byName = new TreeMap<>();
    rules.forEach((name, at) -> byName.put(name, at.location()));
    this.locations = Collections.unmodifiableMap(byName);
    this.speaks = bases.values().stream().anyMatch(RuleBook::declaresOutput);
  }

  /** A package that does not declare the global cannot be given it: it says nothing. */
  private static boolean declaresOutput(KieBase base) {
    return base.getKiePackages().stream()
        .flatMap(pack -> pack.getGlobalVariables().stream())
        .anyMatch(global -> global.getName().equals(RuleRun.OUTPUT));
  }

  /**
   * Compiles DRL texts by path ({@code rules/holds.drl}); an empty map gives a book without rules.
   */
  public static Compiled compile(Map<String, String> drlByPath) {
    return drlByPath.isEmpty()
        ? new Compiled(Optional.of(new RuleBook(Map.of(), Map.of(), List.of())), List.of())
        : OwnClassLoader.with(() -> compiled(drlByPath));
  }

  private static Compiled compiled(Map<String, String> drlByPath) {
    List<DrlText> texts = new ArrayList<>();
    new TreeMap<>(drlByPath).forEach((path, text) -> texts.add(new DrlText(path, text)));
    List<Finding> findings = new ArrayList<>();
    Map<String, Named> named = named(texts, findings);
    DrlCompiler.Result compiled = DrlCompiler.compile(texts);
    findings.addAll(compiled.findings());
    Map<String, Placed> placed = new HashMap<>();
    compiled.base().ifPresent(base -> place(base.get(), named, placed, findings));
    if (!findings.isEmpty()) {
      return new Compiled(Optional.empty(), findings);
    }
    List<DrlText.Literal> literals = texts.stream().flatMap(t -> t.literals().stream()).toList();
    return new Compiled(
        Optional.of(new RuleBook(byPhase(compiled.base().orElseThrow(), placed), placed, literals)), List.of());
  }

  /** A base for each phase that has rules: a session then looks at no rule of another phase. */
  private static Map<Phase, KieBase> byPhase(
      Supplier<KieBase> all, Map<String, Placed> placed) {
    Map<Phase, KieBase> bases = new EnumMap<>(Phase.class);
    for (Phase phase : placed.values().stream().map(Placed::phase).distinct().toList()) {
      KieBase base = all.get();
      for (KiePackage pack : base.getKiePackages()) {
        for (Rule rule : List.copyOf(pack.getRules())) {
          if (placed.get(rule.getName()).phase() != phase) {
            base.removeRule(pack.getName(), rule.getName());
          }
        }
      }
      bases.put(phase, base);
    }
    return bases;
  }

  /** True for a policy without rules. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Names of the rules with their places, {@code rules/holds.drl:42}. */
  public Map<String, String> locations() {
    return locations;
  }

  /** Codes written out in the rules that the policy does not know, each at its line. */
  public List<Finding> check(RuleCodes codes) {
    List<Finding> findings = new ArrayList<>();
    for (DrlText.Literal literal : literals) {
      if (!codes.allows(literal.use(), literal.code())) {
        findings.add(
            Finding.error(
                    Finding.Code.DRL,
                    literal.location(),
                    new Text(
                        "规则用了未知的代码 `%s`；%s中没有它"
                            .formatted(literal.code(), literal.use().label().zh()),
                        "the rule uses an unknown code `%s`: it is not among the %s"
                            .formatted(literal.code(), literal.use().label().en())))
                .found(
                    literal.code(),
                    literal.use().label(),
                    codes.nearest(literal.use(), literal.code())));
      }
    }
    findings.sort(java.util.Comparator.comparing(Finding::location).thenComparing(Finding::found));
    return findings;
  }

  /** Runs the rules of one phase on facts. Pure: the same facts in any order, the same outcome. */
  public RuleOutcome run(Phase phase, Collection<?> facts, RuleCodes codes) {
    KieBase base = bases.get(phase);
    return base == null
        ? RuleOutcome.NOTHING
        : OwnClassLoader.with(() -> new RuleRun(base, speaks, rules, phase, codes).on(facts));
  }

  private static Map<String, Named> named(List<DrlText> texts, List<Finding> findings) {
    Map<String, Named> byName = new HashMap<>();
    for (DrlText text : texts) {
      for (Named rule : text.rules()) {
        Named first = byName.putIfAbsent(rule.rule(), rule);
        if (first != null) {
          findings.add(
              Finding.error(
                  Finding.Code.DRL,
                  rule.location(),
                  new Text(
                      "规则名 `%s` 已用于 %s；规则名在一个策略中必须唯一，请改名".formatted(rule.rule(), first.location()),
                      "the rule name `%s` is taken by %s: names are unique in a policy; rename one"
                          .formatted(rule.rule(), first.location()))));
        }
      }
    }
    return byName;
  }

  private static void place(
      KieBase base, Map<String, Named> named, Map<String, Placed> placed, List<Finding> findings) {
    for (var pack : base.getKiePackages()) {
      for (Rule rule : pack.getRules()) {
        Named at = named.get(rule.getName());
        String location = at == null ? "rules" : at.location();
        String word = DrlCompiler.phaseWord(rule);
        Optional<Phase> phase = word.isEmpty() ? Optional.of(Phase.HOLDS) : Phase.named(word);
        phase.ifPresentOrElse(
            p -> placed.put(rule.getName(), new Placed(p, location)),
            () -> findings.add(unknownPhase(rule.getName(), word, location)));
      }
    }
  }

  private static Finding unknownPhase(String rule, String word, String location) {
    Text expected = Text.same("holds, contact, choice");
    return Finding.error(
            Finding.Code.DRL,
            location,
            new Text(
                "规则 `%s` 的阶段 `%s` 不存在；请写 holds、contact 或 choice".formatted(rule, word),
                "rule `%s` asks for an unknown phase `%s`: write holds, contact or choice"
                    .formatted(rule, word)))
        .found(word, expected, List.of());
  }
}
