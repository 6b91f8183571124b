package dev.huikuan.web.view;

import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was reported, and what came of it, in words. */
public final class ReadReported {

  private ReadReported() {}

  /** An outcome in one line. */
  public static String words(Outcome outcome, Labels labels) {
    List<String> words = new ArrayList<>();
    words.add(labels.of(OutcomeWords.of(outcome.type())));
    outcome
        .action()
        .map(code -> labels.entry("actions", code).map(e -> labels.of(e.label())).orElse(code))
        .ifPresent(words::add);
    outcome.offer().ifPresent(offer -> words.add(CaseWords.offer(offer.name(), labels)));
    outcome.amount().ifPresent(amount -> words.add(labels.amount(amount)));
    outcome
        .promisedOn()
        .ifPresent(on -> words.add(labels.of(AccountPhrase.PROMISED_ON) + " " + on));
    outcome.channel().ifPresent(channel -> words.add(labels.code("channel", channel)));
    if (!outcome.receivableIds().isEmpty()) {
      words.add(String.join(labels.separator(), outcome.receivableIds()));
    }
    return String.join(" · ", words);
  }

  /**
   * What an outcome changed.
   *
   * @param before the decision whose case it changed, if it is at hand
   * @param after the decision that came of it
   */
  public static List<String> changes(
      Optional<DecisionLine> before, DecisionLine after, Labels labels) {
    List<String> changes = new ArrayList<>();
    if (before.isEmpty()) {
      return changes;
    }
    String old = labels.of(before.get().actionLabel());
    String now = labels.of(after.actionLabel());
    AccountPhrase phrase =
        old.equals(now) ? AccountPhrase.ACTION_STAYS : AccountPhrase.ACTION_CHANGES;
    changes.add(said(phrase, old, now, labels));
    String was = before.get().cells().getOrDefault(WorklistColumn.PRIORITY, "");
    String is = after.cells().getOrDefault(WorklistColumn.PRIORITY, "");
    if (!was.equals(is) && !was.isEmpty() && !is.isEmpty()) {
      changes.add(said(AccountPhrase.PRIORITY_CHANGES, was, is, labels));
    }
    return changes;
  }

  private static String said(AccountPhrase phrase, String before, String after, Labels labels) {
    return labels.of(phrase).replace("{before}", before).replace("{after}", after);
  }
}
