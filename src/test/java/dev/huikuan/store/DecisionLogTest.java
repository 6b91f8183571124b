package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.InvalidCursor;
import dev.huikuan.records.KeyConflict;
import dev.huikuan.records.Page;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.RowHit;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WorklistQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the decision log promises, on each database. */
class DecisionLogTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00.123Z");
  private static final List<String> CASES =
      DemoPortfolio.asOf(DemoPortfolio.AS_OF).stream()
          .filter(account -> account.id().endsWith("1") || account.id().endsWith("7"))
          .map(DemoAccount::json)
          .toList();

  private static final class Shipped {
    static final DecisionPipeline PIPELINE = load();
    static final CaseReader READER = new CaseReader(PIPELINE.policy());

    private static DecisionPipeline load() {
      try {
        return new DecisionPipeline(
            PolicyLoader.load(PolicyFolder.read(Path.of(""))).policy().orElseThrow());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Database database;
  private SqlDecisionLog log;
  private Recorder recorder;

  private void open(Databases kind) {
    database = Database.open(kind.fresh());
    log = new SqlDecisionLog(database);
    recorder = new Recorder(log);
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }

  private CompletableFuture<Appended> append(String json, Optional<IdempotencyKey> key) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try {
      Asked asked = Shipped.READER.ask(body, Optional.empty(), NOW);
      return recorder.record(
          Shipped.PIPELINE, asked, Recorder.Request.of(body, key, "test key", NOW));
    } catch (InvalidCase e) {
      throw new IllegalStateException(e);
    }
  }

  private List<StoredDecision> appendAll(List<String> cases) {
    List<CompletableFuture<Appended>> all =
        cases.stream().map(json -> append(json, Optional.empty())).toList();
    return all.stream().map(CompletableFuture::join).map(Appended::decision).toList();
  }

  private static DecisionQuery everything(int limit, Optional<String> cursor) {
    return new DecisionQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit,
        cursor);
  }

  @Tag("once")
  @ParameterizedTest
  @EnumSource
  void whatIsReadIsWhatWasAnsweredAndItReplays(Databases kind) throws InvalidCase {
    open(kind);
    for (StoredDecision answered : appendAll(CASES)) {
      StoredDecision read = log.find(answered.id()).orElseThrow();
      assertThat(read).usingRecursiveComparison().isEqualTo(answered);
      assertThat(Recorder.replay(read, Shipped.PIPELINE, Shipped.READER).equal()).isTrue();
      assertThat(CaseText.tree(read.caseJson()).get("asOf").asText()).isEqualTo(read.asOf());
    }
    assertThat(log.find("no-such-id")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneKeyIsOneDecisionHoweverManyAskAtOnce(Databases kind) {
    open(kind);
    IdempotencyKey key = new IdempotencyKey("k-1", "f-1");
    List<CompletableFuture<Appended>> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(append(CASES.get(0), Optional.of(key)));
    }
    List<Appended> all = many.stream().map(CompletableFuture::join).toList();
    assertThat(all.stream().filter(Appended::isNew)).hasSize(1);
    assertThat(all.stream().map(appended -> appended.decision().id()).distinct()).hasSize(1);
    assertThat(log.decisions(everything(500, Optional.empty())).items()).hasSize(1);
    assertThat(recorder.earlier(all.get(0).decision().ledger(), Optional.of(key))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsTakenFailsItsRequestAndNotItsNeighbours(Databases kind) {
    open(kind);
    append(CASES.get(0), Optional.of(new IdempotencyKey("k", "one"))).join();
    CompletableFuture<Appended> before = append(CASES.get(1), Optional.empty());
    CompletableFuture<Appended> taken =
        append(CASES.get(2), Optional.of(new IdempotencyKey("k", "another")));
    CompletableFuture<Appended> after = append(CASES.get(3), Optional.empty());
    assertThat(before.join().isNew() && after.join().isNew()).isTrue();
    assertThatThrownBy(taken::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(KeyConflict.class);
    assertThat(log.decisions(everything(500, Optional.empty())).items()).hasSize(3);
    assertThat(log.countWorklist(WorklistQuery.all(Optional.empty(), 1))).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void pagesTogetherAreTheWholeListNewestFirst(Databases kind) {
    open(kind);
    List<String> ids = new ArrayList<>();
    for (String json : CASES) {
      ids.add(append(json, Optional.empty()).join().decision().id());
    }
    java.util.Collections.reverse(ids);
    List<String> read = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<DecisionLine> page = log.decisions(everything(7, cursor));
      page.items().forEach(line -> read.add(line.id()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    assertThat(read).isEqualTo(ids);
    assertThatThrownBy(() -> log.decisions(everything(7, Optional.of("nonsense"))))
        .isInstanceOf(InvalidCursor.class);
  }

  @ParameterizedTest
  @EnumSource
  void theWorklistIsInTheOrderOfWorkWithoutGapOrRepetition(Databases kind) {
    open(kind);
    appendAll(CASES);
    List<DecisionLine> inOrder = log.worklist(WorklistQuery.all(Optional.empty(), 500)).items();
    assertThat(inOrder).hasSize(CASES.size());
    Comparator<DecisionLine> order =
        Comparator.comparing(
                (DecisionLine l) -> l.cells().get(WorklistColumn.ACTION).equals("WAIT"))
            .thenComparing(l -> number(l, WorklistColumn.PRIORITY), Comparator.reverseOrder());
    assertThat(inOrder).isSortedAccordingTo(order);
    List<String> paged = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> any = Optional.empty();
      Page<DecisionLine> page =
          log.worklist(new WorklistQuery(any, any, any, any, any, any, any, 9, cursor));
      page.items().forEach(line -> paged.add(line.id()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    assertThat(paged).isEqualTo(inOrder.stream().map(DecisionLine::id).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyPageTellsTheTotalOfItsFilterAlsoAnEmptyOne(Databases kind) {
    open(kind);
    appendAll(CASES);
    Optional<String> any = Optional.empty();
    String action =
        log.worklist(WorklistQuery.all(any, 1)).items().get(0).cells().get(WorklistColumn.ACTION);
    for (Optional<String> asked : List.of(any, Optional.of(action), Optional.of("NO_SUCH"))) {
      List<DecisionLine> all = log.worklist(filtered(asked, 500, any)).items();
      List<DecisionLine> read = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        WorklistQuery query = filtered(asked, 3, cursor);
        CountedPage<DecisionLine> counted = log.countedWorklist(query);
        assertThat(counted.total()).isEqualTo(all.size()).isEqualTo(log.countWorklist(query));
        assertThat(counted.page()).isEqualTo(log.worklist(query));
        read.addAll(counted.page().items());
        cursor = counted.page().nextCursor();
      } while (cursor.isPresent());
      assertThat(read).isEqualTo(all);
    }
    assertThatThrownBy(() -> log.countedWorklist(filtered(any, 3, Optional.of("nonsense"))))
        .isInstanceOf(InvalidCursor.class);
  }

  private static WorklistQuery filtered(
      Optional<String> action, int limit, Optional<String> cursor) {
    Optional<String> any = Optional.empty();
    return new WorklistQuery(any, action, any, any, any, any, any, limit, cursor);
  }

  private static BigDecimal number(DecisionLine line, WorklistColumn column) {
    return new BigDecimal(line.cells().getOrDefault(column, "0"));
  }

  @ParameterizedTest
  @EnumSource
  void filtersAndSearchFindWhatTheyName(Databases kind) {
    open(kind);
    appendAll(CASES);
    Optional<String> any = Optional.empty();
    List<DecisionLine> all = log.worklist(WorklistQuery.all(any, 500)).items();
    DecisionLine held =
        all.stream()
            .filter(l -> l.cells().containsKey(WorklistColumn.HOLDS))
            .findFirst()
            .orElseThrow();
    String hold = held.cells().get(WorklistColumn.HOLDS).split("\\|")[0];
    List<DecisionLine> found =
        log.worklist(new WorklistQuery(any, any, any, any, any, Optional.of(hold), any, 500, any))
            .items();
    assertThat(found).contains(held);
    assertThat(found)
        .allSatisfy(
            l -> assertThat(l.cells().get(WorklistColumn.HOLDS).split("\\|")).contains(hold));
    String id = held.customerId().toUpperCase(java.util.Locale.ROOT);
    WorklistQuery search =
        new WorklistQuery(any, any, any, any, any, any, Optional.of(id), 500, any);
    assertThat(log.worklist(search).items()).contains(held);
    assertThat(log.countWorklist(search)).isEqualTo(log.worklist(search).items().size());
    WorklistQuery percent =
        new WorklistQuery(any, any, any, any, any, any, Optional.of("%"), 500, any);
    assertThat(log.worklist(percent).items()).isEmpty();
    String action = held.cells().get(WorklistColumn.ACTION);
    WorklistQuery byAction =
        new WorklistQuery(any, Optional.of(action), any, any, any, any, any, 500, any);
    assertThat(log.worklist(byAction).items())
        .contains(held)
        .allSatisfy(l -> assertThat(l.cells().get(WorklistColumn.ACTION)).isEqualTo(action));
  }

  @ParameterizedTest
  @EnumSource
  void theLatestOfAnAccountIsOfTheGreatestAsOfThenTheLastRecorded(Databases kind) {
    open(kind);
    String today = CASES.get(0);
    String earlier = today.replaceFirst("\"asOf\":\"2026-11-20\"", "\"asOf\":\"2026-11-10\"");
    assertThat(earlier).isNotEqualTo(today);
    append(earlier, Optional.empty()).join();
    append(today, Optional.empty()).join();
    String last = append(today, Optional.empty()).join().decision().id();
    append(earlier, Optional.empty()).join();
    List<DecisionLine> accounts = log.worklist(WorklistQuery.all(Optional.empty(), 10)).items();
    assertThat(accounts).extracting(DecisionLine::id).containsExactly(last);
  }

  @ParameterizedTest
  @EnumSource
  void everyAccountsLatestCaseIsGivenOnce(Databases kind) {
    open(kind);
    appendAll(CASES);
    appendAll(CASES.subList(0, 20));
    List<String> customers = new ArrayList<>();
    log.eachLatestCase(
        Optional.empty(), json -> customers.add(CaseText.tree(json).at("/customer/id").asText()));
    assertThat(customers).hasSize(CASES.size()).doesNotHaveDuplicates();
    List<String> other = new ArrayList<>();
    log.eachLatestCase(Optional.of("no such ledger"), json -> other.add("one"));
    assertThat(other).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theRowsThatDecidedAreCountedWithoutReadingJson(Databases kind) {
    open(kind);
    List<StoredDecision> all = appendAll(CASES);
    Set<RowHit> inAnswers = new HashSet<>();
    for (StoredDecision stored : all) {
      CaseText.tree(stored.answer())
          .get("trace")
          .forEach(
              entry -> {
                if (entry.hasNonNull("row")) {
                  inAnswers.add(
                      new RowHit(entry.get("decision").asText(), entry.get("row").asText()));
                }
              });
    }
    Set<RowHit> inTables =
        database.with(
            connection -> {
              Set<RowHit> rows = new HashSet<>();
              try (Statement select = connection.createStatement();
                  ResultSet row =
                      select.executeQuery(
                          "SELECT DISTINCT p.decision, p.row_id FROM decision_row r"
                              + " JOIN policy_row p ON p.number = r.row_number"
                              + " JOIN decision d ON d.seq = r.decision_seq")) {
                while (row.next()) {
                  rows.add(new RowHit(row.getString(1), row.getString(2)));
                }
              }
              return rows;
            });
    assertThat(inTables).isNotEmpty().isEqualTo(inAnswers);
  }

  @ParameterizedTest
  @EnumSource
  void closingWritesWhatWaits(Databases kind) {
    open(kind);
    List<CompletableFuture<Appended>> waiting =
        CASES.stream().map(json -> append(json, Optional.empty())).toList();
    log.close();
    assertThat(waiting).allSatisfy(done -> assertThat(done.join().isNew()).isTrue());
    assertThat(log.waiting()).isZero();
    assertThat(log.isWritable()).isFalse();
    log.close();
    assertThatThrownBy(() -> append(CASES.get(0), Optional.empty()))
        .isInstanceOf(RecordsUnavailable.class);
  }
}
