package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.web.studio.SheetAddress;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.DifferencesView;
import dev.huikuan.web.view.DossierView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.MarkChanges;
import dev.huikuan.web.view.ReadDifferences;
import dev.huikuan.web.view.ReadDossier;
import dev.huikuan.web.view.ReadWhatIf;
import dev.huikuan.web.view.Setting;
import dev.huikuan.web.view.WhatIfView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a page shows of a case: the answer, as it is or as it would be, and what is on record.
 *
 * @param asked the case as it is
 */
record WorkedOut(Asked asked, AnswerView answer, WhatIfView whatIf, DossierView dossier) {

  /**
   * A case and what is assumed of it.
   *
   * @param readAt the moment for what the case leaves to its reader
   */
  record Question(byte[] json, Optional<String> asOf, Instant readAt, Assumed assumed) {

    Asked asItIs(ServedPolicy policy) throws InvalidCase {
      return policy.reader().ask(json, asOf, readAt);
    }

    Asked assumed(ServedPolicy policy) throws InvalidCase {
      ObjectNode whatIf = Assumptions.whatIf(assumed, policy.policy().vocabulary());
      return policy.reader().ask(json, whatIf, asOf, readAt);
    }
  }

  /**
   * Works out what is assumed; what is wrong with that stands in its form.
   *
   * @param asItIs the case's own recommendation
   * @throws InvalidCase when the case itself is not in order
   */
  static WorkedOut of(
      Question question, Recommendation asItIs, ServedPolicy policy, Frame frame, Instant now)
      throws InvalidCase {
    Asked asked = question.asItIs(policy);
    Labels labels = new Labels(policy.policy(), frame.language());
    Setting setting = setting(asked, policy.version(), frame);
    AnswerView answer = Answers.view(asItIs, labels, setting);
    Optional<DifferencesView> differences = Optional.empty();
    Map<String, String> faults = Map.of();
    if (question.assumed().isSomething()) {
      try {
        Recommendation otherwise = policy.pipeline().decide(question.assumed(policy));
        AnswerView after = Answers.view(otherwise, labels, setting);
        differences = Optional.of(ReadDifferences.of(answer, after, labels));
        answer = MarkChanges.in(after, answer);
      } catch (InvalidCase invalid) {
        faults = Assumptions.faults(invalid, frame.language());
      }
    }
    WhatIfView whatIf =
        ReadWhatIf.of(labels, asItIs.facts(), question.assumed(), faults, differences);
    DossierView dossier = ReadDossier.of(asked.theCase(), asItIs.facts(), labels, now);
    return new WorkedOut(asked, answer, whatIf, dossier);
  }

  private static Setting setting(Asked asked, String version, Frame frame) {
    return new Setting(
        Optional.of(asked.theCase().asOf().zone()),
        location ->
            frame.visitor().edits()
                ? SheetAddress.of(version, location).map(SheetAddress::url).orElse("")
                : "");
  }
}
