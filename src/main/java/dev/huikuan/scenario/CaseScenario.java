package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A scenario with a base: the case is changed, decided by the whole pipeline, and looked at. */
final class CaseScenario {

  private final DecisionPipeline pipeline;
  private final CaseReader reader;
  private final Policy policy;

  CaseScenario(DecisionPipeline pipeline) {
    this.pipeline = pipeline;
    this.policy = pipeline.policy();
    this.reader = new CaseReader(policy);
  }

  ScenarioRunner.Visit run(Scenario scenario, ObjectNode base) throws ScenarioFault {
    String asOf =
        scenario.asOf().isPresent()
            ? AsOfCell.written(scenario.asOf().get())
            : base.path("asOf").asText();
    if (asOf.isEmpty()) {
      throw new ScenarioFault(
          scenario.location(),
          new Text("缺少 As of（截至日），案例中也没有", "give As of: the base case has none either"));
    }
    LocalDate day = AsOfCell.day(asOf, scenario);
    CaseChanges changes =
        new CaseChanges(
            policy.vocabulary(), new ShortForms(policy.vocabulary(), day, zone(base, day)), base);
    for (Scenario.Entry entry : scenario.given()) {
      changes.apply(entry);
    }
    Recommendation made = pipeline.decide(read(scenario, base, asOf), changes.overrides());
    return new ScenarioRunner.Visit(compare(scenario, new Answer(made)), hits(made));
  }

  private static Set<String> hits(Recommendation made) {
    return made.trace().stream()
        .filter(TraceEntry.RowMatched.class::isInstance)
        .map(entry -> ((TraceEntry.RowMatched) entry).location())
        .collect(Collectors.toSet());
  }

  private Case read(Scenario scenario, ObjectNode json, String asOf) throws ScenarioFault {
    try {
      return reader.read(json, Optional.of(asOf), Instant.EPOCH);
    } catch (InvalidCase e) {
      StringBuilder zh = new StringBuilder("案例改动后无效：");
      StringBuilder en = new StringBuilder("the case is not valid as changed: ");
      e.faults()
          .forEach(
              fault -> {
                zh.append(fault.pointer()).append(' ').append(fault.message().zh()).append("；");
                en.append(fault.pointer()).append(' ').append(fault.message().en()).append("; ");
              });
      throw new ScenarioFault(scenario.location(), new Text(zh.toString(), en.toString()));
    }
  }

  private ZoneId zone(ObjectNode json, LocalDate day) {
    String own = json.path("customer").path("timeZone").asText();
    Value usual = policy.parameters().value("defaultTimeZone", day);
    String name = own.isEmpty() && usual instanceof Value.Code code ? code.code() : own;
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private List<ScenarioResult.Mismatch> compare(Scenario scenario, Answer answer)
      throws ScenarioFault {
    List<ScenarioResult.Mismatch> mismatches = new ArrayList<>();
    AnswerFields fields = new AnswerFields(answer, policy.vocabulary());
    Comparison comparison = new Comparison(policy.vocabulary());
    for (Scenario.Entry entry : scenario.expect()) {
      AnswerFields.Field field = fields.find(entry);
      comparison
          .compare(entry, field.term(), field.found())
          .map(mismatch -> explained(mismatch, entry, field.term(), answer))
          .ifPresent(mismatches::add);
    }
    return mismatches;
  }

  /** Says why the expected action is not the one. */
  private static ScenarioResult.Mismatch explained(
      ScenarioResult.Mismatch mismatch, Scenario.Entry entry, Term term, Answer answer) {
    if (!term.code().equals("action")) {
      return mismatch;
    }
    return answer
        .alternative(entry.written())
        .map(
            other ->
                Comparison.mismatch(
                    entry,
                    answer.account(term),
                    new Text(
                        "；`" + other.code() + "`：" + other.text().zh(),
                        "; `" + other.code() + "`: " + other.text().en())))
        .orElse(mismatch);
  }
}
