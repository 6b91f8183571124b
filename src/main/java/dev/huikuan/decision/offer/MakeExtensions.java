package dev.huikuan.decision.offer;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Grace periods or extensions from the decided terms extensionKind and extensionDays, counted from
 * asOf when overdue, else from the due date. Whether interest goes on is a parameter for each kind.
 */
final class MakeExtensions {

  private record Terms(String currency, int granted, LocalDate newDueOn) {}

  private final Ground ground;
  private final LocalDate asOf;
  private final String kind;

  private MakeExtensions(Ground ground, String kind) {
    this.ground = ground;
    this.asOf = ground.asOf();
    this.kind = kind;
  }

  /**
   * @param kind GRACE or EXTENSION
   */
  static Grouping.Outcome of(Ground ground, String kind) {
    MakeExtensions extensions = new MakeExtensions(ground, kind);
    return Grouping.of(ground, extensions::judge, extensions::make);
  }

  private Verdict<Terms> judge(OpenItem item) {
    String id = item.id();
    Optional<String> decided = ground.code(id, "extensionKind");
    if (decided.isEmpty()) {
      return ground.undecided(id, "extensionKind", Optional.of(kind));
    }
    if (!decided.get().equals(kind)) {
      return Verdict.no("extensionKind", Value.code(decided.get()), kind);
    }
    Optional<BigDecimal> days = ground.number(id, "extensionDays");
    if (days.isEmpty()) {
      return ground.undecided(id, "extensionDays", Optional.of(kind));
    }
    if (days.get().signum() <= 0) {
      return Verdict.no("extensionDays", Value.number(days.get()), "> 0");
    }
    if (item.due().on().isEmpty()) {
      return Verdict.no("dueOn", Value.UNKNOWN, "known");
    }
    LocalDate from = item.due().isOverdue() ? asOf : item.due().on().get();
    LocalDate until = ground.workdays().onOrAfter(from.plusDays(days.get().longValue()));
    if (ground.limitation(item).map(until::isAfter).orElse(false)) {
      return ground.beyondLimitation(item, until);
    }
    return Verdict.yes(new Terms(item.receivable().currency(), days.get().intValue(), until));
  }

  private Verdict<Offer> make(Terms terms, List<OpenItem> items) {
    String parameter =
        kind.equals(ExtensionOffer.GRACE) ? "graceInterestContinues" : "extensionInterestContinues";
    boolean continues = ground.book().account(parameter) instanceof Value.Flag flag && flag.yes();
    return Verdict.yes(
        new ExtensionOffer(
            kind,
            terms.currency(),
            Grouping.ids(items),
            Ground.claims(items),
            terms.granted(),
            terms.newDueOn(),
            continues,
            Workdays.days(asOf, terms.newDueOn())));
  }
}
