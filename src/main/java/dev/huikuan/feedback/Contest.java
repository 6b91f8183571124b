package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A dispute: about the receivables that are named, else those of the action, else all that is open;
 * about an amount of them, the oldest due first, or about all of it.
 */
final class Contest {

  private final Change change;

  Contest(Change change) {
    this.change = change;
  }

  void make() {
    List<Receivable> about = about();
    if (about.isEmpty()) {
      change.fault(
          "/receivableIds",
          "VALUE",
          "没有未结清的应收款可争议",
          "nothing is outstanding that could be disputed");
    }
    Optional<BigDecimal> amount = change.report().amount();
    if (amount.isEmpty()) {
      about.forEach(r -> dispute(r, Optional.empty()));
      return;
    }
    Optional<String> currency = change.currency(about);
    currency.ifPresent(c -> change.atMostOutstanding(about, amount.get(), c));
    BigDecimal rest = amount.get();
    for (Receivable r : about) {
      BigDecimal part = rest.min(r.outstanding());
      if (part.signum() > 0) {
        dispute(r, Optional.of(part));
        rest = rest.subtract(part);
      }
    }
  }

  private List<Receivable> about() {
    List<Receivable> meant = change.aboutAction();
    List<Receivable> wide = meant.isEmpty() && nothingNamed() ? change.aboutAll() : meant;
    return wide.stream().filter(r -> r.outstanding().signum() > 0).toList();
  }

  private boolean nothingNamed() {
    return change.report().receivableIds().isEmpty();
  }

  /** One that is open already goes on since its own day, about what is contested now. */
  private void dispute(Receivable r, Optional<BigDecimal> amount) {
    ObjectNode node = change.node(r.id());
    Optional<Dispute> open = r.dispute().filter(d -> d.isOpen(change.theCase().asOf()));
    ObjectNode dispute =
        open.isPresent() ? (ObjectNode) node.path("dispute") : node.putObject("dispute");
    if (!dispute.hasNonNull("openedOn")) {
      dispute.put("openedOn", change.happened().day().toString());
    }
    dispute.remove("amount");
    amount.ifPresent(a -> dispute.set("amount", DecimalNode.valueOf(a)));
  }
}
