package dev.huikuan.web.view;

import dev.huikuan.domain.ActionTaken;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contact;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.Outcome;
import dev.huikuan.web.view.TimelineView.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Joins decisions, outcomes, contacts and actions of an account into one line of time. */
public final class ReadTimeline {

  private static final int MOST = 60;
  private static final int LENGTH_OF_DAY = 10;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An entry and where it stands: by day, and within the day by what could know of what. */
  private record Placed(LocalDate day, int rank, Instant at, int order, Entry entry) {}

  private static final Comparator<Placed> OLDEST_FIRST =
      Comparator.comparing(Placed::day)
          .thenComparing(Placed::rank)
          .thenComparing(Placed::at)
          .thenComparing(Placed::order);

  private final Labels labels;
  private final List<Placed> placed = new ArrayList<>();

  /** Days on which an outcome says already that the customer was turned to. */
  private final Set<LocalDate> told = new HashSet<>();

  private ReadTimeline(Labels labels) {
    this.labels = labels;
  }

  /**
   * @param decisions of the account
   * @param outcomes that were reported of them
   * @param theCase of the shown decision; empty when it is not known any more
   * @param shown id of the decision whose page it is
   * @param address of a decision by its id
   */
  public static TimelineView of(
      List<DecisionLine> decisions,
      List<Outcome> outcomes,
      Optional<Case> theCase,
      String shown,
      UnaryOperator<String> address,
      Labels labels) {
    ReadTimeline read = new ReadTimeline(labels);
    outcomes.forEach(read::outcome);
    decisions.forEach(line -> read.decision(line, line.id().equals(shown), address));
    theCase.ifPresent(read::records);
    List<Entry> entries =
        read.placed.stream().sorted(OLDEST_FIRST.reversed()).map(Placed::entry).toList();
    boolean cut = entries.size() > MOST;
    return new TimelineView(cut ? entries.subList(0, MOST) : entries, cut);
  }

  /** A moment of our own clock. */
  public static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  private void decision(DecisionLine line, boolean shown, UnaryOperator<String> address) {
    String action = line.cells().getOrDefault(WorklistColumn.ACTION, line.id());
    String label =
        line.actionLabel().isEmpty()
            ? labels.entry("actions", action).map(e -> labels.of(e.label())).orElse(action)
            : labels.of(line.actionLabel());
    add(
        day(line.asOf()),
        1,
        line.recordedAt(),
        1,
        new Entry(
            line.asOf().substring(0, LENGTH_OF_DAY),
            "decision",
            labels.of(AccountPhrase.DECISION),
            label,
            shown ? "" : address.apply(line.id()),
            "",
            labels.of(Phrase.RECORDED_AT) + " " + minute(line.recordedAt()),
            shown));
  }

  private void outcome(Outcome outcome) {
    told.add(day(outcome.on()));
    String who =
        outcome.actor().map(a -> a + " (" + outcome.reporter() + ")").orElse(outcome.reporter());
    add(
        day(outcome.on()),
        1,
        outcome.recordedAt(),
        0,
        new Entry(
            outcome.on().substring(0, LENGTH_OF_DAY),
            "outcome",
            labels.of(AccountPhrase.OUTCOME_ENTRY),
            ReadReported.words(outcome, labels),
            "",
            outcome.note().orElse(""),
            labels.of(AccountPhrase.BY) + " " + who + " · " + minute(outcome.recordedAt()),
            false));
  }

  /** Contacts and actions of the case; what an outcome put there is told by the outcome. */
  private void records(Case theCase) {
    for (Contact contact : theCase.contacts().orElse(List.of())) {
      LocalDate day = theCase.asOf().dateOf(contact.at());
      if (!told.contains(day)) {
        known(
            "contact",
            AccountPhrase.CONTACT,
            contact.at().toInstant(),
            theCase,
            ReadContacts.words(contact, labels),
            "");
      }
    }
    for (ActionTaken action : theCase.actionsTaken().orElse(List.of())) {
      LocalDate day = theCase.asOf().dateOf(action.at());
      if (!told.contains(day)) {
        String label =
            labels
                .entry("actions", action.code())
                .map(e -> labels.of(e.label()))
                .orElse(action.code());
        known(
            "action",
            AccountPhrase.ACTION,
            action.at().toInstant(),
            theCase,
            label,
            String.join(labels.separator(), action.receivableIds()));
      }
    }
  }

  private void known(
      String kind, AccountPhrase word, Instant at, Case theCase, String title, String detail) {
    String when = ReadContacts.moment(at, theCase.asOf().zone());
    add(
        at.atZone(theCase.asOf().zone()).toLocalDate(),
        0,
        at,
        0,
        new Entry(when, kind, labels.of(word), title, "", detail, "", false));
  }

  private void add(LocalDate day, int rank, Instant at, int order, Entry entry) {
    placed.add(new Placed(day, rank, at, order, entry));
  }

  /** The day that a date, or a moment with offset, is written with. */
  private static LocalDate day(String written) {
    return LocalDate.parse(written.substring(0, LENGTH_OF_DAY));
  }
}
