package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The customer's word: one promise for the account, or one for each receivable that is named, the
 * oldest due first. Of an account with several currencies those that are open, if they are in one.
 */
final class Pledge {

  private final Change change;

  Pledge(Change change) {
    this.change = change;
  }

  void make() {
    BigDecimal amount = change.report().amount().orElseThrow();
    LocalDate dueOn = change.report().promisedOn().orElseThrow();
    LocalDate day = change.happened().day();
    if (dueOn.isBefore(day)) {
      change.fault(
          "/promisedOn",
          "RANGE",
          "承诺付款日不得早于承诺当日 " + day + "，实为 " + dueOn,
          "expected the day of the promise, " + day + ", or later, found " + dueOn);
    }
    List<Receivable> about = change.aboutAll();
    Optional<String> currency = change.currency(about);
    currency.ifPresent(c -> change.atMostOutstanding(about, amount, c));
    if (about.isEmpty()) {
      change.fault("/type", "VALUE", "案中没有应收款，无款可承诺", "the case has no receivable to promise");
    }
    long currencies = about.stream().map(Receivable::currency).distinct().count();
    if (change.report().receivableIds().isEmpty() && currencies == 1) {
      promise(amount, dueOn);
      return;
    }
    BigDecimal rest = amount;
    for (Receivable r : about) {
      BigDecimal part = rest.min(r.outstanding());
      if (part.signum() > 0) {
        promise(part, dueOn).put("receivableId", r.id());
        rest = rest.subtract(part);
      }
    }
  }

  private ObjectNode promise(BigDecimal amount, LocalDate dueOn) {
    ObjectNode promise = change.list("promises").addObject();
    promise.set("amount", DecimalNode.valueOf(amount));
    return promise.put("dueOn", dueOn.toString()).put("madeOn", change.happened().day().toString());
  }
}
