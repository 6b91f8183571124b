package dev.huikuan.web.view;

import dev.huikuan.web.view.AnswerView.AlternativeLine;
import dev.huikuan.web.view.AnswerView.Figure;
import java.util.List;

/**
 * What may be offered.
 *
 * @param none offers that are not made, each with its reason; they stand here and not among the
 *     alternatives
 */
public record OffersView(List<Offer> offers, List<AlternativeLine> none) {

  /**
   * One offer.
   *
   * @param code of the action that makes it
   * @param approval who must agree, or that nobody must
   * @param gained a what-if adds it
   * @param atOnce it may be offered without asking
   * @param terms what the customer is told
   * @param figures what it costs and brings us
   * @param schedule of an installment plan; empty for the others
   */
  public record Offer(
      String code,
      String label,
      boolean preferred,
      boolean gained,
      String approval,
      boolean atOnce,
      List<Figure> terms,
      List<Figure> figures,
      List<Payment> schedule) {}

  /**
   * One line of a schedule.
   *
   * @param sum the last line, which adds up the others
   */
  public record Payment(
      String label, String dueOn, String principal, String interest, String total, boolean sum) {}
}
