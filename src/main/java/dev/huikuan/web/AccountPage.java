package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.Principal;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.Recorder.Replay;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.OutcomeTyped;
import dev.huikuan.web.view.OutcomeView;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.ReadReported;
import dev.huikuan.web.view.ReadTimeline;
import dev.huikuan.web.view.RecordedView;
import dev.huikuan.web.view.RecordedView.Parameter;
import dev.huikuan.web.view.TimelineView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded decision. It is decided again by the version that made it, which gives the page its
 * parts; where that is not possible, or gives something else, the stored answer is shown as it is.
 */
final class AccountPage {

  /**
   * What is asked of the page.
   *
   * @param assumed nothing for the case as it is
   * @param typed an outcome that could not be recorded
   * @param done an outcome was recorded just now
   */
  record Visit(
      StoredDecision stored,
      DeskAddress place,
      Principal reader,
      Assumed assumed,
      OutcomeTyped typed,
      boolean done,
      Instant now) {}

  private final PolicyRegistry registry;
  private final DecisionLog log;
  private final Neighbours neighbours;

  AccountPage(PolicyRegistry registry, DecisionLog log) {
    this.registry = registry;
    this.log = log;
    this.neighbours = new Neighbours(log);
  }

  CaseView read(Frame frame, Visit visit) {
    StoredDecision stored = visit.stored();
    Optional<ServedPolicy> policy =
        stored.erased() ? Optional.empty() : registry.version(stored.policyVersion());
    Optional<WorkedOut> shown = policy.flatMap(version -> workedOut(frame, visit, version));
    String note = shown.isPresent() ? "" : note(stored, policy.isPresent(), frame);
    Optional<Case> theCase = shown.map(worked -> worked.asked().theCase());
    return new CaseView(
        frame,
        new CaseForm("", json(stored), ""),
        "",
        shown.map(WorkedOut::answer),
        List.of(),
        Optional.of(recorded(frame, visit, theCase, note)),
        shown.map(WorkedOut::whatIf),
        shown.map(WorkedOut::dossier));
  }

  private static String json(StoredDecision stored) {
    return stored.erased() ? "" : Answers.pretty(CaseText.tree(stored.caseJson()));
  }

  private static Optional<WorkedOut> workedOut(Frame frame, Visit visit, ServedPolicy version) {
    StoredDecision stored = visit.stored();
    try {
      Replay replay = Recorder.replay(stored, version.pipeline(), version.reader());
      if (!replay.equal()) {
        return Optional.empty();
      }
      WorkedOut.Question question =
          new WorkedOut.Question(
              stored.caseJson(), Optional.of(stored.asOf()), stored.recordedAt(), visit.assumed());
      return Optional.of(WorkedOut.of(question, replay.answer(), version, frame, visit.now()));
    } catch (InvalidCase otherEngine) {
      return Optional.empty();
    }
  }

  private static String note(StoredDecision stored, boolean known, Frame frame) {
    if (stored.erased()) {
      return frame.t(Phrase.ERASED);
    }
    return frame.t(known ? Phrase.DECIDES_OTHERWISE : Phrase.VERSION_GONE);
  }

  private RecordedView recorded(Frame frame, Visit visit, Optional<Case> theCase, String note) {
    StoredDecision stored = visit.stored();
    DeskAddress place = visit.place();
    ObjectNode answer =
        stored.erased()
            ? CaseText.tree("{}".getBytes(StandardCharsets.UTF_8))
            : StoredAnswer.in(frame.language(), CaseText.tree(stored.answer()));
    List<DecisionLine> decisions = neighbours.decisions(stored);
    Optional<String> newer =
        decisions.stream().findFirst().map(DecisionLine::id).filter(id -> !id.equals(stored.id()));
    return new RecordedView(
        "/decisions/" + stored.id(),
        parameters(place),
        place.list(),
        stored.customerId(),
        stored.asOf(),
        ReadTimeline.minute(stored.recordedAt()),
        stored.actor(),
        note,
        answer.at("/action/label").asText(),
        answer.at("/action/reason").asText(),
        note.isEmpty() || stored.erased() ? "" : Answers.pretty(answer),
        newer.map(place::decision),
        neighbours.next(stored, place, visit.reader()),
        timeline(frame, visit, decisions, theCase),
        outcomes(frame, visit, answer, theCase, newer.isPresent()),
        visit.done() ? reported(frame, stored, decisions) : List.of());
  }

  private TimelineView timeline(
      Frame frame, Visit visit, List<DecisionLine> decisions, Optional<Case> theCase) {
    return ReadTimeline.of(
        decisions,
        neighbours.outcomes(decisions),
        theCase,
        visit.stored().id(),
        visit.place()::decision,
        labels(frame));
  }

  /** Who may report does so at the latest decision; what was typed is never thrown away. */
  private Optional<OutcomeView> outcomes(
      Frame frame, Visit visit, ObjectNode answer, Optional<Case> theCase, boolean isOld) {
    boolean may = frame.visitor().reports() && !visit.stored().erased();
    boolean fresh = visit.typed().equals(OutcomeTyped.NOTHING);
    return may && (!isOld || !fresh)
        ? registry
            .active()
            .map(serving -> OutcomeForms.of(visit, answer, theCase, serving, labels(frame)))
        : Optional.empty();
  }

  /** What was reported just now, and what it changed. */
  private List<String> reported(Frame frame, StoredDecision stored, List<DecisionLine> decisions) {
    Optional<Outcome> outcome = log.outcomeBehind(stored.id());
    Optional<DecisionLine> after = line(decisions, stored.id());
    if (outcome.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Labels labels = labels(frame);
    List<String> said = new ArrayList<>(List.of(ReadReported.words(outcome.get(), labels)));
    Optional<DecisionLine> before = stored.basedOn().flatMap(id -> line(decisions, id));
    said.addAll(ReadReported.changes(before, after.get(), labels));
    return said;
  }

  private static Optional<DecisionLine> line(List<DecisionLine> decisions, String id) {
    return decisions.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  private Labels labels(Frame frame) {
    return new Labels(registry.active().orElseThrow().policy(), frame.language());
  }

  private static List<Parameter> parameters(DeskAddress place) {
    List<String> all = place.parameters();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      parameters.add(new Parameter(all.get(i), all.get(i + 1)));
    }
    return parameters;
  }
}
