package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the default policy can do is there to be seen in the demo: each practice by an account. */
@Tag("law")
class DemoLeversTest {

  private static Policy policy;
  private static CaseReader reader;
  private static DecisionPipeline pipeline;
  private static Map<DemoAccount, Recommendation> portfolio;

  /** A practice and how an answer shows it. */
  private record Lever(int number, String practice, Predicate<Recommendation> shown) {}

  private static final List<Lever> LEVERS =
      List.of(
          new Lever(5, "staged terms", advises("STAGED_TERMS")),
          new Lever(6, "unclear terms: a supplement", does("NEGOTIATE_SUPPLEMENT")),
          new Lever(7, "legal reviews", does("LEGAL_REVIEW")),
          new Lever(8, "the contract is about to end", alerts("CONTRACT_EXPIRY")),
          new Lever(9, "evidence is missing", alerts("EVIDENCE_GAP")),
          new Lever(12, "prepayment", advises("REQUIRE_PREPAYMENT")),
          new Lever(15, "habit: explain the terms", does("PAYMENT_EDUCATION")),
          new Lever(18, "a longer term as a reward", advises("EXTEND_CREDIT_TERM")),
          new Lever(30, "we are behind: softer", by("SI-020")),
          new Lever(31, "dissatisfied: put the service right", by("SI-010")),
          new Lever(35, "a discount for paying early", discount("EARLY")),
          new Lever(36, "a reward for paying on time", advises("ON_TIME_REWARD")),
          new Lever(38, "ask for the reason", does("ASK_REASON")),
          new Lever(39, "a grace period", does("GRACE_PERIOD")),
          new Lever(40, "a later due date", does("EXTEND_DUE_DATE")),
          new Lever(41, "installments", does("OFFER_INSTALLMENTS")),
          new Lever(42, "another way to pay", does("CHANGE_PAYMENT_METHOD")),
          new Lever(44, "work is ahead of payment", does("NOTIFY_PROGRESS_GAP")),
          new Lever(45, "work is suspended, after a notice", does("SUSPEND_WORK")),
          new Lever(46, "refusal: a calm talk", does("REFUSAL_HANDLING")),
          new Lever(53, "one person follows up", advises("ASSIGN_PERSON")),
          new Lever(55, "the contract as leverage", by("TP-210").or(by("TP-220"))),
          new Lever(
              58, "coordinate within the company", r -> !r.action().coordinateWith().isEmpty()),
          new Lever(
              59, "approval", r -> r.action().approval().filter(a -> !a.isEmpty()).isPresent()),
          new Lever(60, "bad faith: secure assets", does("LEGAL_FAST_TRACK")),
          new Lever(61, "an agency, with its expected net", withFigures("AGENCY_PLACEMENT")),
          new Lever(62, "factoring, compared with waiting", withFigures("FACTORING")),
          new Lever(63, "arbitration", does("ARBITRATION")),
          new Lever(64, "court as the last resort", does("LITIGATION")),
          new Lever(65, "a lawyer's letter", does("LAWYER_LETTER")),
          new Lever(66, "legal steps hurt the relationship", by("AL-040")),
          new Lever(67, "no step of the ladder is skipped", nextStepOnly()),
          new Lever(86, "the last part is hard to get", alerts("TAIL_RISK")));

  private static Predicate<Recommendation> does(String action) {
    return r -> r.action().code().equals(action);
  }

  private static Predicate<Recommendation> withFigures(String action) {
    return does(action).and(r -> r.action().economics().isPresent());
  }

  private static Predicate<Recommendation> advises(String code) {
    return r -> r.advice().stream().anyMatch(advice -> advice.code().equals(code));
  }

  private static Predicate<Recommendation> alerts(String code) {
    return r -> r.alerts().stream().anyMatch(alert -> alert.code().equals(code));
  }

  private static Predicate<Recommendation> discount(String kind) {
    return r -> r.discount().filter(offer -> offer.kind().equals(kind)).isPresent();
  }

  private static Predicate<Recommendation> plan(String method) {
    return r -> r.installments().filter(offer -> offer.method().equals(method)).isPresent();
  }

  private static Predicate<Recommendation> extension(String kind) {
    return r -> r.extension().filter(offer -> offer.kind().equals(kind)).isPresent();
  }

  /** A row that matched. */
  private static Predicate<Recommendation> by(String row) {
    return r ->
        r.trace().stream()
            .anyMatch(e -> e instanceof TraceEntry.RowMatched matched && matched.row().equals(row));
  }

