package dev.huikuan.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * One account over a year: each day it is decided anew and the recommended action is taken. Nothing
 * is paid but what {@code happening} pays. Bank data keep up with the days unless they were stale.
 * While an account waits nothing happens to it, so days on which the answer stays the same may be
 * passed over: see {@link #inLeaps}.
 */
final class YearWalk {

  static final int DAYS = 365;

  /** How far to look ahead: most waits end a week after a step; later ones are long. */
  private static final int[] LEAPS = {5, 1, 1, 7, 14};

  /**
   * One day's decision with what the laws look at; what was so far is as on its morning.
   *
   * @param reached highest ladder level taken in the running episode; empty without a history
   * @param sameAgo days since the same action was taken last
   * @param contacts that count in the last seven days, with today's
   * @param barred receivables that must not be chased by what their own record says
   */
  record Day(
      String account,
      LocalDate on,
      Recommendation.Action action,
      int level,
      Optional<Integer> reached,
      Optional<Long> sameAgo,
      int contacts,
      int cap,
      Map<String, BigDecimal> collectible,
      List<String> barred,
      List<String> holds,
      boolean taken,
      String before) {

    boolean isDunning() {
      return level > 0 || action.kind().equals("PRESSURE") || action.kind().equals("LEGAL");
    }

    @Override
    public String toString() {
      return "%s on %s: %s (level %s of %s reached, same %s days ago, %s of %s contacts, %s, collectible %s, holds %s), the day before %s"
          .formatted(
              account,
              on,
              action.code(),
              level,
              reached.map(String::valueOf).orElse("unknown"),
              sameAgo.map(String::valueOf).orElse("-"),
              contacts,
              cap,
              action.amounts(),
              collectible,
              holds,
              before);
    }
  }

  private final String account;
  private final ObjectNode theCase;
  private final BiConsumer<ObjectNode, LocalDate> happening;
  private boolean bankKeepsUp;
  private String before = "nothing";
  private Optional<LocalDate> lookedAt = Optional.empty();
  private Recommendation seen;

  private YearWalk(String account, ObjectNode json, BiConsumer<ObjectNode, LocalDate> happening) {
    this.account = account;
    this.theCase = json.deepCopy();
    this.happening = happening;
    this.bankKeepsUp = day("bankDataAsOf").map(on -> gap(on, start()) <= 1).orElse(false);
  }

  /** The days of a year; {@code happening} changes the case on the morning of each. */
  static List<Day> of(
      String account, ObjectNode json, BiConsumer<ObjectNode, LocalDate> happening) {
    YearWalk walk = new YearWalk(account, json, happening);
    LocalDate first = walk.start();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      days.add(walk.next(first.plusDays(i)));
    }
    return days;
  }

  /**
   * The days of a year without those on which the answer is still to wait as it was: looks ahead
   * while it is the same, and goes to the first day on which it is not.
   */
  static List<Day> inLeaps(String account, ObjectNode json) {
    YearWalk walk = new YearWalk(account, json, (now, on) -> {});
    LocalDate first = walk.start();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS; ) {
      Day day = walk.next(first.plusDays(i));
      days.add(day);
      i = day.action().code().equals("WAIT") ? walk.changed(first, i) : i + 1;
    }
    return days;
  }

  /** The first day, counted from the start, on which the answer is another than on this one. */
  private int changed(LocalDate first, int from) {
    List<Object> now = kind(decide(first.plusDays(from)));
    int same = from;
    for (int looks = 0; same < DAYS - 1; looks++) {
      int leap = looks < LEAPS.length ? LEAPS[looks] : LEAPS[LEAPS.length - 1];
      int next = Math.min(same + leap, DAYS - 1);
      if (!kind(decide(first.plusDays(next))).equals(now)) {
        while (next - same > 1) {
          int middle = (same + next) / 2;
          boolean still = kind(decide(first.plusDays(middle))).equals(now);
          same = still ? middle : same;
          next = still ? next : middle;
        }
        return next;
      }
      same = next;
    }
    return DAYS;
  }

  /** What a law could look at: all but figures that change by the day. */
  private static List<Object> kind(Recommendation answer) {
    return List.of(
        answer.action().code(),
        answer.action().dunningLevel(),
        answer.action().dunningLevelDue(),
        answer.holds().stream().map(Recommendation.Hold::code).toList(),
        answer.receivables().stream().map(Item::agingBucket).toList());
  }

  private LocalDate start() {
    return day("asOf").orElseThrow();
  }

  private Optional<LocalDate> day(String name) {
    return theCase.path(name).isTextual()
        ? Optional.of(LocalDate.parse(theCase.path(name).asText().substring(0, 10)))
        : Optional.empty();
  }

  private static long gap(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** The answer of a day; that of the day looked at last is known, unless the case has changed. */
  private Recommendation decide(LocalDate today) {
    if (lookedAt.equals(Optional.of(today))) {
      return seen;
    }
    lookedAt = Optional.of(today);
    seen = decided(today);
    return seen;
  }

  private Recommendation decided(LocalDate today) {
    theCase.put("asOf", today.toString());
    if (bankKeepsUp) {
      theCase.put("bankDataAsOf", today.minusDays(1).toString());
    }
    return Shipped.pipeline().decide(Shipped.read(theCase));
  }

  private Day next(LocalDate today) {
    happening.accept(theCase, today);
    Recommendation answer = decide(today);
    theCase.put("asOf", today.toString());
    Recommendation.Action action = answer.action();
    boolean now =
        !action.code().equals("WAIT")
            && action
                .notBefore()
                .map(at -> !LocalDate.parse(at.substring(0, 10)).isAfter(today))
                .orElse(true);
    Day day = seen(today, answer, now);
    if (now) {
      new Aftermath(theCase, today).of(action);
      lookedAt = Optional.empty();
      bankKeepsUp |= action.code().equals("RECONCILE_ACCOUNT");
    }
    before = action.code();
    return day;
  }

  private Day seen(LocalDate today, Recommendation answer, boolean now) {
    Recommendation.Action action = answer.action();
    return new Day(
        account,
        today,
        action,
        level(action.code()),
        reached(today, answer),
        taken(action.code()).map(on -> gap(on, today)),
        contacts(today) + (now && action.channel().isPresent() ? 1 : 0),
        cap(answer),
        answer.receivables().stream()
            .collect(Collectors.toMap(Item::currency, Item::collectible, BigDecimal::add)),
        barred(today),
        answer.holds().stream().map(Recommendation.Hold::code).toList(),
        now,
        before);
  }

  static int level(String code) {
    return Shipped.policy()
        .actions()
        .find(code)
        .flatMap(entry -> entry.whole(CatalogueColumns.DUNNING_LEVEL))
        .orElse(0);
  }

  private static int cap(Recommendation answer) {
    return answer.facts().get("maxContactsPer7Days") instanceof Value.Num cap
        ? cap.decimal().intValue()
        : 3;
  }

  /** The last day on which an action was taken. */
  private Optional<LocalDate> taken(String code) {
    Optional<LocalDate> last = Optional.empty();
    for (JsonNode action : theCase.path("actionsTaken")) {
      LocalDate on = LocalDate.parse(action.path("at").asText().substring(0, 10));
      boolean later = last.map(on::isAfter).orElse(true);
      last = action.path("code").asText().equals(code) && later ? Optional.of(on) : last;
    }
    return last;
  }

  /** Counted here from the answer's overdue receivables, not by the product's own ladder. */
  private Optional<Integer> reached(LocalDate today, Recommendation answer) {
    if (!theCase.has("actionsTaken")) {
      return Optional.empty();
    }
    long oldest = 0;
    List<String> late = new ArrayList<>();
    for (Item item : answer.receivables()) {
      if (item.daysPastDue() instanceof Value.Num days
          && days.decimal().signum() > 0
          && item.outstanding().signum() > 0) {
        oldest = Math.max(oldest, days.decimal().longValue());
        late.add(item.id());
      }
    }
    int highest = 0;
    for (JsonNode action : theCase.path("actionsTaken")) {
      boolean meant = action.path("receivableIds").isEmpty();
      for (JsonNode id : action.path("receivableIds")) {
        meant |= late.contains(id.asText());
      }
      LocalDate on = LocalDate.parse(action.path("at").asText().substring(0, 10));
      if (meant && !late.isEmpty() && !on.isBefore(today.minusDays(oldest))) {
        highest = Math.max(highest, level(action.path("code").asText()));
      }
    }
    return Optional.of(highest);
  }

  private int contacts(LocalDate today) {
    int count = 0;
    for (JsonNode contact : theCase.path("contacts")) {
      LocalDate on = LocalDate.parse(contact.path("at").asText().substring(0, 10));
      boolean unanswered =
          contact.path("outcome").asText().equals("NO_ANSWER")
              && contact.path("channel").asText("PHONE").equals("PHONE");
      count += gap(on, today) <= 6 && !unanswered && !contact.path("inbound").asBoolean() ? 1 : 0;
    }
    return count;
  }

  private List<String> barred(LocalDate today) {
    List<String> ids = new ArrayList<>();
    for (JsonNode r : theCase.path("receivables")) {
      JsonNode dispute = r.path("dispute");
      String until = r.path("pause").path("until").asText("9999-12-31");
      if (r.path("invoiceError").asBoolean()
          || r.path("invoiceDeliveredOn").isNull()
          || r.path("pause").isObject() && until.compareTo(today.toString()) >= 0
          || dispute.isObject() && !dispute.has("amount") && !dispute.path("resolvedOn").isTextual()
          || pendingAcceptance(r)) {
        ids.add(r.path("id").asText());
      }
    }
    return ids;
  }

  private boolean pendingAcceptance(JsonNode receivable) {
    for (JsonNode contract : theCase.path("contracts")) {
      for (JsonNode milestone : contract.path("milestones")) {
        if (contract.path("id").equals(receivable.path("contractId"))
            && milestone.path("id").equals(receivable.path("milestoneId"))
            && milestone.path("acceptanceRequired").asBoolean()
            && milestone.path("acceptedOn").isNull()) {
          return true;
        }
      }
    }
    return false;
  }
}
