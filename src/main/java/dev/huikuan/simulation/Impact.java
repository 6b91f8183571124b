package dev.huikuan.simulation;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.RowFault;
import dev.huikuan.simulation.Figures.Offered;
import dev.huikuan.simulation.SimulationResult.Count;
import dev.huikuan.simulation.SimulationResult.Move;
import dev.huikuan.simulation.SimulationResult.Recovery;
import dev.huikuan.simulation.SimulationResult.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Counts while accounts are compared; one thread only. What it holds does not grow with the number
 * of accounts.
 */
final class Impact {

  private static final int MOST_FAULTS = 1_000;
  private static final String BASE = "";

  /**
   * What came of one account under both policies.
   *
   * @param changed present when it is treated differently
   */
  record Compared(
      Figures before,
      Figures after,
      Optional<ChangedAccount> changed,
      boolean onlyExplained,
      String baseCurrency,
      Map<String, Text> labels) {

    static Compared of(Recommendation before, Recommendation after) {
      Treatment.Differs differs = Treatment.between(before, after);
      Map<String, Text> labels = new TreeMap<>();
      for (Recommendation r : List.of(before, after)) {
        labels.put(r.action().code(), r.action().label());
        r.holds().forEach(hold -> labels.put(hold.code(), hold.label()));
      }
      return new Compared(
          Figures.of(before),
          Figures.of(after),
          differs.treated()
              ? Optional.of(ChangedAccount.of(before, after, differs.properties()))
              : Optional.empty(),
          !differs.treated() && differs.explained(),
          after.baseCurrency(),
          labels);
    }
  }

  private record Pair(long before, long after) {
    static final Pair NONE = new Pair(0, 0);

    Pair plus(Pair more) {
      return new Pair(before + more.before, after + more.after);
    }
  }

  private record Sums(Sum before, Sum after) {
    static final Sums NONE = new Sums(Sum.NONE, Sum.NONE);
  }

  private final int most;
  private final Map<String, Map<String, Long>> moves = new TreeMap<>();
  private final Map<String, Pair> actions = new TreeMap<>();
  private final Map<String, Pair> holds = new TreeMap<>();
  private final Map<String, Pair> holdMoves = new TreeMap<>();
  private final Map<String, Pair> workload = new TreeMap<>();
  private final Map<OfferKind, Map<String, Sums>> offers = new EnumMap<>(OfferKind.class);
  private final Map<String, Sums> recovery = new TreeMap<>();
  private final Map<String, Text> labels = new TreeMap<>();
  private final PriorityQueue<ChangedAccount> top =
      new PriorityQueue<>(ChangedAccount.MOST_FIRST.reversed());
  private final List<RowFault> faults = new ArrayList<>();
  private int faultCount;
  private String baseCurrency = "";
  private long accounts;
  private long changed;
  private long otherAction;
  private long onlyExplained;

  /**
   * @param most accounts that change most to remember
   */
  Impact(int most) {
    this.most = most;
  }

