package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.view.AnswerView;
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
    return view(frame, new CaseForm("", "", "", ""), Optional.empty(), List.of(), links);
  }

  private static DemoLink link(Demo demo, Language language) {
    return new DemoLink(
        demo.title().in(language), "/try" + PageLanguage.url(List.of("case", demo.id())));
  }

  /** The case of the form, or what it assumes, with its recommendation, or with its faults. */
  CaseView decided(Frame frame, CaseForm form, ServedPolicy policy, Instant now) {
    Language language = frame.language();
    try {
      Recommendation answer = policy.pipeline().decide(asked(form, policy, now));
      return view(
          form.pay().isEmpty() ? frame : frame.aroundWhatIf(),
          form,
          Optional.of(Answers.view(answer, policy.policy(), language)),
          List.of(),
          List.of());
    } catch (InvalidCase invalid) {
      List<FaultLine> faults = Faults.in(form.json(), invalid, language);
      return view(frame, form, Optional.empty(), faults, List.of());
    }
  }

  private static Asked asked(CaseForm form, ServedPolicy policy, Instant now) throws InvalidCase {
    byte[] json = form.json().getBytes(StandardCharsets.UTF_8);
    Optional<String> asOf = Optional.of(form.asOf()).filter(date -> !date.isEmpty());
    Optional<ObjectNode> whatIf = Answers.whatIf(form.pay());
    return whatIf.isEmpty()
        ? policy.reader().ask(json, asOf, now)
        : policy.reader().ask(json, whatIf.get(), asOf, now);
  }

  private CaseView view(
      Frame frame,
      CaseForm form,
      Optional<AnswerView> answer,
      List<FaultLine> faults,
      List<DemoLink> links) {
    String title = demo(form.demo()).map(d -> d.title().in(frame.language())).orElse("");
    return new CaseView(frame, form, title, answer, faults, links, Optional.empty());
  }
}
