package dev.huikuan.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final String HEAD =
      """
      package some.rules
      import dev.huikuan.policy.rules.*
      global RuleOutput out

      """;

  private static final RuleCodes CODES =
      new RuleCodes(
          Map.of(
              "holds", catalogue("holds", "DISPUTE_OPEN", "PAID"),
              "alerts", catalogue("alerts", "DUE_DATE_UNKNOWN"),
              "advice", catalogue("advice", "SOFTEN"),
              "actions", catalogue("actions", "COLLECTION_CALL", "LITIGATION")),
          new Vocabulary(
              List.of(
                  term("daysPastDue", Origin.DERIVED),
                  term("outstanding", Origin.GIVEN),
                  term("seasonal", Origin.RULE))));

  @Test
  void whatARuleSaysIsCollectedWithItsNameAndLine() {
    RuleBook book =
        book(
            """
            rule "Dispute"
            when
              Deduction( cause == "DISPUTE_OPEN", $id : receivable, $a : amount, $c : currency )
            then
              out.hold("DISPUTE_OPEN", $id).amount($a, $c);
              out.alert("DUE_DATE_UNKNOWN", $id);
            end
            """);

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(deduction("INV-1")), CODES);

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.emissions())
        .extracting(Emission::written)
        .containsExactly("alert DUE_DATE_UNKNOWN", "hold DISPUTE_OPEN");
    assertThat(outcome.fired())
        .containsExactly(
            new RuleOutcome.Fired(
                "Dispute",
                "rules/a.drl:5",
                List.of("INV-1"),
                List.of("alert DUE_DATE_UNKNOWN", "hold DISPUTE_OPEN")));
  }

  @Test
  void aRuleRunsInItsPhaseOnlyAndInHoldsWhenItNamesNone() {
    RuleBook book =
        book(
            """
            rule "early" when Account() then out.hold("PAID"); end
            rule "late" @phase(choice) when Account() then out.prefer("COLLECTION_CALL"); end
            """);

    assertThat(said(book, Phase.HOLDS)).containsExactly("hold PAID");
    assertThat(said(book, Phase.CONTACT)).isEmpty();
    assertThat(said(book, Phase.CHOICE)).containsExactly("prefer COLLECTION_CALL");
  }

  @Test
  void anUnknownFactAnswersNoToEveryComparison() {
    RuleBook book =
        book(
            """
            rule "more" when Account( more("outstanding", 5) ) then out.hold("PAID"); end
            rule "less" when Account( atMost("outstanding", 5) ) then out.hold("PAID"); end
            rule "other" when Account( less("outstanding", "daysPastDue") ) then out.hold("PAID"); end
            rule "no" when Account( no("outstanding") ) then out.hold("PAID"); end
            """);

    assertThat(said(book, Phase.HOLDS)).isEmpty();
  }

  @Test
  void aCompileErrorIsNamedAtItsFileAndLine() {
    List<Finding> findings = findings(HEAD + "rule \"broken\"\nwhen\n  Account( ther\nthen\nend\n");

    assertThat(findings).isNotEmpty();
    assertThat(findings.get(0).code()).isEqualTo(Finding.Code.DRL);
    assertThat(findings.get(0).location()).isEqualTo("rules/a.drl:8");
    assertThat(findings.get(0).message().en()).contains("does not compile").doesNotContain("\n");
    assertThat(findings.get(0).message().zh()).contains("不能编译");
  }

  @Test
  void aJavaErrorInAConsequenceIsNamedToo() {
    List<Finding> findings =
        findings(HEAD + "rule \"broken\"\nwhen\n  Account()\nthen\n  out.hld(\"PAID\");\nend\n");

    assertThat(findings).extracting(Finding::location).containsExactly("rules/a.drl:5");
    assertThat(findings.get(0).message().en()).contains("hld");
  }

  @Test
  void aRuleNameIsUsedOnceInAPolicyAndBothPlacesAreNamed() {
    String rule = HEAD + "rule \"Twice\" when Account() then out.hold(\"PAID\"); end\n";

    List<Finding> findings =
        RuleBook.compile(Map.of("rules/a.drl", rule, "rules/b.drl", "\n" + rule)).findings();

    assertThat(findings).extracting(Finding::location).contains("rules/b.drl:6");
    assertThat(findings.get(0).message().en()).contains("`Twice`").contains("rules/a.drl:5");
  }

  @Test
  void anUnknownPhaseIsAnError() {
    List<Finding> findings = findings(HEAD + "rule \"x\" @phase(later) when Account() then end\n");

    assertThat(findings).extracting(Finding::location).containsExactly("rules/a.drl:5");
    assertThat(findings.get(0).message().en()).contains("`later`");
  }

  @Test
  void codesThatNobodyKnowsAreFoundAtTheirLinesBeforeAnythingRuns() {
    RuleBook book =
        book(
            """
            // out.hold("IN_A_COMMENT") is not looked at
            rule "typo"
            when
              Account( more("daysPastDew", 3) )
            then
              out.hold("DISPUTE_OPN");
            end
            """);

    List<Finding> findings = book.check(CODES);

    assertThat(findings)
        .extracting(Finding::location)
        .containsExactly("rules/a.drl:10", "rules/a.drl:8");
    assertThat(findings)
        .extracting(Finding::nearest)
        .containsExactly(List.of("DISPUTE_OPEN"), List.of("daysPastDue"));
  }

  @Test
  void aRuleThatThrowsIsNamedAndTheOthersGoOn() {
    RuleBook book =
        book(
            """
            rule "bad" when Account() then out.hold("PAID"); out.hold("NO" + "PE"); end
            rule "worse" when Account() then if (true) throw new RuntimeException("bang"); end
            rule "good" when Account() then out.hold("DISPUTE_OPEN"); end
            """);

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(account()), CODES);

    assertThat(outcome.emissions()).extracting(Emission::code).containsExactly("DISPUTE_OPEN");
    assertThat(outcome.failures())
        .extracting(RuleOutcome.Failure::rule)
        .containsExactly("bad", "worse");
    assertThat(outcome.failures().get(0).message().en())
        .contains("`NOPE`")
        .contains("rules/a.drl:5");
    assertThat(outcome.failures().get(1).message().zh()).contains("worse").contains("bang");
  }

  @Test
  void aConditionThatThrowsIsNamed() {
    RuleBook book =
        book(
            "rule \"no such term\" when Account( more(\"foo\", 1) ) then out.hold(\"PAID\"); end\n");

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(account()), CODES);

    assertThat(outcome.failures())
        .extracting(RuleOutcome.Failure::rule)
        .containsExactly("no such term");
    assertThat(outcome.failures().get(0).message().en()).contains("no term foo");
  }

  @Test
  void rulesThatNeverEndAreStoppedAndNamed() {
    RuleBook book =
        book(
            """
            rule "start" when Account() then insert(new java.util.concurrent.atomic.AtomicInteger(0)); end
            rule "endless" when $i : java.util.concurrent.atomic.AtomicInteger()
            then insert(new java.util.concurrent.atomic.AtomicInteger($i.get() + 1)); delete($i); end
            """);

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(account()), CODES);

    assertThat(outcome.failures()).extracting(RuleOutcome.Failure::rule).containsExactly("endless");
  }

  @Test
  void aBlockWithoutAReasonIsAFailureOfItsRule() {
    RuleBook book = book("rule \"mute\" when Account() then out.block(\"LEGAL\"); end\n");

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(account()), CODES);

    assertThat(outcome.emissions()).isEmpty();
    assertThat(outcome.failures().get(0).message().en()).contains("without a reason");
  }

  @Test
  void rulesMayBeWrittenInChinese() {
    RuleBook book =
        book(
            """
            rule "客户休假"
            when Account()
            then
              out.hold("PAID").detail(new dev.huikuan.domain.Text("客户在休假", "on leave"));
            end
            """);

    Emission.Hold hold =
        (Emission.Hold) book.run(Phase.HOLDS, List.of(account()), CODES).emissions().get(0);

    assertThat(hold.detail().zh()).isEqualTo("客户在休假");
    assertThat(hold.rule()).isEqualTo("客户休假");
  }

  @Test
  void aTermIsSetToAValueOfItsType() {
    RuleBook book =
        book(
            """
            rule "number" when Account() then out.set("seasonal", 3); end
            rule "flag" when Account() then out.set("seasonal", true); end
            """);

    RuleOutcome outcome = book.run(Phase.HOLDS, List.of(account()), CODES);

    assertThat(outcome.emissions()).extracting(Emission::rule).containsExactly("number");
    assertThat(outcome.failures().get(0).message().en()).contains("`seasonal` takes a number");
  }

  @Test
  void theOrderOfFactsFilesAndRulesDoesNotMatter() {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rules.add(
          "rule \"r%s\" salience %s when Deduction( $id : receivable ) then out.hold(\"%s\", $id); end\n"
              .formatted(i, "SALIENCE", i % 2 == 0 ? "PAID" : "DISPUTE_OPEN"));
    }
    List<Object> facts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      facts.add(deduction("INV-" + i));
    }
    RuleOutcome first = shuffled(rules, facts, new Random(0));
    assertThat(first.emissions()).hasSize(108);
    for (int seed = 1; seed < 15; seed++) {
      RuleOutcome other = shuffled(rules, facts, new Random(seed));
      assertThat(other.emissions()).isEqualTo(first.emissions());
      assertThat(other.fired())
          .extracting(RuleOutcome.Fired::emitted)
          .isEqualTo(first.fired().stream().map(RuleOutcome.Fired::emitted).toList());
    }
  }

  @Test
  void booksThatComeAndGoLeaveNothingBehind() {
    List<java.lang.ref.WeakReference<RuleBook>> gone = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RuleBook book = book("rule \"r\" when Account() then out.hold(\"PAID\"); end\n");
      assertThat(said(book, Phase.HOLDS)).containsExactly("hold PAID");
      gone.add(new java.lang.ref.WeakReference<>(book));
    }
    for (int i = 0; i < 20 && gone.stream().anyMatch(ref -> ref.get() != null); i++) {
      System.gc();
    }
    assertThat(gone.stream().filter(ref -> ref.get() != null).count()).isLessThan(3);
  }

  private static RuleOutcome shuffled(List<String> rules, List<Object> facts, Random chance) {
    List<String> order = new ArrayList<>(rules);
    List<Object> inserted = new ArrayList<>(facts);
    Collections.shuffle(order, chance);
    Collections.shuffle(inserted, chance);
    Map<String, String> files = new LinkedHashMap<>();
    for (String rule : order) {
      String salience = String.valueOf(chance.nextInt(100));
      String file = "rules/" + chance.nextInt(3) + ".drl";
      files.merge(
          file,
          HEAD + rule.replace("SALIENCE", salience),
          (all, more) -> all + rule.replace("SALIENCE", salience));
    }
    return RuleBook.compile(files).rules().orElseThrow().run(Phase.HOLDS, inserted, CODES);
  }

  private static List<String> said(RuleBook book, Phase phase) {
    RuleOutcome outcome = book.run(phase, List.of(account()), CODES);
    assertThat(outcome.failures()).isEmpty();
    return outcome.emissions().stream().map(Emission::written).toList();
  }

  private static RuleBook book(String rules) {
    RuleBook.Compiled compiled = RuleBook.compile(Map.of("rules/a.drl", HEAD + rules));
    assertThat(compiled.findings()).isEmpty();
    return compiled.rules().orElseThrow();
  }

  private static List<Finding> findings(String text) {
    RuleBook.Compiled compiled = RuleBook.compile(Map.of("rules/a.drl", text));
    assertThat(compiled.rules()).isEmpty();
    return compiled.findings();
  }

  private static Deduction deduction(String receivable) {
    return new Deduction(
        receivable, "DISPUTE_OPEN", new java.math.BigDecimal("5"), "CNY", Optional.empty());
  }

  private static Account account() {
    return new Account(
        LocalDate.of(2026, 6, 1),
        term -> {
          CODES.vocabulary().get(term);
          return Value.UNKNOWN;
        });
  }

  private static Catalogue catalogue(String name, String... codes) {
    Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    for (String code : codes) {
      entries.put(code, new CatalogueEntry(code, Text.same(code), false, Map.of(), "here"));
    }
    return new Catalogue(name, entries);
  }

  private static Term term(String code, Origin origin) {
    return new Term(
        code,
        Text.same(code),
        Level.ACCOUNT,
        false,
        origin,
        TermType.NUMBER,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        "",
        false);
  }
}
