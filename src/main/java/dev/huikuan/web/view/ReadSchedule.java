package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Recommendation.Installments;
import dev.huikuan.web.view.OffersView.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The schedule of a plan as a table: the down payment, each installment, and their sums. */
final class ReadSchedule {

  private ReadSchedule() {}

  static List<Payment> of(Installments plan, Labels labels) {
    List<Payment> payments = new ArrayList<>();
    BigDecimal down = plan.downPayment();
    if (down.signum() > 0) {
      payments.add(
          new Payment(
              labels.of(Phrase.DOWN_PAYMENT),
              labels.of(Phrase.ON_AGREEMENT),
              labels.cents(down),
              "–",
              labels.cents(down),
              false));
    }
    for (Installment part : plan.schedule()) {
      payments.add(
          new Payment(
              Integer.toString(payments.size() + (down.signum() > 0 ? 0 : 1)),
              part.dueOn().toString(),
              labels.cents(part.principal()),
              labels.cents(part.interest()),
              labels.cents(part.total()),
              false));
    }
    payments.add(
        new Payment(
            labels.of(Phrase.SUM),
            "",
            labels.cents(down.add(sum(plan, Installment::principal))),
            labels.cents(sum(plan, Installment::interest)),
            labels.cents(down.add(sum(plan, Installment::total))),
            true));
    return payments;
  }

  private static BigDecimal sum(Installments plan, Function<Installment, BigDecimal> part) {
    return plan.schedule().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
