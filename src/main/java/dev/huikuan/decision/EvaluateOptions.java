package dev.huikuan.decision;

import dev.huikuan.decision.offer.Offer;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Weighs each candidate, each offer and waiting. An offer whose approval cannot be decided is
 * withdrawn, and so is one that is worth less than waiting; an exit that is worth less is
 * outranked.
 */
final class EvaluateOptions implements Step {

  @Override
  public void take(Draft draft) {
    Scales scales = new Scales(draft);
    List<Weighed> offers = draft.offers().made().stream().map(scales::offer).toList();
    withdrawUndecided(offers, draft);
    Map<String, Weighed> outranked = new HashMap<>(withdrawWorse(left(offers, draft), draft));
    Map<String, Weighed> actions = new HashMap<>();
    actions.put(Draft.WAIT, scales.waiting());
    for (Proposal candidate : draft.candidates()) {
      if (!Offer.ACTIONS.contains(candidate.code()) && !actions.containsKey(candidate.code())) {
        Weighed weighed = scales.action(candidate.action());
        actions.put(candidate.code(), weighed);
        if (isExit(candidate) && weighed.isWorse()) {
          outranked.put(candidate.code(), weighed);
        }
      }
    }
    draft.options(new Options(left(offers, draft), actions, outranked));
  }

  private static boolean isExit(Proposal candidate) {
    return candidate.action().column(CatalogueColumns.KIND).equals("EXIT");
  }

  private static List<Weighed> left(List<Weighed> offers, Draft draft) {
    List<Offer> made = draft.offers().made();
    return offers.stream().filter(w -> made.contains(w.offer().orElseThrow())).toList();
  }

  private static void withdrawUndecided(List<Weighed> offers, Draft draft) {
    for (Weighed weighed : offers) {
      Optional<TableRun> undecided = weighed.approval().undecided();
      undecided.ifPresent(
          run -> {
            draft.evaluated(run);
            withdraw(weighed, approvalNeeded(run), draft);
          });
    }
    for (Proposal candidate : draft.candidates()) {
      boolean gone =
          offers.stream().anyMatch(w -> w.action().equals(candidate.code()))
              && !draft.offers().has(candidate.code());
      if (gone) {
        draft
            .offers()
            .refusal(candidate.code())
            .ifPresent(no -> no.because().forEach(b -> draft.block(candidate.code(), b)));
      }
    }
  }

  private static Because approvalNeeded(TableRun run) {
    return new Because(
        OptionTables.APPROVAL, Value.UNKNOWN, "known", Optional.of(run.table().location()));
  }

  /** The best of each kind of which none is left. */
  private static Map<String, Weighed> withdrawWorse(List<Weighed> offers, Draft draft) {
    List<Weighed> worse = offers.stream().filter(Weighed::isWorse).toList();
    worse.forEach(weighed -> withdraw(weighed, Sentences.belowWaiting(weighed), draft));
    return worse.stream()
        .filter(weighed -> !draft.offers().has(weighed.action()))
        .collect(
            Collectors.toMap(
                Weighed::action,
                weighed -> weighed,
                (one, two) ->
                    Comparator.comparing((Weighed w) -> w.benefitInBase().orElseThrow())
                                .compare(one, two)
                            >= 0
                        ? one
                        : two));
  }

  private static void withdraw(Weighed weighed, Because because, Draft draft) {
    Offer offer = weighed.offer().orElseThrow();
    draft.offers(draft.offers().without(offer::equals, List.of(because)));
  }
}