  /** A higher level is due, and yet the next one is taken. */
  private static Predicate<Recommendation> nextStepOnly() {
    return r ->
        r.action().dunningLevel().isPresent()
            && r.action().dunningLevelDue().orElse(0) > r.action().dunningLevel().get();
  }

  @BeforeAll
  static void decideThePortfolio() throws IOException {
    policy = PolicyLoader.load(PolicyFolder.read(Path.of("").toAbsolutePath())).policy().get();
    reader = new CaseReader(policy);
    pipeline = new DecisionPipeline(policy);
    portfolio =
        DemoPortfolio.asOf(DemoPortfolio.AS_OF).parallelStream()
            .collect(
                Collectors.toMap(
                    account -> account,
                    account -> decide(account.json().getBytes(StandardCharsets.UTF_8))));
  }

  private static Recommendation decide(byte[] json) {
    try {
      return pipeline.decide(reader.read(json, Optional.empty(), Instant.EPOCH));
    } catch (InvalidCase e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertShown(String what, Predicate<Recommendation> shown) {
    assertThat(portfolio.values()).as(what).anyMatch(shown);
  }

  @TestFactory
  Stream<DynamicTest> everyLeverIsThere() {
    return LEVERS.stream()
        .map(
            lever ->
                dynamicTest(
                    "L" + lever.number() + " " + lever.practice(),
                    () -> assertShown(lever.practice(), lever.shown())));
  }

  @Test
  void everyKindOfOfferIsThere() {
    for (String kind : List.of("EARLY", "SETTLEMENT")) {
      assertShown(kind, discount(kind));
    }
    for (String method : List.of("EQUAL_PRINCIPAL", "ANNUITY", "INTEREST_FREE")) {
      assertShown(method, plan(method));
    }
    for (String kind : List.of("GRACE", "EXTENSION")) {
      assertShown(kind, extension(kind));
    }
  }

  @Test
  void everyHoldIsThere() {
    for (String hold : policy.catalogues().get("holds").codes()) {
      assertShown(hold, r -> r.holds().stream().anyMatch(h -> h.code().equals(hold)));
    }
  }

  @Test
  void everyActionThatThePolicyCanProposeIsThere() {
    Set<String> proposed = new TreeSet<>();
    for (CatalogueEntry hold : policy.catalogues().get("holds").entries().values()) {
      proposed.add(hold.column(CatalogueColumns.INSTEAD));
    }
    policy.tables().stream()
        .map(index -> index.table())
        .filter(table -> table.code().equals("next-action"))
        .map(DecisionTable::rows)
        .flatMap(List::stream)
        .flatMap(row -> row.outputs().stream())
        .flatMap(output -> output.entry().stream())
        .map(entry -> entry.value(null))
        .forEach(value -> proposed.add(((Value.Code) value).code()));
    proposed.remove("");
    assertThat(proposed).hasSizeGreaterThan(30);
    assertThat(portfolio.values().stream().map(r -> r.action().code()).collect(Collectors.toSet()))
        .containsAll(proposed);
  }

  @Test
  void everyStoryLeadsToWhatItTells() {
    portfolio.forEach(
        (account, answer) ->
            assertThat(answer.action().code())
                .as(account.id() + " " + account.title().en())
                .isEqualTo(account.action()));
  }

  /** The column shows of the index names an action, holds, alerts and currencies of the answer. */
  @TestFactory
  Stream<DynamicTest> everyDemoCaseShowsWhatItsTitlePromises() throws IOException {
    Path cases = Path.of("test-scenarios", "cases");
    String index = Files.readString(cases.resolve("index.csv"));
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(index).stream().toList();
    return rows.stream()
        .map(
            row ->
                dynamicTest(
                    row.getField("file") + ": " + row.getField("title (en)"),
                    () ->
                        assertPromise(
                            row.getField("shows"),
                            decide(Files.readAllBytes(cases.resolve(row.getField("file")))))));
  }

  private static void assertPromise(String shows, Recommendation answer) {
    Set<String> seen = new TreeSet<>();
    seen.add(answer.action().code());
    answer.holds().forEach(hold -> seen.add(hold.code()));
    answer.alerts().forEach(alert -> seen.add(alert.code()));
    answer.receivables().forEach(receivable -> seen.add(receivable.currency()));
    List<String> codes =
        Stream.of(shows.split(" ")).filter(word -> word.matches("[A-Z_]{3,}")).toList();
    assertThat(seen).containsAll(codes);
    assertThat(codes)
        .as("the action among them")
        .anyMatch(code -> code.equals(answer.action().code()));
  }
}
