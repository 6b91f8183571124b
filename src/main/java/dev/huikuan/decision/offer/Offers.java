package dev.huikuan.decision.offer;

import dev.huikuan.domain.Recommendation.Because;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The offers of one case. Where offers are considered at all, each of {@link Offer#ACTIONS} is
 * either made or refused with a reason.
 *
 * @param made possible under the policy; several of one kind have different receivables
 * @param refused kinds of which none is made
 */
public record Offers(List<Offer> made, List<Refused> refused) {

  /** For a policy that decides no terms of offers: nothing is offered and nothing refused. */
  public static final Offers NONE = new Offers(List.of(), List.of());

  public Offers {
    made = List.copyOf(made);
    refused = List.copyOf(refused);
  }

  /** Makes every offer that the decided terms and the guards allow. */
  public static Offers of(Ground ground) {
    List<Offer> made = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (String action : Offer.ACTIONS) {
      Grouping.Outcome outcome =
          switch (action) {
            case Offer.OFFER_DISCOUNT -> MakeDiscounts.of(ground);
            case Offer.OFFER_INSTALLMENTS -> MakePlans.of(ground);
            case Offer.GRACE_PERIOD -> MakeExtensions.of(ground, ExtensionOffer.GRACE);
            default -> MakeExtensions.of(ground, ExtensionOffer.EXTENSION);
          };
      made.addAll(outcome.offers());
      if (outcome.offers().isEmpty()) {
        refused.add(new Refused(action, outcome.because()));
      }
    }
    return new Offers(made, refused);
  }

  public boolean has(String action) {
    return made.stream().anyMatch(offer -> offer.action().equals(action));
  }

  /** Those of one type, in the order in which they were made. */
  public <T extends Offer> List<T> only(Class<T> type) {
    return made.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Why none of that kind is made. */
  public Optional<Refused> refusal(String action) {
    return refused.stream().filter(no -> no.action().equals(action)).findFirst();
  }

  /** Without any of one kind, whatever else speaks against it; these reasons stand first. */
  public Offers block(String action, List<Because> because) {
    List<Because> reasons = new ArrayList<>(because);
    refusal(action).map(Refused::because).orElse(List.of()).stream()
        .filter(old -> because.stream().noneMatch(reason -> Refused.isSame(reason, old)))
        .forEach(reasons::add);
    List<Refused> all = new ArrayList<>(refused);
    all.removeIf(no -> no.action().equals(action));
    all.add(new Refused(action, reasons));
    return new Offers(made.stream().filter(offer -> !offer.action().equals(action)).toList(), all);
  }

  /** Without those offers; a kind of which none is left is refused for the reasons given. */
  public Offers without(Predicate<Offer> withdrawn, List<Because> because) {
    List<Offer> left = made.stream().filter(withdrawn.negate()).toList();
    List<Refused> all = new ArrayList<>(refused);
    made.stream()
        .filter(withdrawn)
        .map(Offer::action)
        .distinct()
        .filter(action -> left.stream().noneMatch(offer -> offer.action().equals(action)))
        .forEach(action -> all.add(new Refused(action, because)));
    return new Offers(left, all);
  }
}
