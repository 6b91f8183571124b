package dev.huikuan.web;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.view.Assumed;
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

  private static final CaseForm NOTHING = new CaseForm("", "", "");

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
    CaseForm asJson = new CaseForm("", Answers.pretty(fields.json(entered)), "");
    try {
      return new Filled(
          Optional.of(answered(frame, asJson, Assumed.NOTHING, policy, now)), Optional.empty());
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

  /** The case of the form, or what is assumed of it, with its recommendation, or its faults. */
  CaseView decided(Frame frame, CaseForm form, Assumed assumed, ServedPolicy policy, Instant now) {
    try {
      return answered(frame, form, assumed, policy, now);
    } catch (InvalidCase invalid) {
      List<FaultLine> faults = Faults.in(form.json(), invalid, frame.language());
      return new CaseView(frame, form, title(frame, form), faults, Optional.empty());
    }
  }

  private String title(Frame frame, CaseForm form) {
    return demo(form.demo()).map(d -> d.title().in(frame.language())).orElse("");
  }

  private CaseView answered(
      Frame frame, CaseForm form, Assumed assumed, ServedPolicy policy, Instant now)
      throws InvalidCase {
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
        title(frame, form),
        Optional.of(shown.answer()),
        List.of(),
        Optional.empty(),
        Optional.of(shown.whatIf()),
        Optional.of(shown.dossier()));
  }
}
