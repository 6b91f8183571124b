package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Receivable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReaderTest {

  private static final CaseReader READER = new CaseReader(BuiltIn.policy());

  private static Case read(String json, Optional<String> asOf, String now) throws InvalidCase {
    return READER.read(json.getBytes(StandardCharsets.UTF_8), asOf, Instant.parse(now));
  }

  @Test
  void absentIsUnknownNullOnADateIsNotYetAndZeroIsZero() {
    Case theCase = Cases.thirtyDaysLate().with("/customer/openTickets", "0").read();
    Receivable receivable = theCase.receivables().get(0);
    assertThat(theCase.promises()).isEqualTo(Known.unknown());
    assertThat(receivable.invoiceDeliveredOn()).isEqualTo(Known.unknown());
    assertThat(theCase.customer().openTickets().get()).isEqualByComparingTo("0");
    Case more =
        Cases.thirtyDaysLate()
            .with("/receivables/0/invoiceDeliveredOn", "null")
            .with("/promises", "[]")
            .with("/customer/openTickets", "null")
            .read();
    assertThat(more.receivables().get(0).invoiceDeliveredOn()).isEqualTo(Known.notYet());
    assertThat(more.promises()).isEqualTo(Known.of(List.of()));
    assertThat(more.customer().openTickets()).isEqualTo(Known.unknown());
  }

  @Test
  void amountAndOutstandingStandInForOneAnother() {
    Receivable receivable = Cases.thirtyDaysLate().read().receivables().get(0);
    assertThat(receivable.outstanding()).isEqualByComparingTo("1000");
    Receivable open =
        Cases.thirtyDaysLate()
            .with("/receivables/0", "{ \"id\": \"R\", \"outstanding\": 0 }")
            .read()
            .receivables()
            .get(0);
    assertThat(open.amount()).isEqualByComparingTo("0");
  }

  @Test
  void theCurrencyIsItsOwnElseItsContractsElseTheBase() {
    Cases cases = Cases.thirtyDaysLate();
    assertThat(cases.read().receivables().get(0).currency()).isEqualTo("CNY");
    cases
        .with("/contracts", "[ { \"id\": \"K\", \"currency\": \"EUR\" } ]")
        .with("/receivables/0/contractId", "\"K\"")
        .with(
            "/credits",
            "[ { \"id\": \"C\", \"kind\": \"CREDIT_NOTE\", \"amount\": 1, \"receivableId\": \"R\" } ]");
    assertThat(cases.read().receivables().get(0).currency()).isEqualTo("EUR");
    assertThat(cases.read().credits().get().get(0).currency()).isEqualTo("EUR");
    cases.with("/receivables/0/currency", "\"USD\"");
    assertThat(cases.read().receivables().get(0).currency()).isEqualTo("USD");
  }

  @ParameterizedTest(name = "{0} at {1} is {2}")
  @CsvSource({
    "Asia/Shanghai, 2026-06-30T16:30:00Z, 2026-07-01",
    "Asia/Shanghai, 2026-06-30T15:30:00Z, 2026-06-30",
    "America/New_York, 2026-06-30T03:30:00Z, 2026-06-29",
    ", 2026-06-30T16:30:00Z, 2026-07-01",
  })
  void asOfDefaultsToTodayInTheCustomersZone(String zone, String now, String date)
      throws InvalidCase {
    String timeZone = zone == null ? "" : ", \"timeZone\": \"" + zone + "\"";
    String json = "{ \"customer\": { \"id\": \"C\"" + timeZone + " }, \"receivables\": [] }";
    Case theCase = read(json, Optional.empty(), now);
    assertThat(theCase.asOf().date()).isEqualTo(LocalDate.parse(date));
    assertThat(theCase.asOf().text()).isEqualTo(date);
  }

  @Test
  void anAsOfFromOutsideWinsOverTheCases() throws InvalidCase {
    String json = Cases.thirtyDaysLate().json();
    Case theCase = read(json, Optional.of("2026-01-31"), "2026-06-30T00:00:00Z");
    assertThat(theCase.asOf().date()).isEqualTo(LocalDate.of(2026, 1, 31));
    Case exact = read(json, Optional.of("2026-01-31T23:30:00Z"), "2026-06-30T00:00:00Z");
    assertThat(exact.asOf().date()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(exact.asOf().exact()).contains(Instant.parse("2026-01-31T23:30:00Z"));
  }

  @Test
  void bytesAndTreeGiveTheSameCase() throws InvalidCase {
    Cases full = Cases.full();
    Case fromBytes =
        READER.read(full.json().getBytes(StandardCharsets.UTF_8), Optional.empty(), Cases.NOW);
    assertThat(fromBytes.toString()).isEqualTo(full.read().toString());
    assertThat(fromBytes.customer().name()).isEqualTo(Known.of("华东重工"));
  }
}
