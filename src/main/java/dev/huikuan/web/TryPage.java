package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.CaseView.DemoLink;
import dev.huikuan.web.view.CaseView.FaultLine;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.TryView;
import dev.huikuan.web.view.TryView.Group;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any case, tried: it is decided and never recorded. */
final class TryPage {

  private static final CaseForm NOTHING = new CaseForm("", "", "", "");

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
  TryView empty(Frame frame, Policy policy) {
    List<Group> groups = new CaseFields(policy, frame.language()).empty();
    return new TryView(frame, groups, NOTHING, List.of(), links(frame.language()));
  }

  private List<DemoLink> links(Language language) {
    return demos.stream().map(demo -> link(demo, language)).toList();
  }

  private static DemoLink link(Demo demo, Language language) {
    return new DemoLink(
        demo.title().in(language), "/try" + PageLanguage.url(List.of("case", demo.id())));
  }

  /** What came of a form: the case with its recommendation, or the form with its faults. */
  record Filled(Optional<CaseView> decided, Optional<TryView> again) {}

  /** The case that was entered in the form. */
  Filled filled(Frame frame, Map<String, List<String>> form, ServedPolicy policy, Instant now) {
    CaseFields fields = new CaseFields(policy.policy(), frame.language());
    Map<String, String> entered = fields.entered(form);
    CaseForm asJson = new CaseForm("", Answers.pretty(fields.json(entered)), "", "");
    try {
      Recommendation answer = policy.pipeline().decide(asked(asJson, policy, now));
      AnswerView view = Answers.view(answer, policy.policy(), frame.language());
      return new Filled(
          Optional.of(view(frame, asJson, Optional.of(view), List.of())), Optional.empty());
    } catch (InvalidCase invalid) {
      List<CaseFault> faults = invalid.faults();
      TryView again =
          new TryView(
              frame,
              fields.groups(entered, faults),
              NOTHING,
              fields.elsewhere(faults),
              links(frame.language()));
      return new Filled(Optional.empty(), Optional.of(again));
    }
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
          List.of());
    } catch (InvalidCase invalid) {
      List<FaultLine> faults = Faults.in(form.json(), invalid, language);
      return view(frame, form, Optional.empty(), faults);
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
      Frame frame, CaseForm form, Optional<AnswerView> answer, List<FaultLine> faults) {
    String title = demo(form.demo()).map(d -> d.title().in(frame.language())).orElse("");
    return new CaseView(frame, form, title, answer, faults, Optional.empty());
  }
}
