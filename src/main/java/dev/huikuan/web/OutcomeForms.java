package dev.huikuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.domain.Case;
import dev.huikuan.feedback.CaseAfter;
import dev.huikuan.feedback.ReportReader;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.OutcomeView;
import dev.huikuan.web.view.ReadOutcomes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The forms for what happened after a decision. */
final class OutcomeForms {

  /** A customer who promises to pay means a week, as a rule. */
  private static final int PROMISE_DAYS = 7;

  private OutcomeForms() {}

  /**
   * @param answer what was recommended, in the reader's language
   * @param theCase empty when it cannot be read here
   * @param serving the version that takes the outcome up
   */
  static OutcomeView of(
      AccountPage.Visit visit,
      ObjectNode answer,
      Optional<Case> theCase,
      ServedPolicy serving,
      Labels labels) {
    return ReadOutcomes.of(
        visit.place().outcomes(visit.stored().id()),
        UUID.randomUUID().toString(),
        answer,
        labels,
        ReportReader.CHANNELS,
        payDay(visit, theCase, serving),
        visit.typed());
  }

  /** A business day in a week, by the calendar of the case. */
  private static LocalDate payDay(
      AccountPage.Visit visit, Optional<Case> theCase, ServedPolicy serving) {
    return theCase
        .map(
            known -> {
              LocalDate today =
                  CaseAfter.today(known.asOf(), visit.stored().recordedAt(), visit.now());
              return Facts.of(known, serving.policy())
                  .customerDays()
                  .onOrAfter(today.plusDays(PROMISE_DAYS));
            })
        .orElseGet(() -> LocalDate.ofInstant(visit.now(), ZoneOffset.UTC).plusDays(PROMISE_DAYS));
  }
}
