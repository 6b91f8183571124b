package dev.huikuan.portfolio;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts while a portfolio is worked through; one thread only. */
final class Tally {

  private static final int MOST_FAULTS = 1_000;
  private static final String NO_BUCKET = "UNKNOWN";

  /**
   * A fault.
   *
   * @param number in the order in which they were noted
   */
  private record Noted(RowFault fault, int number) {}

  private static final Comparator<Noted> FIRST_LINES =
      Comparator.comparingLong((Noted noted) -> noted.fault().line())
          .thenComparing(noted -> noted.fault().column())
          .thenComparing(Noted::number);

  private final Policy policy;
  private final Map<String, Integer> actions = new HashMap<>();
  private final Map<String, Integer> holds = new HashMap<>();
  private final TreeMap<String, Map<String, Summary.Bucket>> aging = new TreeMap<>();
  private final TreeMap<String, Summary.Totals> totals = new TreeMap<>();
  private final Map<String, Text> labels = new TreeMap<>();
  private final TreeSet<Noted> faults = new TreeSet<>(FIRST_LINES);
  private int accounts;
  private int nothingOpen;
  private int invoicedLater;
  private int settled;
  private int listed;
  private int receivables;
  private int faultCount;

  Tally(Policy policy) {
    this.policy = policy;
  }

  void fault(RowFault fault) {
    faults.add(new Noted(fault, ++faultCount));
    if (faults.size() > MOST_FAULTS) {
      faults.pollLast();
    }
  }

  /** What was read of an account; whether it is listed is said by {@link #count(Recommendation)}. */
  void count(Account account) {
    boolean open = account.open().isPresent();
    accounts += open || account.rows() > 0 ? 1 : 0;
    nothingOpen += !open && account.rows() > 0 ? 1 : 0;
    invoicedLater += account.invoicedLater();
    settled += account.settled();
    account.faults().forEach(this::fault);
  }

  void count(Recommendation r) {
    listed++;
    actions.merge(r.action().code(), 1, Integer::sum);
    labels.put(r.action().code(), r.action().label());
    r.holds().stream()
        .map(Recommendation.Hold::code)
        .distinct()
        .forEach(code -> holds.merge(code, 1, Integer::sum));
    r.holds().forEach(hold -> labels.put(hold.code(), hold.label()));
    r.receivables().forEach(this::count);
  }

  private void count(Item item) {
    receivables++;
    String bucket = item.agingBucket() instanceof Value.Code code ? code.code() : NO_BUCKET;
    aging
        .computeIfAbsent(item.currency(), c -> new HashMap<>())
        .merge(
            bucket,
            new Summary.Bucket(1, item.outstanding()),
            (sum, one) -> sum.plus(one.outstanding()));
    totals.merge(
        item.currency(),
        totals(item),
        (a, b) ->
            new Summary.Totals(
                a.outstanding().add(b.outstanding()),
                a.overdue().add(b.overdue()),
                a.collectible().add(b.collectible()),
                a.disputed().add(b.disputed())));
  }

  private static Summary.Totals totals(Item item) {
    return new Summary.Totals(
        item.outstanding(), WorklistRows.overdue(item), item.collectible(), item.disputed());
  }

  /**
   * @param rows lines of the input that hold something
   */
  Summary summary(String asOf, long rows) {
    Map<String, Map<String, Summary.Bucket>> inOrder = new LinkedHashMap<>();
    aging.forEach((currency, buckets) -> inOrder.put(currency, buckets(buckets)));
    return new Summary(
        asOf,
        policy.version(),
        rows,
        accounts,
        listed,
        nothingOpen,
        invoicedLater,
        settled,
        receivables,
        mostFirst(actions),
        mostFirst(holds),
        inOrder,
        totals,
        labels,
        faults.stream().map(Noted::fault).toList(),
        faultCount);
  }

  private Map<String, Summary.Bucket> buckets(Map<String, Summary.Bucket> found) {
    List<String> order = new ArrayList<>();
    policy
        .vocabulary()
        .find("agingBucket")
        .ifPresent(
            term ->
                term.values()
                    .forEach(
                        value -> {
                          order.add(value.code());
                          labels.put(value.code(), value.label());
                        }));
    labels.put(NO_BUCKET, new Text("账龄未知", "age unknown"));
    Map<String, Summary.Bucket> result = new LinkedHashMap<>();
    found.keySet().stream()
        .sorted(
            Comparator.comparingInt((String b) -> order.contains(b) ? order.indexOf(b) : 99)
                .thenComparing(b -> b))
        .forEach(bucket -> result.put(bucket, found.get(bucket)));
    return result;
  }

  private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
    Map<String, Integer> result = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return result;
  }
}
