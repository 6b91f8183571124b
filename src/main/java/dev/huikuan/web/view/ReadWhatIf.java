package dev.huikuan.web.view;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.WhatIfView.FactField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form for what a reader assumes: facts that matter most first, then all that may be set. */
public final class ReadWhatIf {

  private static final List<String> FIRST =
      List.of("financialStress", "delayReason", "cause", "riskTier");
  private static final List<String> MORE =
      List.of("onTimeRatio", "averageDaysLate", "brokenPromises", "contactsLast7Days");

  /** What a field of a form can hold. */
  private static final Set<TermType> TYPED =
      EnumSet.complementOf(EnumSet.of(TermType.CODES, TermType.TEXT));

  private static final String PAY = "/whatIf/pay";
  private static final String SET = "/whatIf/set/";

  private final Labels labels;
  private final Map<String, Value> facts;
  private final Assumed assumed;
  private final Map<String, String> faults;

  private ReadWhatIf(
      Labels labels, Map<String, Value> facts, Assumed assumed, Map<String, String> faults) {
    this.labels = labels;
    this.facts = facts;
    this.assumed = assumed;
    this.faults = faults;
  }

  /**
   * @param facts of the account as it is, by code
   * @param faults sentences by the pointer of the place in the case
   */
  public static WhatIfView of(
      Labels labels,
      Map<String, Value> facts,
      Assumed assumed,
      Map<String, String> faults,
      Optional<DifferencesView> differences) {
    return new ReadWhatIf(labels, facts, assumed, faults).view(differences);
  }

  /** True for a term that a reader may assume in a form. */
  public static boolean mayBeSet(Term term) {
    return term.overridable() && term.level() != Level.OPTION && TYPED.contains(term.type());
  }

  private WhatIfView view(Optional<DifferencesView> differences) {
    Set<String> more = new LinkedHashSet<>(MORE);
    more.addAll(assumed.codes());
    FIRST.forEach(more::remove);
    List<FactField> first = fields(FIRST);
    List<FactField> further = fields(more);
    List<String> rest = new ArrayList<>();
    faults.forEach(
        (pointer, message) -> {
          boolean shown = pointer.startsWith(PAY) || isShown(pointer, first, further);
          if (!shown) {
            rest.add(pointer + ": " + message);
          }
        });
    return new WhatIfView(
        assumed.isSomething(),
        assumed.pay(),
        faults.entrySet().stream()
            .filter(fault -> fault.getKey().startsWith(PAY))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(""),
        first,
        further,
        others(more),
        rest,
        differences);
  }

  private static boolean isShown(String pointer, List<FactField> first, List<FactField> further) {
    return java.util.stream.Stream.concat(first.stream(), further.stream())
        .anyMatch(f -> pointer.equals(pointer(f.name().substring(Assumed.FIELD.length()))));
  }

  private static String pointer(String code) {
    return SET + code.replace("~", "~0").replace("/", "~1");
  }

  private List<FactField> fields(Iterable<String> codes) {
    List<FactField> fields = new ArrayList<>();
    for (String code : codes) {
      labels
          .policy()
          .vocabulary()
          .find(code)
          .filter(ReadWhatIf::mayBeSet)
          .map(this::field)
          .ifPresent(fields::add);
    }
    return List.copyOf(fields);
  }

  private FactField field(Term term) {
    String typed = assumed.set().getOrDefault(term.code(), "");
    List<Choice> choices = choices(term, typed);
    return new FactField(
        Assumed.FIELD + term.code(),
        labels.of(term.label()),
        type(term, choices),
        choices,
        typed,
        hint(term),
        faults.getOrDefault(pointer(term.code()), ""),
        assumed.add().equals(term.code()));
  }

  private static String type(Term term, List<Choice> choices) {
    return switch (term.type()) {
      case DATE -> "date";
      case TIME -> "time";
      default -> choices.isEmpty() ? term.type().isNumeric() ? "number" : "text" : "choice";
    };
  }

  private List<Choice> choices(Term term, String typed) {
    List<Choice> choices = new ArrayList<>();
    if (term.type() == TermType.YES_NO) {
      choices.add(new Choice("yes", labels.of(Phrase.YES), typed.equals("yes")));
      choices.add(new Choice("no", labels.of(Phrase.NO), typed.equals("no")));
    } else {
      term.values()
          .forEach(
              value ->
                  choices.add(
                      new Choice(
                          value.code(),
                          labels.code(term.code(), value.code()),
                          typed.equals(value.code()))));
    }
    if (choices.isEmpty()) {
      return List.of();
    }
    choices.add(0, new Choice("", asNow(term), typed.isEmpty()));
    choices.add(
        new Choice(
            Assumed.UNKNOWN,
            labels.of(AccountPhrase.ASSUME_UNKNOWN),
            typed.equals(Assumed.UNKNOWN)));
    if (choices.stream().noneMatch(Choice::chosen)) {
      choices.add(new Choice(typed, typed, true));
    }
    return List.copyOf(choices);
  }

  private String asNow(Term term) {
    return now(term) + " (" + labels.of(AccountPhrase.NOW) + ")";
  }

  private String now(Term term) {
    Value value = facts.getOrDefault(term.code(), Value.UNKNOWN);
    return labels.value(term.code(), value);
  }

  /** What it is now, and between what it must be. */
  private String hint(Term term) {
    String now = labels.of(AccountPhrase.NOW) + " " + now(term);
    String low = term.min().map(ReadWhatIf::bound).orElse("");
    String high = term.max().map(ReadWhatIf::bound).orElse("");
    if (low.isEmpty() && high.isEmpty()) {
      return now;
    }
    String range = low.isEmpty() ? "≤ " + high : high.isEmpty() ? "≥ " + low : low + " … " + high;
    return now + " · " + range;
  }

  private static String bound(long micros) {
    return Micros.toDecimal(micros).toPlainString();
  }

  private List<Choice> others(Set<String> shown) {
    return labels.policy().vocabulary().terms().stream()
        .filter(ReadWhatIf::mayBeSet)
        .filter(term -> !FIRST.contains(term.code()) && !shown.contains(term.code()))
        .map(term -> new Choice(term.code(), labels.of(term.label()), false))
        .toList();
  }
}
