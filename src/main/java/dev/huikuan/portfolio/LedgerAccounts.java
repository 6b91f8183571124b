package dev.huikuan.portfolio;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The accounts of a ledger whose rows come in any order: the rows are sorted by customer outside of
 * memory, so what this takes does not depend on the length of the ledger. Cells are read when an
 * account is, not before.
 */
final class LedgerAccounts implements Closeable {

  /** Gets the accounts. */
  @FunctionalInterface
  interface Taker {
    /**
     * @param size bytes of its rows
     * @param soFar rows of the ledger that have been handed out, this account's among them
     */
    void take(Account.Source account, long size, long soFar) throws IOException;
  }

  /** One customer has to fit in memory; a case may have a fifth of that open. */
  private static final int MOST_ROWS = 50_000;

  private final LedgerRows rows;
  private final LedgerCases cases;
  private final ExternalSort sort;
  private long sorted;

  LedgerAccounts(LedgerRows rows, LocalDate asOf, long mostInMemory) {
    this.rows = rows;
    this.cases = new LedgerCases(asOf);
    this.sort = new ExternalSort(mostInMemory);
  }

  /**
   * Reads the ledger.
   *
   * @param faults of rows that belong to no customer
   * @return how many rows it has
   */
  long read(InputStream in, LedgerMapping mapping, Consumer<RowFault> faults)
      throws InvalidLedger, IOException {
    return new LedgerReader(mapping, rows, faults)
        .read(in, (line, fields) -> add(line, fields, faults));
  }

  private void add(long line, List<String> fields, Consumer<RowFault> faults) throws IOException {
    Optional<String> customer = rows.text(Target.CUSTOMER_ID, fields);
    if (customer.isEmpty()) {
      rows.row(line, fields, faults);
      return;
    }
    byte[] key =
        new SortKey()
            .text(rows.text(Target.LEDGER, fields).orElse(""))
            .text(customer.get())
            .ascending(line)
            .bytes();
    sort.add(key, written(line, fields));
    sorted++;
  }

  /** How many rows will be handed out. */
  long rows() {
    return sorted;
  }

  /** Hands out the accounts, one after the other. */
  void each(Taker taker) throws IOException {
    ExternalSort.Sorted entries = sort.sorted();
    List<byte[]> own = new ArrayList<>();
    byte[] customer = {};
    long size = 0;
    long soFar = 0;
    int left = 0;
    for (var next = entries.next(); next.isPresent(); next = entries.next()) {
      byte[] key = next.get().key();
      byte[] same = Arrays.copyOf(key, key.length - Long.BYTES);
      if (!Arrays.equals(customer, same)) {
        handOut(own, left, size, soFar, taker);
        own = new ArrayList<>();
        customer = same;
        size = 0;
        left = 0;
      }
      soFar++;
      if (own.size() < MOST_ROWS) {
        own.add(next.get().value());
        size += next.get().value().length;
      } else {
        left++;
      }
    }
    handOut(own, left, size, soFar, taker);
  }

  private void handOut(List<byte[]> own, int left, long size, long soFar, Taker taker)
      throws IOException {
    if (!own.isEmpty()) {
      taker.take(left > 0 ? () -> tooMany(own, left) : () -> account(own), size, soFar);
    }
  }

  private Account account(List<byte[]> own) {
    List<RowFault> faults = new ArrayList<>();
    List<LedgerRow> good = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    for (byte[] bytes : own) {
      read(bytes, faults)
          .filter(row -> isNew(row, seen, faults))
          .ifPresent(good::add);
    }
    return cases.account(good, faults);
  }

  private boolean isNew(LedgerRow row, Map<String, Long> seen, List<RowFault> faults) {
    String id = row.text(Target.RECEIVABLE_ID).orElseThrow();
    Long first = seen.putIfAbsent(id, row.line());
    if (first != null) {
      Text text =
          new Text(
              "`" + id + "` 与第 " + first + " 行重复；只计第一次",
              "`" + id + "` is already on line " + first + "; only the first one counts");
      faults.add(new RowFault(row.line(), rows.header(Target.RECEIVABLE_ID), text));
    }
    return first == null;
  }

  private Account tooMany(List<byte[]> own, int left) {
    int all = own.size() + left;
    Text text =
        new Text(
            "该客户有 " + all + " 行，上限为 " + MOST_ROWS + " 行；请去掉早已结清的行，该客户未列入",
            "the customer has "
                + all
                + " rows, at most "
                + MOST_ROWS
                + " are possible: leave out rows that were settled long ago; the account is left"
                + " out");
    InvalidCase why = new InvalidCase(true, List.of(new CaseFault("", "TOO_LARGE", text)));
    AccountCase none =
        new AccountCase(
            (reader, asOf, now) -> {
              throw why;
            },
            line(own.get(0)),
            List.of());
    return new Account(Optional.of(none), all, 0, 0, List.of());
  }

  private static long line(byte[] written) {
    return ByteBuffer.wrap(written).getLong();
  }

  private static byte[] written(long line, List<String> fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(line);
    for (String field : fields) {
      byte[] text = field.getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private Optional<LedgerRow> read(byte[] written, List<RowFault> faults) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));
      long line = in.readLong();
      List<String> fields = new ArrayList<>();
      while (fields.size() < rows.columns().size()) {
        fields.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      }
      return rows.row(line, fields, faults::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    sort.close();
  }
}
