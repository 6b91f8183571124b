package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.Principal;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.Policy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.Recorder.Replay;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.CaseView.FaultLine;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.RecordedView;
import dev.huikuan.web.view.RecordedView.Parameter;
import dev.huikuan.web.view.RecordedView.PastLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded decision. It is decided again by the version that made it, which gives the page its
 * parts; where that is not possible, or gives something else, the stored answer is shown as it is.
 */
final class AccountPage {

  private final PolicyRegistry registry;
  private final Neighbours neighbours;

  AccountPage(PolicyRegistry registry, DecisionLog log) {
    this.registry = registry;
    this.neighbours = new Neighbours(log);
  }

  /**
   * @param pay percent that is assumed to be paid; empty for the case as it is
   */
  CaseView read(
      Frame frame, StoredDecision stored, DeskAddress place, String pay, Principal reader) {
    Optional<ServedPolicy> policy =
        stored.erased() ? Optional.empty() : registry.version(stored.policyVersion());
    Optional<Recommendation> answer = policy.flatMap(version -> replayed(stored, version));
    Optional<AnswerView> shown =
        answer.map(a -> Answers.view(a, policy.orElseThrow().policy(), frame.language()));
    List<FaultLine> faults = List.of();
    if (answer.isPresent() && !pay.isEmpty()) {
      ServedPolicy version = policy.orElseThrow();
      try {
        shown = Optional.of(assumed(stored, version, pay, frame.language()));
      } catch (InvalidCase invalid) {
        shown = Optional.empty();
        faults = Faults.in(json(stored), invalid, frame.language());
      }
    }
    String note = note(stored, policy, answer, frame);
    return new CaseView(
        frame,
        new CaseForm("", json(stored), "", pay),
        "",
        shown,
        faults,
        Optional.of(recorded(frame, stored, place, reader, note)));
  }

  private static String json(StoredDecision stored) {
    return stored.erased() ? "" : Answers.pretty(CaseText.tree(stored.caseJson()));
  }

  private static Optional<Recommendation> replayed(StoredDecision stored, ServedPolicy version) {
    try {
      Replay replay = Recorder.replay(stored, version.pipeline(), version.reader());
      return Optional.of(replay).filter(Replay::equal).map(Replay::answer);
    } catch (InvalidCase otherEngine) {
      return Optional.empty();
    }
  }

  private static AnswerView assumed(
      StoredDecision stored, ServedPolicy version, String pay, Language language)
      throws InvalidCase {
    ObjectNode whatIf = Answers.whatIf(pay).orElseThrow();
    Recommendation answer =
        version
            .pipeline()
            .decide(
                version
                    .reader()
                    .ask(
                        stored.caseJson(),
                        whatIf,
                        Optional.of(stored.asOf()),
                        stored.recordedAt()));
    Policy policy = version.policy();
    return Answers.view(answer, policy, language);
  }

  private static String note(
      StoredDecision stored,
      Optional<ServedPolicy> policy,
      Optional<Recommendation> answer,
      Frame frame) {
    if (answer.isPresent()) {
      return "";
    }
    if (stored.erased()) {
      return frame.t(Phrase.ERASED);
    }
    return frame.t(policy.isEmpty() ? Phrase.VERSION_GONE : Phrase.DECIDES_OTHERWISE);
  }

  private RecordedView recorded(
      Frame frame, StoredDecision stored, DeskAddress place, Principal reader, String note) {
    ObjectNode answer =
        stored.erased()
            ? CaseText.tree("{}".getBytes(StandardCharsets.UTF_8))
            : StoredAnswer.in(frame.language(), CaseText.tree(stored.answer()));
    List<PastLine> history = neighbours.history(stored, place, frame.language());
    return new RecordedView(
        "/decisions/" + stored.id(),
        parameters(place),
        place.list(),
        stored.customerId(),
        stored.asOf(),
        Neighbours.minute(stored.recordedAt()),
        stored.actor(),
        note,
        answer.at("/action/label").asText(),
        answer.at("/action/reason").asText(),
        note.isEmpty() || stored.erased() ? "" : Answers.pretty(answer),
        history.stream().findFirst().filter(line -> !line.shown()).map(PastLine::url),
        neighbours.next(stored, place, reader),
        history);
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
