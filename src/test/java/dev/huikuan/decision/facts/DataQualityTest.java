package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataQualityTest {

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/receivables/0/outstanding | 1001 | outstanding 1001 is more than amount 1000",
        "/receivables/0/outstanding | 1000 | ",
        "/receivables/0/dispute | { \"amount\": 1001 } | dispute.amount 1001 is more than outstanding 1000",
        "/receivables/0/dispute | { \"amount\": 1000 } | ",
        "/receivables/0/dispute | { \"amount\": 9999, \"resolvedOn\": \"2026-06-01\" } | ",
        "/receivables/0/invoicedOn | \"2026-06-01\" | dueOn 2026-05-31 is before invoicedOn 2026-06-01",
        "/receivables/0/invoicedOn | \"2026-05-31\" | ",
        "/receivables/0/dispute | { \"openedOn\": \"2026-06-02\", \"resolvedOn\": \"2026-06-01\" } | dispute.resolvedOn 2026-06-01 is before dispute.openedOn 2026-06-02",
        "/receivables/0/dispute | { \"openedOn\": \"2026-06-01\", \"resolvedOn\": \"2026-06-01\" } | ",
      })
  void aContradictionIsNamedAndItsNeighbourIsNone(String pointer, String json, String text) {
    List<Contradiction> found = Cases.thirtyDaysLate().with(pointer, json).facts().contradictions();
    if (text == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).hasSize(1);
      assertThat(found.get(0).receivables()).containsExactly("R");
      assertThat(found.get(0).text().en()).isEqualTo("receivable `R`: " + text);
      assertThat(found.get(0).text().zh()).startsWith("应收款 `R`：");
    }
  }

  @Test
  void aReferenceToAReceivableThatIsNotThereIsNamed() {
    List<Contradiction> found =
        Cases.thirtyDaysLate()
            .with(
                "/promises",
                "[ { \"receivableId\": \"X\", \"amount\": 1, \"dueOn\": \"2026-07-01\" } ]")
            .facts()
            .contradictions();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).facts()).containsExactly("promises", "receivables");
    assertThat(found.get(0).text().en())
        .isEqualTo("a promise names receivable `X`, which the case does not have");
  }
}
