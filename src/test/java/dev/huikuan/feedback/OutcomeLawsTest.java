package dev.huikuan.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.DemoAccounts;
import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.Outcome.Offer;
import dev.huikuan.records.Outcome.Type;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every outcome leaves true, on accounts of every story of the demo portfolio. */
@Tag("law")
class OutcomeLawsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
  private static final List<String> CASES =
      DemoAccounts.ofEveryStory().stream().map(DemoAccount::json).toList();

  private static final Map<String, StoredDecision> BEFORE = new HashMap<>();

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

  /** A decision as the log would hold it. */
  private static StoredDecision decided(byte[] json, Instant now) {
    try {
      Asked asked = Shipped.READER.ask(json, Optional.empty(), now);
      Recommendation answer = Shipped.PIPELINE.decide(asked).recorded("id", Optional.empty());
      return new StoredDecision(
          "id",
          answer.ledger(),
          answer.customerId(),
          answer.asOf(),
          now,
          answer.policyVersion(),
          answer.engineVersion(),
          Optional.empty(),
          Optional.empty(),
          "a test",
          CaseText.dated(json, answer.asOf()),
          CaseText.bytes(RecommendationJson.stored(answer)),
          false);
    } catch (InvalidCase invalid) {
      throw new AssertionError(invalid.faults().toString(), invalid);
    }
  }

  private static StoredDecision decided(String json) {
    return BEFORE.computeIfAbsent(
        json, known -> decided(known.getBytes(StandardCharsets.UTF_8), NOW));
  }

  private static Case known(StoredDecision stored) {
    try {
      return Shipped.READER
          .ask(stored.caseJson(), Optional.of(stored.asOf()), stored.recordedAt())
          .theCase();
    } catch (InvalidCase invalid) {
      throw new AssertionError(invalid.faults().toString(), invalid);
    }
  }

  private static Report report(Type type, Optional<BigDecimal> amount, Optional<Offer> offer) {
    boolean promise = type == Type.PROMISE;
    boolean overridden = type == Type.OVERRIDDEN;
    return new Report(
        type,
        List.of(),
        overridden ? Optional.of("SITE_VISIT") : Optional.empty(),
        Optional.empty(),
        amount,
        promise ? Optional.of(LocalDate.of(2026, 12, 1)) : Optional.empty(),
        offer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The outcome as a caller would report it of this case; empty where it has nothing to say. */
  private static Optional<Report> fitting(Type type, StoredDecision stored) {
    Case theCase = known(stored);
    BigDecimal owed = owed(theCase);
    boolean one = theCase.receivables().stream().map(Receivable::currency).distinct().count() == 1;
    return switch (type) {
      case PROMISE ->
          one && owed.signum() > 0
              ? Optional.of(report(type, Optional.of(owed), Optional.empty()))
              : Optional.empty();
      case PAID ->
          one
              ? Optional.of(report(type, Optional.of(owed.add(BigDecimal.TEN)), Optional.empty()))
              : Optional.empty();
      case DISPUTED ->
          owed.signum() > 0
              ? Optional.of(report(type, Optional.empty(), Optional.empty()))
              : Optional.empty();
      case OFFER_ACCEPTED, OFFER_DECLINED ->
          offered(stored).map(offer -> report(type, Optional.empty(), Optional.of(offer)));
      default -> Optional.of(report(type, Optional.empty(), Optional.empty()));
    };
  }

  private static Optional<Offer> offered(StoredDecision stored) {
    ObjectNode answer = CaseText.tree(stored.answer());
    for (Offer offer : Offer.values()) {
      if (answer.path(offer.name().toLowerCase(java.util.Locale.ROOT)).isObject()) {
        return Optional.of(offer);
      }
    }
    return Optional.empty();
  }

  private static BigDecimal owed(Case theCase) {
    return theCase.receivables().stream()
        .map(Receivable::outstanding)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal unapplied(Case theCase) {
    return theCase.credits().orElse(List.of()).stream()
        .filter(credit -> credit.kind().equals("UNAPPLIED_CASH"))
        .map(Credit::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static StoredDecision after(StoredDecision latest, Report report, String outcomeId) {
    return after(latest, report, outcomeId, latest);
  }

  private static StoredDecision after(
      StoredDecision about, Report report, String outcomeId, StoredDecision latest) {
    try {
      CaseAfter changed =
          CaseAfter.of(
              report,
              outcomeId,
              CaseText.tree(about.answer()),
              latest,
              Shipped.PIPELINE.policy(),
              Shipped.READER,
              NOW);
      return decided(changed.caseJson(), NOW);
    } catch (InvalidCase invalid) {
      throw new AssertionError(report + ": " + invalid.faults(), invalid);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcomeLeadsToAValidCaseThatReplaysEqual(Type type) throws InvalidCase {
    int fitted = 0;
    for (String json : CASES) {
      StoredDecision before = decided(json);
      Optional<Report> report = fitting(type, before);
      if (report.isPresent()) {
        fitted++;
        StoredDecision next = after(before, report.get(), "O-1");
        assertThat(Recorder.replay(next, Shipped.PIPELINE, Shipped.READER).equal()).isTrue();
        assertThat(next.asOf()).isEqualTo(before.asOf());
        assertThat(known(next).customer().id()).isEqualTo(known(before).customer().id());
      }
    }
    assertThat(fitted).isGreaterThan(10);
  }

  @Test
  void moneyIsNeitherLostNorMade() {
    for (String json : CASES) {
      StoredDecision before = decided(json);
      Case then = known(before);
      boolean one = then.receivables().stream().map(Receivable::currency).distinct().count() == 1;
      for (String share : one ? List.of("0.37", "1", "1.5") : List.<String>of()) {
        BigDecimal amount = owed(then).multiply(new BigDecimal(share)).add(new BigDecimal("0.01"));
        Report paid =
            report(
                Type.PAID,
                Optional.of(amount.setScale(2, java.math.RoundingMode.DOWN)),
                Optional.empty());
        Case now = known(after(before, paid, "O-1"));
        BigDecimal lowered = owed(then).subtract(owed(now));
        BigDecimal credited = unapplied(now).subtract(unapplied(then));
        assertThat(lowered.add(credited)).isEqualByComparingTo(paid.amount().orElseThrow());
        assertThat(credited.signum() == 0 || owed(now).signum() == 0).isTrue();
        assertThat(now.receivables())
            .extracting(Receivable::amount)
            .isEqualTo(then.receivables().stream().map(Receivable::amount).toList());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTACTED", "NO_ANSWER"})
  void beingSpokenToChangesNothingButContactsAndActions(Type type) {
    for (String json : CASES) {
      StoredDecision first = decided(json);
      Report report = report(type, Optional.empty(), Optional.empty());
      StoredDecision second = after(first, report, "O-1");
      StoredDecision third = after(first, report, "O-2", second);
      assertThat(without(third)).isEqualTo(without(first));
      assertThat(known(third).contacts().get().size())
          .isEqualTo(known(first).contacts().orElse(List.of()).size() + 2);
    }
  }

  private static ObjectNode without(StoredDecision stored) {
    return CaseText.tree(stored.caseJson()).without(List.of("contacts", "actionsTaken"));
  }

  @Test
  void aRecommendedContactIsNotRecommendedAgainTheSameDay() {
    List<String> repeated = new ArrayList<>();
    for (String json : CASES) {
      StoredDecision before = decided(json);
      JsonNode action = CaseText.tree(before.answer()).get("action");
      Report report = report(Type.CONTACTED, Optional.empty(), Optional.empty());
      StoredDecision next = after(before, report, "O-1");
      JsonNode again = CaseText.tree(next.answer()).get("action");
      if (action.get("kind").asText().equals("PRESSURE")
          && again.get("code").equals(action.get("code"))) {
        repeated.add(before.customerId() + " " + action.get("code").asText());
      }
    }
    assertThat(repeated).isEmpty();
  }
}
