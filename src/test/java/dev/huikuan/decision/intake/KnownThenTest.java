package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.decision.RandomCase;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Pause;
import dev.huikuan.domain.Receivable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is dated after asOf is not known yet. */
class KnownThenTest {

  /** Facts dated the day after asOf, by the list that they are added to. */
  private static final Map<String, List<String>> LATER =
      Map.of(
          "/receivables/-",
          List.of(
              "{ \"id\": \"LATER\", \"amount\": 77, \"invoicedOn\": \"2026-07-01\", \"dueOn\": \"2026-01-01\" }"),
          "/credits/-",
          List.of(
              "{ \"id\": \"LATER\", \"kind\": \"CREDIT_NOTE\", \"amount\": 77, \"on\": \"2026-07-01\", \"receivableId\": \"R0\" }"),
          "/promises/-",
          List.of(
              "{ \"receivableId\": \"R0\", \"amount\": 77, \"dueOn\": \"2026-06-01\", \"madeOn\": \"2026-07-01\" }"),
          "/agreements/-",
          List.of(
              "{ \"id\": \"LATER\", \"kind\": \"GRACE\", \"receivableIds\": [\"R0\"], \"agreedOn\": \"2026-07-01\", \"until\": \"2026-08-01\" }"),
          "/contacts/-",
          List.of(
              "{ \"at\": \"2026-07-01T00:00:00+08:00\", \"channel\": \"EMAIL\" }",
              "{ \"at\": \"2026-06-30T16:00:00Z\" }"),
          "/actionsTaken/-",
          List.of("{ \"code\": \"FORMAL_DEMAND\", \"at\": \"2026-07-01T00:00:00+08:00\" }"));

  @Test
  void addingAFactDatedLaterChangesNothingButTheCount() {
    for (long seed = 0; seed < 60; seed++) {
      for (Map.Entry<String, List<String>> later : LATER.entrySet()) {
        Cases cases = new RandomCase(seed).cases();
        Case before = cases.read();
        Map<String, ?> known = cases.book().known();
        later.getValue().forEach(json -> cases.with(later.getKey(), json));
        Case after = cases.read();
        assertThat(after.omitted() - before.omitted()).isEqualTo(later.getValue().size());
        assertThat(withoutCount(after)).isEqualTo(withoutCount(before));
        assertThat(cases.book().known()).as("%s %s", seed, later.getKey()).isEqualTo(known);
      }
    }
  }

  private static String withoutCount(Case theCase) {
    return theCase.toString().replaceFirst("omitted=\\d+\\]$", "");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/receivables/0/invoiceDeliveredOn",
    "/receivables/0/goodsDeliveredOn",
    "/receivables/0/lastInterruptionOn",
    "/lastReconciledOn",
    "/contracts/0/signedOn",
    "/contracts/0/milestones/0/completedOn",
    "/contracts/0/milestones/0/acceptedOn",
    "/contracts/0/milestones/0/invoicedOn",
  })
  void whatCanOnlyHaveHappenedIsNotYetWhenItIsDatedLater(String pointer) {
    Cases onTheDay = Cases.full().with(pointer, "\"2026-11-21\"");
    assertThat(onTheDay.read().omitted()).isZero();
    Case later = Cases.full().with(pointer, "\"2026-11-22\"").read();
    Case notYet = Cases.full().with(pointer, "null").read();
    assertThat(later.omitted()).isEqualTo(1);
    assertThat(withoutCount(later)).isEqualTo(withoutCount(notYet));
  }

  @Test
  void aDisputeOpenedLaterIsNoneAndOneResolvedLaterIsOpen() {
    Case opened = Cases.full().with("/receivables/0/dispute/openedOn", "\"2026-11-22\"").read();
    assertThat(opened.receivables().get(0).dispute()).isEmpty();
    assertThat(opened.omitted()).isEqualTo(1);
    Case resolved = Cases.full().with("/receivables/0/dispute/resolvedOn", "\"2026-11-22\"").read();
    assertThat(resolved.receivables().get(0).dispute().orElseThrow().resolvedOn()).isEmpty();
    assertThat(resolved.omitted()).isEqualTo(1);
  }

  @Test
  void termsAboutTheFutureStay() {
    Case theCase =
        Cases.full()
            .with("/receivables/0/dueOn", "\"2027-01-31\"")
            .with("/receivables/0/pause", "{ \"until\": \"2027-02-01\" }")
            .with("/promises/0/dueOn", "\"2027-03-01\"")
            .with("/agreements/1/until", "\"2027-04-01\"")
            .read();
    Receivable receivable = theCase.receivables().get(0);
    assertThat(theCase.omitted()).isZero();
    assertThat(receivable.dueOn()).isEqualTo(Known.of(LocalDate.of(2027, 1, 31)));
    assertThat(receivable.pause())
        .isEqualTo(Optional.of(new Pause(Optional.of(LocalDate.of(2027, 2, 1)), "")));
    assertThat(theCase.promises().get().get(0).dueOn()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(theCase.agreements().get().get(1).until())
        .isEqualTo(Optional.of(LocalDate.of(2027, 4, 1)));
  }

  @Test
  void bankDataOfALaterDayContainThoseOfAsOf() {
    Case theCase = Cases.full().with("/bankDataAsOf", "\"2026-11-25\"").read();
    assertThat(theCase.bankDataAsOf()).isEqualTo(Known.of(LocalDate.of(2026, 11, 21)));
    assertThat(theCase.omitted()).isEqualTo(1);
  }

  @Test
  void anExactAsOfSplitsTheDay() {
    String at = "2026-06-30T10:00:00+08:00";
    Cases cases =
        Cases.thirtyDaysLate()
            .with("/asOf", '"' + at + '"')
            .with(
                "/contacts",
                "[ { \"at\": \"2026-06-30T10:00:00+08:00\" }, { \"at\": \"2026-06-30T02:00:01Z\" } ]");
    assertThat(cases.read().contacts().get()).hasSize(1);
    assertThat(cases.asOf("2026-06-30").read().contacts().get()).hasSize(2);
  }
}
