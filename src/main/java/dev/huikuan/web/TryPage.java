package dev.huikuan.web;

import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.CaseView.DemoLink;
import dev.huikuan.web.view.CaseView.FaultLine;
import dev.huikuan.web.view.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Any case, tried: it is decided and never recorded. */
final class TryPage {

  private final List<Demo> demos;

  /**
   * @param files of the policy, with its demo cases among them
   */
  TryPage(List<PolicyFile> files) {
    this.demos = Demo.among(files);
  }

  Optional<Demo> demo(String id) {
    return demos.stream().filter(demo -> demo.id().equals(id)).findFirst();
  }

  /** The form, and the demo cases to begin with. */
  CaseView empty(Frame frame) {
    List<DemoLink> links = demos.stream().map(demo -> link(demo, frame.language())).toList();
    CaseForm form = new CaseForm("", "", "");
    return new CaseView(frame, form, "", List.of(), links, Optional.empty());
  }

  private static DemoLink link(Demo demo, Language language) {
    return new DemoLink(
        demo.title().in(language), "/try" + PageLanguage.url(List.of("case", demo.id())));
  }

  /** The case of the form, or what is assumed of it, with its recommendation, or its faults. */
  CaseView decided(Frame frame, CaseForm form, Assumed assumed, ServedPolicy policy, Instant now) {
    String title = demo(form.demo()).map(d -> d.title().in(frame.language())).orElse("");
    try {
      WorkedOut.Question question =
          new WorkedOut.Question(
              form.json().getBytes(StandardCharsets.UTF_8),
              Optional.of(form.asOf()).filter(date -> !date.isEmpty()),
              now,
              assumed);
      Recommendation answer = policy.pipeline().decide(question.asItIs(policy));
      WorkedOut shown = WorkedOut.of(question, answer, policy, frame, now);
      return new CaseView(
          assumed.isSomething() ? frame.aroundWhatIf() : frame,
          form,
          title,
          Optional.of(shown.answer()),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.of(shown.whatIf()),
          Optional.of(shown.dossier()));
    } catch (InvalidCase invalid) {
      List<FaultLine> faults = Faults.in(form.json(), invalid, frame.language());
      return new CaseView(frame, form, title, faults, List.of(), Optional.empty());
    }
  }
}