  void fault(RowFault fault) {
    faultCount++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  long accounts() {
    return accounts;
  }

  void add(Compared one) {
    accounts++;
    baseCurrency = one.baseCurrency();
    labels.putAll(one.labels());
    Figures before = one.before();
    Figures after = one.after();
    moves
        .computeIfAbsent(before.action(), a -> new TreeMap<>())
        .merge(after.action(), 1L, Long::sum);
    count(actions, before.action(), new Pair(1, 0));
    count(actions, after.action(), new Pair(0, 1));
    before.role().ifPresent(role -> count(workload, role, new Pair(1, 0)));
    after.role().ifPresent(role -> count(workload, role, new Pair(0, 1)));
    holds(before, after);
    before.offers().forEach(offer -> offer(offer, true));
    after.offers().forEach(offer -> offer(offer, false));
    before.net().ifPresent(net -> recovery(net, true));
    after.net().ifPresent(net -> recovery(net, false));
    onlyExplained += one.onlyExplained() ? 1 : 0;
    if (one.changed().isPresent()) {
      changed++;
      otherAction += before.action().equals(after.action()) ? 0 : 1;
      top.add(one.changed().get());
      if (top.size() > most) {
        top.remove();
      }
    }
  }

  private static void count(Map<String, Pair> counts, String code, Pair more) {
    counts.merge(code, more, Pair::plus);
  }

  /** In {@code holdMoves} lost stands for before and gained for after. */
  private void holds(Figures before, Figures after) {
    before.holds().forEach(hold -> count(holds, hold, new Pair(1, 0)));
    after.holds().forEach(hold -> count(holds, hold, new Pair(0, 1)));
    before.holds().stream()
        .filter(hold -> !after.holds().contains(hold))
        .forEach(hold -> count(holdMoves, hold, new Pair(1, 0)));
    after.holds().stream()
        .filter(hold -> !before.holds().contains(hold))
        .forEach(hold -> count(holdMoves, hold, new Pair(0, 1)));
  }

  private void offer(Offered offer, boolean before) {
    Map<String, Sums> sums = offers.computeIfAbsent(offer.kind(), k -> new TreeMap<>());
    String currency = offer.currency();
    sums.put(currency, plus(sums.getOrDefault(currency, Sums.NONE), offer.amount(), before));
    offer
        .base()
        .ifPresent(
            amount ->
                sums.put(BASE, plus(sums.getOrDefault(BASE, Sums.NONE), amount, before)));
  }

  private void recovery(Recommendation.Amount net, boolean before) {
    Sums known = recovery.getOrDefault(net.currency(), Sums.NONE);
    recovery.put(net.currency(), plus(known, net.amount(), before));
  }

  private static Sums plus(Sums known, BigDecimal amount, boolean before) {
    return before
        ? new Sums(known.before().plus(amount), known.after())
        : new Sums(known.before(), known.after().plus(amount));
  }

  SimulationResult result(
      String asOf, String active, String candidate, Map<String, Text> roles) {
    Map<String, Text> all = new TreeMap<>(roles);
    all.putAll(labels);
    return new SimulationResult(
        asOf,
        active,
        candidate,
        baseCurrency,
        accounts,
        changed,
        otherAction,
        onlyExplained,
        moves(),
        counts(actions),
        holds.entrySet().stream().map(e -> hold(e.getKey(), e.getValue())).toList(),
        offers(),
        recovery.entrySet().stream()
            .map(e -> new Recovery(e.getKey(), e.getValue().before(), e.getValue().after()))
            .toList(),
        counts(workload),
        top.stream().sorted(ChangedAccount.MOST_FIRST).toList(),
        all,
        faults,
        faultCount);
  }

  /** The most first, then by code. */
  private List<Move> moves() {
    List<Move> all = new ArrayList<>();
    moves.forEach((from, to) -> to.forEach((code, n) -> all.add(new Move(from, code, n))));
    all.sort(
        Comparator.comparingLong(Move::accounts)
            .reversed()
            .thenComparing(Move::from)
            .thenComparing(Move::to));
    return all;
  }

  private static List<Count> counts(Map<String, Pair> counts) {
    return counts.entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue().before(), e.getValue().after()))
        .sorted(
            Comparator.comparingLong((Count count) -> Math.max(count.before(), count.after()))
                .reversed()
                .thenComparing(Count::code))
        .toList();
  }

  private SimulationResult.Hold hold(String code, Pair count) {
    Pair moved = holdMoves.getOrDefault(code, Pair.NONE);
    return new SimulationResult.Hold(
        code, count.before(), count.after(), moved.after(), moved.before());
  }

  private List<SimulationResult.Offer> offers() {
    List<SimulationResult.Offer> all = new ArrayList<>();
    offers.forEach(
        (kind, sums) -> {
          sums.forEach(
              (currency, sum) -> {
                if (!currency.equals(BASE)) {
                  all.add(
                      new SimulationResult.Offer(
                          kind, currency, false, sum.before(), sum.after()));
                }
              });
          Sums base = sums.getOrDefault(BASE, Sums.NONE);
          all.add(
              new SimulationResult.Offer(kind, baseCurrency, true, base.before(), base.after()));
        });
    return all;
  }
}
