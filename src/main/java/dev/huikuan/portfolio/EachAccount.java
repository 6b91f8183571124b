package dev.huikuan.portfolio;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Works on every account of a portfolio, whatever form its file has: in parallel, the results in the
 * order of the accounts, in bounded memory.
 */
public final class EachAccount {

  /** One account's case, to be read with the words of a policy, as often as is needed. */
  public interface Sent {

    /**
     * @throws InvalidCase when it cannot be used under that policy
     */
    Case read(CaseReader reader) throws InvalidCase;

    /** A fault of the case at its line. */
    RowFault placed(CaseFault fault);

    /** The line of its first row. */
    long line();
  }

  /** What is done with an account; on a thread of its own. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Sent account);
  }

  /** Gets the results, in order, on the calling thread; may throw to stop. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(T result) throws IOException;
  }

  /**
   * How cases without a date of their own are dated.
   *
   * @param asOf as written, for all cases; empty: each case's own, and {@code today} for a ledger
   */
  public record Dates(Optional<String> asOf, LocalDate today, Instant now) {}

  /** As large as a case may be when it is sent alone: 5 MB. */
  private static final int LONGEST_LINE = 5_000_000;

  private static final long IN_MEMORY = 32_000_000;

  private record Done<T>(List<RowFault> faults, Optional<T> result) {}

  private record OneCase(AccountCase account, Optional<String> asOf, Instant now) implements Sent {
    @Override
    public Case read(CaseReader reader) throws InvalidCase {
      return account.source().read(reader, asOf, now);
    }

    @Override
    public RowFault placed(CaseFault fault) {
      return new RowFault(account.lineOf(fault.pointer()), fault.pointer(), fault.message());
    }

    @Override
    public long line() {
      return account.line();
    }
  }

  private EachAccount() {}

  /**
   * Works on all accounts that have something open.
   *
   * @param faults of rows, on the calling thread
   * @return the day as of which a ledger was read, as written; empty for cases with their own
   * @throws InvalidLedger when the mapping or the file as a whole cannot be used
   */
  public static <T> String in(
      PortfolioInput input,
      Dates dates,
      Work<T> work,
      Taker<T> taker,
      Consumer<RowFault> faults,
      Progress progress)
      throws InvalidLedger, IOException {
    BufferedInputStream bytes = new BufferedInputStream(input.bytes());
    InOrder.Taker<Done<T>> keep =
        done -> {
          done.faults().forEach(faults);
          if (done.result().isPresent()) {
            taker.take(done.result().get());
          }
        };
    try (InOrder<Done<T>> parallel = new InOrder<>(keep)) {
      if (PortfolioInput.isLedger(input.name(), bytes)) {
        return ledger(input, bytes, dates, work, faults, progress, parallel);
      }
      if (input.mapping().isPresent()) {
        throw new InvalidLedger(
            "映射只用于 CSV；此输入是逐行 JSON", "a mapping is for CSV; this input is one JSON case a line");
      }
      NdjsonCases lines = new NdjsonCases(bytes, LONGEST_LINE);
      long given = 0;
      while (lines.hasNext()) {
        NdjsonCases.Sent next = lines.next();
        OneCase one = new OneCase(next.account(), dates.asOf(), dates.now());
        parallel.give(() -> new Done<>(List.of(), Optional.of(work.on(one))), next.size());
        progress.at(++given, 0);
      }
      parallel.finish();
      return dates.asOf().orElse("");
    }
  }

  private static <T> String ledger(
      PortfolioInput input,
      BufferedInputStream bytes,
      Dates dates,
      Work<T> work,
      Consumer<RowFault> faults,
      Progress progress,
      InOrder<Done<T>> parallel)
      throws InvalidLedger, IOException {
    LedgerMapping mapping =
        input.mapping().isPresent()
            ? MappingReader.read(input.mapping().get())
            : LedgerMapping.BY_HEADER;
    String asOf = dates.asOf().orElseGet(() -> dates.today().toString());
    LocalDate day = LocalDate.parse(asOf.substring(0, Math.min(10, asOf.length())));
    try (LedgerAccounts accounts = new LedgerAccounts(new LedgerRows(mapping), day, IN_MEMORY)) {
      accounts.read(bytes, mapping, faults);
      accounts.each(
          (source, size, soFar) -> {
            parallel.give(() -> done(source.read(), asOf, dates.now(), work), size);
            progress.at(soFar, accounts.rows());
          });
      parallel.finish();
    }
    return asOf;
  }

  private static <T> Done<T> done(Account account, String asOf, Instant now, Work<T> work) {
    return new Done<>(
        account.faults(),
        account.open().map(open -> work.on(new OneCase(open, Optional.of(asOf), now))));
  }
}
