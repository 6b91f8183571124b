package dev.huikuan.decision.intake;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Receivable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which money that comes in serves receivables: by due date, then by id. */
public final class OldestFirst {

  private final Case theCase;

  private OldestFirst(Case theCase) {
    this.theCase = theCase;
  }

  /** The receivables of the case; what has no due date, or whose term has not begun, comes last. */
  public static List<Receivable> of(Case theCase) {
    OldestFirst order = new OldestFirst(theCase);
    return theCase.receivables().stream()
        .sorted(Comparator.comparing(order::due).thenComparing(Receivable::id))
        .toList();
  }

  private LocalDate due(Receivable r) {
    if (r.invoiceDeliveredOn().isNotYet() || r.invoiceError().orElse(false)) {
      return LocalDate.MAX;
    }
    Optional<Long> net =
        theCase
            .contractOf(r)
            .map(Contract::netDays)
            .flatMap(days -> days.toOptional())
            .map(Number::longValue);
    return r.dueOn()
        .toOptional()
        .or(
            () ->
                r.invoiceDeliveredOn()
                    .or(r.invoicedOn())
                    .toOptional()
                    .flatMap(day -> net.map(day::plusDays)))
        .orElse(LocalDate.MAX);
  }
}
