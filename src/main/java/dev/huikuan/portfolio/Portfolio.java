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

  /** As large as a case may be when it is sent alone: 5 MB. */
  private static final int LONGEST_LINE = 5_000_000;

  /** Rows of a ledger, and rows of the worklist, go to disk beyond this: 32 MB each. */
  private static final long IN_MEMORY = 32_000_000;

  private record Decided(
      Account account,
      Optional<Recommendation> made,
      byte[] key,
      byte[] answer,
      List<RowFault> faults) {}

  private final DecisionPipeline pipeline;
  private final Order order;
  private final long inMemory;
  private final CaseReader reader;
  private final WorklistRows rows;
  private final Tally tally;
  private final ExternalSort worklist;

  private Portfolio(DecisionPipeline pipeline, Order order, long inMemory) {
    this.pipeline = pipeline;
    this.order = order;
    this.inMemory = inMemory;
    this.worklist = new ExternalSort(inMemory);
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
    return run(pipeline, input, order, out, IN_MEMORY);
  }

  /**
   * @param inMemory bytes after which rows go to disk
   */
  static Summary run(
      DecisionPipeline pipeline,
      PortfolioInput input,
      Order order,
      OutputStream out,
      long inMemory)
      throws InvalidLedger, IOException {
    return new Portfolio(pipeline, order, inMemory).run(input, out);
  }

  private Summary run(PortfolioInput input, OutputStream out) throws InvalidLedger, IOException {
    BufferedInputStream bytes = new BufferedInputStream(input.bytes());
    try (worklist) {
      Summary made =
          PortfolioInput.isLedger(input.name(), bytes) ? ledger(input, bytes) : cases(input, bytes);
      write(out);
      return made;
    }
  }

  private Summary ledger(PortfolioInput input, BufferedInputStream bytes)
      throws InvalidLedger, IOException {
    LedgerMapping mapping =
        input.mapping().isPresent()
            ? MappingReader.read(input.mapping().get())
            : LedgerMapping.BY_HEADER;
    String asOf = order.asOf().orElseGet(() -> order.today().toString());
    LocalDate day = LocalDate.parse(asOf.substring(0, Math.min(10, asOf.length())));
    try (LedgerAccounts accounts = new LedgerAccounts(new LedgerRows(mapping), day, inMemory);
        InOrder<Decided> work = new InOrder<>(this::keep)) {
      long read = accounts.read(bytes, mapping, tally::fault);
      accounts.each(
          (account, size, soFar) -> {
            work.give(() -> decide(account, Optional.of(asOf)), size);
            order.progress().at(soFar, accounts.rows());
          });
      work.finish();
      return tally.summary(asOf, read);
    }
  }

  private Summary cases(PortfolioInput input, BufferedInputStream bytes)
      throws InvalidLedger, IOException {
    if (input.mapping().isPresent()) {
      throw new InvalidLedger(
          "映射只用于 CSV；此输入是逐行 JSON", "a mapping is for CSV; this input is one JSON case a line");
    }
    try (InOrder<Decided> work = new InOrder<>(this::keep)) {
      NdjsonCases lines = new NdjsonCases(bytes, LONGEST_LINE);
      long given = 0;
      while (lines.hasNext()) {
        NdjsonCases.Sent next = lines.next();
        Account account = Account.sent(next.account());
        work.give(() -> decide(() -> account, order.asOf()), next.size());
        order.progress().at(++given, 0);
      }
      work.finish();
      return tally.summary(order.asOf().orElse(""), given);
    }
  }

  private Decided decide(Account.Source source, Optional<String> asOf) {
    Account account = source.read();
    if (account.open().isEmpty()) {
      return failed(account, List.of());
    }
    AccountCase one = account.open().get();
    try {
      Recommendation made = pipeline.decide(one.source().read(reader, asOf, order.now()));
      WorklistRow row = rows.row(made);
      byte[] answer =
          switch (order.format()) {
            case NDJSON ->
                (RecommendationJson.answer(made, order.language()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            case CSV -> WorklistCsv.line(row);
            case XLSX -> WorklistWorkbook.line(row);
          };
      return new Decided(account, Optional.of(made), row.sortKey(), answer, List.of());
    } catch (InvalidCase e) {
      return failed(account, e.faults().stream().map(fault -> fault(one, fault)).toList());
    } catch (RuntimeException e) {
      String what = e.getClass().getSimpleName() + ": " + e.getMessage();
      Text text =
          new Text(
              "内部错误（" + what + "），该客户未列入",
              "internal error (" + what + "): the account is left out");
      return failed(account, List.of(new RowFault(one.line(), "", text)));
    }
  }

  private static Decided failed(Account account, List<RowFault> faults) {
    return new Decided(account, Optional.empty(), new byte[0], new byte[0], faults);
  }

  private static RowFault fault(AccountCase account, CaseFault fault) {
    return new RowFault(account.lineOf(fault.pointer()), fault.pointer(), fault.message());
  }

  private void keep(Decided decided) throws IOException {
    tally.count(decided.account());
    decided.faults().forEach(tally::fault);
    if (decided.made().isPresent()) {
      tally.count(decided.made().get());
      worklist.add(decided.key(), decided.answer());
    }
  }

  private void write(OutputStream out) throws IOException {
    ExternalSort.Sorted sorted = worklist.sorted();
    if (order.format() == WorklistFormat.XLSX) {
      try (WorklistWorkbook workbook = new WorklistWorkbook(order.language(), out)) {
        for (var next = sorted.next(); next.isPresent(); next = sorted.next()) {
          workbook.add(next.get().value());
        }
      }
      return;
    }
    if (order.format() == WorklistFormat.CSV) {
      out.write(WorklistCsv.header());
    }
    for (var next = sorted.next(); next.isPresent(); next = sorted.next()) {
      out.write(next.get().value());
    }
  }
}
