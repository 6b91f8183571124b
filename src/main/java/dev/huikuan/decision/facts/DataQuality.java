package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what cannot be true in a case that is well-formed; such a case is held, not refused. */
final class DataQuality {

  private final Case theCase;
  private final Set<String> ids;
  private final List<Contradiction> found = new ArrayList<>();

  private DataQuality(Case theCase) {
    this.theCase = theCase;
    this.ids = theCase.receivables().stream().map(Receivable::id).collect(Collectors.toSet());
  }

  static List<Contradiction> of(Case theCase) {
    DataQuality quality = new DataQuality(theCase);
    theCase.receivables().forEach(quality::receivable);
    quality.references();
    return List.copyOf(quality.found);
  }

  private void receivable(Receivable r) {
    if (r.outstanding().compareTo(r.amount()) > 0) {
      add(
          r,
          List.of("outstanding", "amount"),
          "未收余额 " + plain(r.outstanding()) + " 大于应收金额 " + plain(r.amount()),
          "outstanding " + plain(r.outstanding()) + " is more than amount " + plain(r.amount()));
    }
    Optional<LocalDate> invoiced = r.invoicedOn().toOptional();
    Optional<LocalDate> due = r.dueOn().toOptional();
    if (invoiced.isPresent() && due.isPresent() && due.get().isBefore(invoiced.get())) {
      add(
          r,
          List.of("dueOn", "invoicedOn"),
          "到期日 " + due.get() + " 早于开票日期 " + invoiced.get(),
          "dueOn " + due.get() + " is before invoicedOn " + invoiced.get());
    }
    r.dispute().ifPresent(dispute -> dispute(r, dispute));
  }

  private void dispute(Receivable r, Dispute dispute) {
    boolean open = dispute.isOpen(theCase.asOf());
    if (open && dispute.amount().filter(a -> a.compareTo(r.outstanding()) > 0).isPresent()) {
      String amount = plain(dispute.amount().orElseThrow());
      add(
          r,
          List.of("dispute.amount", "outstanding"),
          "争议金额 " + amount + " 大于未收余额 " + plain(r.outstanding()),
          "dispute.amount " + amount + " is more than outstanding " + plain(r.outstanding()));
    }
    Optional<LocalDate> opened = dispute.openedOn();
    Optional<LocalDate> resolved = dispute.resolvedOn();
    if (opened.isPresent() && resolved.isPresent() && resolved.get().isBefore(opened.get())) {
      add(
          r,
          List.of("dispute.resolvedOn", "dispute.openedOn"),
          "争议解决日期 " + resolved.get() + " 早于提出日期 " + opened.get(),
          "dispute.resolvedOn " + resolved.get() + " is before dispute.openedOn " + opened.get());
    }
  }

  private void references() {
    theCase
        .promises()
        .orElse(List.of())
        .forEach(p -> p.receivableId().ifPresent(id -> known(id, "promises", "付款承诺", "a promise")));
    theCase
        .credits()
        .orElse(List.of())
        .forEach(c -> c.receivableId().ifPresent(id -> known(id, "credits", "贷项", "a credit")));
    theCase
        .agreements()
        .orElse(List.of())
        .forEach(
            a -> a.receivableIds().forEach(id -> known(id, "agreements", "付款协议", "an agreement")));
  }

  private void known(String id, String property, String zh, String en) {
    if (!ids.contains(id)) {
      found.add(
          new Contradiction(
              List.of(property, "receivables"),
              List.of(),
              new Text(
                  zh + "所指的应收款 `" + id + "` 不在本案中",
                  en + " names receivable `" + id + "`, which the case does not have")));
    }
  }

  private void add(Receivable r, List<String> facts, String zh, String en) {
    found.add(
        new Contradiction(
            facts,
            List.of(r.id()),
            new Text("应收款 `" + r.id() + "`：" + zh, "receivable `" + r.id() + "`: " + en)));
  }

  private static String plain(java.math.BigDecimal number) {
    java.math.BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }
}
