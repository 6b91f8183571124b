package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.portfolio.WorklistRow;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Headline;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Overtaken;
import dev.huikuan.records.PortfolioFigures.Money;
import dev.huikuan.records.PortfolioFigures.RowFigures;
import dev.huikuan.records.PortfolioFigures.Summary;
import dev.huikuan.records.RowHit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures and chains of outcomes, on each database. */
class FiguresTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private Database database;
  private SqlDecisionLog log;

  private void open(Databases kind) {
    database = Database.open(kind.fresh());
    log = new SqlDecisionLog(database);
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }

  private static Headline headline(String customer, String outstanding, String currency) {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    cells.put(WorklistColumn.ACTION, customer.endsWith("1") ? "WAIT" : "COLLECTION_CALL");
    cells.put(WorklistColumn.OWNER_ROLE, "COLLECTOR");
    cells.put(WorklistColumn.CURRENCY, currency);
    cells.put(WorklistColumn.OUTSTANDING, outstanding);
    cells.put(WorklistColumn.OVERDUE, outstanding);
    cells.put(WorklistColumn.COLLECTIBLE, "0");
    cells.put(WorklistColumn.DISPUTED, "0.01");
    cells.put(WorklistColumn.AGING_BUCKET, "1-30");
    cells.put(WorklistColumn.HOLDS, "DISPUTE_OPEN|PROMISE_NOT_DUE");
    cells.put(WorklistColumn.INSTALLMENT_COUNT, "3");
    WorklistRow row =
        new WorklistRow(customer, "books", false, BigDecimal.ONE, BigDecimal.ONE, cells, Map.of());
    Text text = new Text("文", "text");
    return new Headline(
        row,
        text,
        text,
        "CNY",
        Optional.empty(),
        Optional.of(new BigDecimal("12.5")),
        Optional.of("EUR"),
        List.of(new RowHit("next-action", "NA-1"), new RowHit("tier", "T-" + currency)));
  }

  private static DecisionRecord decision(
      String id, Headline headline, Optional<String> basedOn, Optional<IdempotencyKey> key) {
    Optional<Outcome> outcome =
        basedOn.map(
            about ->
                new Outcome(
                    "o-" + id,
                    about,
                    Outcome.Type.NO_ANSWER,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    DAY.toString(),
                    Optional.empty(),
                    Optional.empty(),
                    "a test",
                    Instant.EPOCH));
    return new DecisionRecord(
        id,
        "books",
        headline.row().customerId(),
        DAY.toString(),
        DAY,
        Instant.EPOCH,
        "v",
        "e",
        key,
        basedOn,
        "a test",
        new byte[] {'{', '}'},
        new byte[] {'{', '}'},
        headline,
        outcome);
  }

  private CompletableFuture<Appended> append(String id, Optional<String> basedOn) {
    return log.append(decision(id, headline("C-1", "10", "CNY"), basedOn, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void sumsAreExactAndNeverTooGreat(Databases kind) {
    open(kind);
    List<CompletableFuture<Appended>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Headline most = headline("C-" + i, "999999999999.999999", "CNY");
      all.add(log.append(decision("d" + i, most, Optional.empty(), Optional.empty())));
    }
    all.add(
        log.append(
            decision("e", headline("E-1", "0.1", "EUR"), Optional.empty(), Optional.empty())));
    all.forEach(CompletableFuture::join);
    SqlPortfolioFigures figures = new SqlPortfolioFigures(database);
    Summary summary = figures.summary(Optional.of("books"));
    assertThat(summary.accounts()).isEqualTo(21);
    Money yuan = summary.totals().get(0);
    assertThat(yuan.outstanding()).isEqualByComparingTo("19999999999999.99998");
    assertThat(yuan.disputed()).isEqualByComparingTo("0.2");
    assertThat(summary.totals().get(1).outstanding()).isEqualByComparingTo("0.1");
    assertThat(summary.aging()).hasSize(2);
    assertThat(summary.discounts().get(0).cost()).isEqualByComparingTo("262.5");
    assertThat(summary.discounts().get(0).currency()).isEqualTo("EUR");
    assertThat(summary.installments()).isEqualTo(21);
    assertThat(summary.extensions()).isZero();
    assertThat(summary.holds()).extracting(count -> count.accounts()).containsExactly(21L, 21L);
    assertThat(summary.actions()).extracting(count -> count.accounts()).containsExactly(18L, 3L);
    assertThat(figures.summary(Optional.of("other")).accounts()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreCountedWithWhatCameOfThem(Databases kind) {
    open(kind);
    append("a", Optional.empty()).join();
    append("b", Optional.of("a")).join();
    append("c", Optional.of("b")).join();
    SqlPortfolioFigures figures = new SqlPortfolioFigures(database);
    Optional<LocalDate> any = Optional.empty();
    List<RowFigures> rows = figures.rows(Optional.empty(), Optional.of(DAY), Optional.of(DAY));
    assertThat(rows)
        .extracting(RowFigures::row)
        .containsExactly(new RowHit("next-action", "NA-1"), new RowHit("tier", "T-CNY"));
    assertThat(rows.get(0).decisions()).isEqualTo(3);
    assertThat(rows.get(0).outcomes()).containsExactly(Map.entry(Outcome.Type.NO_ANSWER, 2L));
    assertThat(figures.rows(Optional.empty(), Optional.of(DAY.plusDays(1)), any)).isEmpty();
    assertThat(figures.rows(Optional.of("other"), any, any)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoThatBuildOnTheSameOneIsOvertaken(Databases kind) {
    open(kind);
    append("a", Optional.empty()).join();
    List<CompletableFuture<Appended>> both = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      both.add(append("b" + i, Optional.of("a")));
    }
    CompletableFuture<Appended> neighbour = append("n", Optional.empty());
    long won = 0;
    for (CompletableFuture<Appended> one : both) {
      try {
        won += one.join().isNew() ? 1 : 0;
      } catch (CompletionException lost) {
        assertThat(lost).hasCauseInstanceOf(Overtaken.class);
      }
    }
    assertThat(won).isEqualTo(1);
    assertThat(neighbour.join().isNew()).isTrue();
    assertThat(log.outcomes("a")).hasSize(1);
    String next = log.latestOf("a");
    assertThat(log.outcomeBehind(next)).map(Outcome::decisionId).contains("a");
    assertThat(log.outcomeBehind("a")).isEmpty();
  }
}
