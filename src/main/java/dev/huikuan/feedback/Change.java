package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.OldestFirst;
import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An outcome on its way into a case; collects what does not fit. Used once. */
final class Change {

  private final Report report;
  private final String outcomeId;
  private final Happened happened;
  private final ObjectNode tree;
  private final Case theCase;
  private final ObjectNode answer;
  private final Policy policy;
  private final List<CaseFault> faults = new ArrayList<>();

  /**
   * @param tree the case's JSON, changed in place
   * @param theCase the same as it is known, with every default filled in
   */
  Change(
      Report report,
      String outcomeId,
      Happened happened,
      ObjectNode tree,
      Case theCase,
      ObjectNode answer,
      Policy policy) {
    this.report = report;
    this.outcomeId = outcomeId;
    this.happened = happened;
    this.tree = tree;
    this.theCase = theCase;
    this.answer = answer;
    this.policy = policy;
  }

  void make() throws InvalidCase {
    names();
    History history = new History(this);
    switch (report.type()) {
      case CONTACTED -> history.contact("REACHED");
      case NO_ANSWER -> history.contact("NO_ANSWER");
      case PROMISE -> {
        new Pledge(this).make();
        history.contact("PROMISE");
      }
      case PAID -> new Payment(this).make();
      case DISPUTED -> {
        new Contest(this).make();
        history.contact("DISPUTE");
      }
      case REFUSED -> {
        refused();
        history.contact("REFUSED");
      }
      case OFFER_ACCEPTED -> {
        new Accepted(this).make();
        history.contact("REACHED");
      }
      case OFFER_DECLINED -> {
        report.offer().ifPresent(offer -> new Accepted(this).offered(offer));
        history.contact("REACHED");
      }
      case OVERRIDDEN -> history.overridden();
    }
    history.actions();
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparing(CaseFault::pointer));
      throw new InvalidCase(false, faults);
    }
  }

  /** Receivables and action that are named must be there. */
  private void names() {
    Set<String> known =
        theCase.receivables().stream().map(Receivable::id).collect(Collectors.toSet());
    for (int i = 0; i < report.receivableIds().size(); i++) {
      String id = report.receivableIds().get(i);
      if (!known.contains(id)) {
        unknown("/receivableIds/" + i, id, known, "案中没有应收款", "the case has no receivable");
      }
    }
    report
        .action()
        .filter(code -> policy.actions().find(code).isEmpty())
        .ifPresent(
            code ->
                unknown(
                    "/action",
                    code,
                    policy.actions().codes(),
                    "动作目录中没有",
                    "the actions catalogue has no"));
  }

  private void unknown(
      String pointer, String found, java.util.Collection<String> known, String zh, String en) {
    String shown = SentJson.clipped(found);
    List<String> near = known.size() > 1_000 ? List.of() : Wording.nearest(shown, known);
    String meant = near.isEmpty() ? "" : "`" + String.join("` / `", near) + "`";
    fault(
        pointer,
        "REFERENCE",
        zh + " `" + shown + "`" + (near.isEmpty() ? "" : "，是否指 " + meant),
        en + " `" + shown + "`" + (near.isEmpty() ? "" : "; did you mean " + meant + "?"));
  }

  /**
   * Named receivables say it of themselves; without a name those of the action, or the customer.
   */
  private void refused() {
    List<Receivable> about = aboutAction();
    if (about.isEmpty()) {
      ((ObjectNode) tree.path("customer")).put("delayReason", "REFUSAL");
    }
    about.forEach(r -> node(r.id()).put("delayReason", "REFUSAL"));
  }

  /** Those that are named, else those of the action; the oldest due first. */
  List<Receivable> aboutAction() {
    return among(report.receivableIds().isEmpty() ? actionsReceivables() : report.receivableIds());
  }

  /** Those that are named, else all; the oldest due first. */
  List<Receivable> aboutAll() {
    return report.receivableIds().isEmpty()
        ? OldestFirst.of(theCase)
        : among(report.receivableIds());
  }

  private List<Receivable> among(List<String> ids) {
    Set<String> wanted = new HashSet<>(ids);
    return OldestFirst.of(theCase).stream().filter(r -> wanted.contains(r.id())).toList();
  }

  private List<String> actionsReceivables() {
    List<String> ids = new ArrayList<>();
    answer.at("/action/receivables").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /**
   * The one currency in which an amount is meant: that of the receivables, or of those that are
   * still open; empty with a fault when there are several, and without one when there is none.
   */
  Optional<String> currency(List<Receivable> about) {
    Set<String> open =
        about.stream()
            .filter(r -> r.outstanding().signum() > 0)
            .map(Receivable::currency)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        open.isEmpty() && !about.isEmpty()
            ? about.stream()
                .map(Receivable::currency)
                .collect(Collectors.toCollection(TreeSet::new))
            : open;
    if (all.size() > 1) {
      String list = String.join(", ", all);
      fault(
          "/receivableIds",
          "VALUE",
          "金额只能是一种币种，而这些应收款有 " + list + "；请写明同一币种的应收款",
          "an amount is in one currency, and these receivables are in "
              + list
              + "; name those of one currency");
    }
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  /** The amount must not be more than what is outstanding. */
  void atMostOutstanding(List<Receivable> about, BigDecimal amount, String currency) {
    BigDecimal most =
        about.stream().map(Receivable::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (amount.compareTo(most) > 0) {
      fault(
          "/amount",
          "RANGE",
          "最多为未收余额 " + plain(most) + " " + currency + "，实为 " + plain(amount),
          "expected at most what is outstanding, "
              + plain(most)
              + " "
              + currency
              + ", found "
              + plain(amount));
    }
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  void fault(String pointer, String code, String zh, String en) {
    faults.add(new CaseFault(pointer, code, new Text(zh, en)));
  }

  Report report() {
    return report;
  }

  String outcomeId() {
    return outcomeId;
  }

  Happened happened() {
    return happened;
  }

  Case theCase() {
    return theCase;
  }

  ObjectNode answer() {
    return answer;
  }

  Policy policy() {
    return policy;
  }

  ObjectNode tree() {
    return tree;
  }

  /** A list of the case, made when it was unknown. */
  ArrayNode list(String name) {
    return tree.path(name) instanceof ArrayNode there ? there : tree.putArray(name);
  }

  /** The JSON of a receivable that the case has. */
  ObjectNode node(String receivableId) {
    for (var node : tree.path("receivables")) {
      if (node.path("id").asText().equals(receivableId)) {
        return (ObjectNode) node;
      }
    }
    throw new IllegalStateException("no receivable " + receivableId);
  }
}
