package dev.huikuan.portfolio;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Decides every account of a portfolio, in parallel, and writes the worklist. The same input, asOf
 * and policy give the same bytes.
 */
public final class Portfolio {

  /**
   * How it is to be done.
   *
   * @param asOf as written; empty: each case's own, and {@code today} for a ledger
   * @param now the door's clock, for cases without asOf
   */
  public record Order(
      Optional<String> asOf,
      LocalDate today,
      Instant now,
      Language language,
      WorklistFormat format,
      Progress progress) {}

  private static final int BATCH = 512;

  /** As large as a case may be when it is sent alone: 5 MB. */
  private static final int LONGEST_LINE = 5_000_000;

  private record Decided(
      AccountCase from,
      Optional<Recommendation> made,
      Optional<WorklistRow> row,
      byte[] answer,
      List<RowFault> faults) {}

  /** What stays in memory of an account: what it is sorted by, and where its answer stands. */
  private record Listed(WorklistRow.Rank rank, long start, int length) {}

  private record Counts(String asOf, long rows, int nothingOpen, int invoicedLater, int settled) {}

  private final DecisionPipeline pipeline;
  private final Order order;
  private final CaseReader reader;
  private final WorklistRows rows;
  private final Tally tally;
  private final List<Listed> listed = new ArrayList<>();
  private int accounts;

  private Portfolio(DecisionPipeline pipeline, Order order) {
    this.pipeline = pipeline;
    this.order = order;
    this.reader = new CaseReader(pipeline.policy());
    this.rows = new WorklistRows(pipeline.policy(), order.language());
    this.tally = new Tally(pipeline.policy());
  }

  /**
   * Works through a portfolio.
   *
   * @param out gets the worklist; not closed
   * @throws InvalidLedger when the mapping or the file as a whole cannot be used
   */
  public static Summary run(
      DecisionPipeline pipeline, PortfolioInput input, Order order, OutputStream out)
      throws InvalidLedger, IOException {
    return new Portfolio(pipeline, order).run(input, out);
  }

  private Summary run(PortfolioInput input, OutputStream out) throws InvalidLedger, IOException {
    BufferedInputStream bytes = new BufferedInputStream(input.bytes());
    try (AnswerFile answers = new AnswerFile()) {
      Counts counts =
          PortfolioInput.isLedger(input.name(), bytes)
              ? ledger(input, bytes, answers)
              : cases(input, bytes, answers);
      listed.sort(Comparator.comparing(Listed::rank));
      write(answers, out);
      return tally.summary(
          counts.asOf(),
          counts.rows(),
          accounts + counts.nothingOpen(),
          counts.nothingOpen(),
          counts.invoicedLater(),
          counts.settled());
    }
  }

  private Counts ledger(PortfolioInput input, BufferedInputStream bytes, AnswerFile answers)
      throws InvalidLedger, IOException {
    LedgerMapping mapping =
        input.mapping().isPresent()
            ? MappingReader.read(input.mapping().get())
            : LedgerMapping.BY_HEADER;
    LedgerReader.Read read = LedgerReader.read(bytes, mapping, n -> {});
    read.faults().forEach(tally::fault);
    String asOf = order.asOf().orElseGet(() -> order.today().toString());
    LocalDate day = LocalDate.parse(asOf.substring(0, Math.min(10, asOf.length())));
    LedgerCases.Grouped grouped = LedgerCases.group(read.rows(), day);
    decideAll(grouped.cases().iterator(), grouped.cases().size(), Optional.of(asOf), answers);
    int nothingOpen = grouped.customers() - grouped.cases().size();
    return new Counts(asOf, read.lines(), nothingOpen, grouped.invoicedLater(), grouped.settled());
  }

  private Counts cases(PortfolioInput input, BufferedInputStream bytes, AnswerFile answers)
      throws InvalidLedger, IOException {
    if (input.mapping().isPresent()) {
      throw new InvalidLedger(
          "映射只用于 CSV；此输入是逐行 JSON", "a mapping is for CSV; this input is one JSON case a line");
    }
    decideAll(new NdjsonCases(bytes, LONGEST_LINE), 0, order.asOf(), answers);
    return new Counts(order.asOf().orElse(""), accounts, 0, 0, 0);
  }

  private void decideAll(
      Iterator<AccountCase> cases, long total, Optional<String> asOf, AnswerFile answers)
      throws IOException {
    while (cases.hasNext()) {
      List<AccountCase> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && cases.hasNext()) {
        batch.add(cases.next());
      }
      List<Decided> decided = batch.parallelStream().map(account -> decide(account, asOf)).toList();
      for (Decided one : decided) {
        keep(one, answers);
      }
      order.progress().at(accounts, total);
    }
  }

  private Decided decide(AccountCase account, Optional<String> asOf) {
    try {
      Recommendation made = pipeline.decide(account.source().read(reader, asOf, order.now()));
      WorklistRow row = rows.row(made);
      byte[] answer =
          switch (order.format()) {
            case NDJSON ->
                (RecommendationJson.answer(made, order.language()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            case CSV -> WorklistCsv.line(row);
            case XLSX -> WorklistWorkbook.line(row);
          };
      return new Decided(account, Optional.of(made), Optional.of(row), answer, List.of());
    } catch (InvalidCase e) {
      List<RowFault> faults = e.faults().stream().map(fault -> fault(account, fault)).toList();
      return failed(account, faults);
    } catch (RuntimeException e) {
      Text text =
          new Text(
              "内部错误（" + e.getClass().getSimpleName() + "：" + e.getMessage() + "），该客户未列入",
              "internal error ("
                  + e.getClass().getSimpleName()
                  + ": "
                  + e.getMessage()
                  + "): the account is left out");
      return failed(account, List.of(new RowFault(account.line(), "", text)));
    }
  }

  private static Decided failed(AccountCase account, List<RowFault> faults) {
    return new Decided(account, Optional.empty(), Optional.empty(), new byte[0], faults);
  }

  private static RowFault fault(AccountCase account, CaseFault fault) {
    return new RowFault(account.lineOf(fault.pointer()), fault.pointer(), fault.message());
  }

  private void keep(Decided decided, AnswerFile answers) throws IOException {
    accounts++;
    decided.faults().forEach(tally::fault);
    if (decided.made().isPresent()) {
      tally.count(decided.made().get());
      long start = answers.add(decided.answer());
      WorklistRow.Rank rank = decided.row().orElseThrow().rank();
      listed.add(new Listed(rank, start, decided.answer().length));
    }
  }

  private void write(AnswerFile answers, OutputStream out) throws IOException {
    switch (order.format()) {
      case CSV -> {
        out.write(WorklistCsv.header());
        copy(answers, out);
      }
      case NDJSON -> copy(answers, out);
      case XLSX -> {
        try (WorklistWorkbook workbook = new WorklistWorkbook(order.language(), out)) {
          for (Listed one : listed) {
            workbook.add(answers.read(one.start(), one.length()));
          }
        }
      }
    }
  }

  private void copy(AnswerFile answers, OutputStream out) throws IOException {
    for (Listed one : listed) {
      out.write(answers.read(one.start(), one.length()));
    }
  }
}
