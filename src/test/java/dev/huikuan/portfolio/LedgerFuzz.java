package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Any mapping and any ledger are accounts, or faults that say where. The mapping ends at the first
 * line that is {@code ---}; without one the headers are the targets.
 */
class LedgerFuzz {

  private static final CaseReader READER = new CaseReader(BuiltIn.policy());
  private static final String ENDS = "\n---\n";

  @FuzzTest
  void anyMappingAndLedger(byte[] data) throws IOException {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(ENDS);
    byte[] ledger =
        text.substring(end < 0 ? 0 : end + ENDS.length()).getBytes(StandardCharsets.ISO_8859_1);
    try {
      LedgerMapping mapping =
          end < 0
              ? LedgerMapping.BY_HEADER
              : MappingReader.read(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
      accounts(mapping, ledger);
    } catch (InvalidLedger refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static void accounts(LedgerMapping mapping, byte[] ledger)
      throws InvalidLedger, IOException {
    List<RowFault> faults = new ArrayList<>();
    LedgerRows rows = new LedgerRows(mapping);
    try (LedgerAccounts accounts = new LedgerAccounts(rows, LocalDate.of(2026, 1, 15), 1_000_000)) {
      accounts.read(new ByteArrayInputStream(ledger), mapping, faults::add);
      accounts.each((account, size, soFar) -> faults.addAll(read(account.read())));
    }
    faults.forEach(fault -> assertThat(fault.line()).isPositive());
  }

  private static List<RowFault> read(Account account) {
    try {
      if (account.open().isPresent()) {
        account.open().get().source().read(READER, Optional.of("2026-01-15"), Cases.NOW);
      }
    } catch (InvalidCase invalid) {
      assertThat(invalid.faults()).isNotEmpty();
    }
    return account.faults();
  }
}
