package dev.huikuan.decision;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.rules.Emission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Joins what rules said about holds with the holds catalogue, in the catalogue's order. */
final class HoldsFound {

  /** What is shown as one hold. */
  private record Group(
      String code, String effect, Optional<String> currency, Optional<LocalDate> until) {}

  private HoldsFound() {}

  static List<HeldBack> in(Draft draft) {
    Catalogue catalogue = draft.policy().holds();
    Map<Group, List<Emission.Hold>> groups = new LinkedHashMap<>();
    for (Emission.Hold hold : draft.said(Emission.Hold.class)) {
      CatalogueEntry entry = catalogue.get(hold.code());
      if (!entry.disabled()) {
        Group group = new Group(hold.code(), effect(hold, entry), hold.currency(), hold.until());
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(hold);
      }
    }
    List<HeldBack> found = new ArrayList<>();
    groups.forEach((group, said) -> found.add(together(group, said, catalogue)));
    found.sort(
        Comparator.comparing((HeldBack hold) -> catalogue.order(hold.code()))
            .thenComparing(hold -> hold.currency().orElse(""))
            .thenComparing(hold -> hold.until().orElse(LocalDate.MAX))
            .thenComparing(hold -> String.join("\n", hold.receivables())));
    return found;
  }

  private static String effect(Emission.Hold hold, CatalogueEntry entry) {
    boolean amount =
        hold.amountOnly() || entry.column(CatalogueColumns.EFFECT).equals(HeldBack.AMOUNT);
    return amount ? HeldBack.AMOUNT : HeldBack.BLOCKS;
  }

  private static HeldBack together(Group group, List<Emission.Hold> said, Catalogue catalogue) {
    TreeSet<String> receivables = new TreeSet<>();
    List<Text> details = new ArrayList<>();
    Optional<BigDecimal> amount = Optional.empty();
    for (Emission.Hold hold : said) {
      receivables.addAll(hold.receivables());
      if (hold.amount().isPresent()) {
        amount = Optional.of(amount.orElse(BigDecimal.ZERO).add(hold.amount().get()));
      }
      if (!hold.detail().isEmpty() && !details.contains(hold.detail())) {
        details.add(hold.detail());
      }
    }
    details.sort(Comparator.comparing(Text::en));
    return new HeldBack(
        catalogue.get(group.code()),
        group.effect(),
        List.copyOf(receivables),
        amount,
        group.currency(),
        group.until(),
        Sentences.list(details));
  }
}
