package dev.huikuan.store;

import dev.huikuan.records.PortfolioFigures.Count;
import dev.huikuan.records.PortfolioFigures.Discounts;
import dev.huikuan.records.PortfolioFigures.Money;
import dev.huikuan.records.PortfolioFigures.Summary;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts that agree in everything that is counted, with the sums of their amounts. */
record AccountGroup(
    Optional<String> action,
    Optional<String> owner,
    Optional<String> bucket,
    List<String> holds,
    String currency,
    Optional<String> discountCurrency,
    long accounts,
    long installments,
    long extensions,
    Map<String, BigDecimal> sums) {

  private static final List<String> AMOUNTS =
      List.of("outstanding", "overdue", "collectible", "disputed", "discount_amount");

  /** Each amount in two parts: a sum of 10^18 and more would not fit into 64 bits. */
  static final String SUMS =
      AMOUNTS.stream()
          .map(
              column ->
                  "SUM(%1$s / 1000000000) AS %1$s_high, SUM(%1$s %% 1000000000) AS %1$s_low"
                      .formatted(column))
          .collect(Collectors.joining(", "));

  static AccountGroup of(ResultSet row) throws SQLException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String column : AMOUNTS) {
      sums.put(column, SqlPortfolioFigures.sum(row, column));
    }
    return new AccountGroup(
        Optional.ofNullable(row.getString("action")),
        Optional.ofNullable(row.getString("owner_role")),
        Optional.ofNullable(row.getString("aging_bucket")),
        Stream.of(row.getString("holds").split("\\|")).filter(code -> !code.isEmpty()).toList(),
        Optional.ofNullable(row.getString("currency")).orElse(""),
        Optional.ofNullable(row.getString("discount_currency")),
        row.getLong("n"),
        row.getLong("installments"),
        row.getLong("extensions"),
        sums);
  }

  static Summary summary(List<AccountGroup> groups) {
    return new Summary(
        total(groups, AccountGroup::accounts),
        counts(groups, group -> Stream.of(group.action())),
        counts(groups, group -> Stream.of(group.owner())),
        counts(groups, group -> group.holds().stream().map(Optional::of)),
        money(groups, AccountGroup::bucket),
        money(groups, group -> Optional.empty()),
        discounts(groups),
        total(groups, AccountGroup::installments),
        total(groups, AccountGroup::extensions));
  }

  private static long total(List<AccountGroup> groups, Function<AccountGroup, Long> number) {
    return groups.stream().mapToLong(number::apply).sum();
  }

  private static List<Count> counts(
      List<AccountGroup> groups, Function<AccountGroup, Stream<Optional<String>>> codes) {
    Map<String, Long> counts = new TreeMap<>();
    for (AccountGroup group : groups) {
      codes
          .apply(group)
          .forEach(code -> counts.merge(code.orElse(""), group.accounts(), Long::sum));
    }
    return counts.entrySet().stream()
        .map(e -> new Count(Optional.of(e.getKey()).filter(code -> !code.isEmpty()), e.getValue()))
        .toList();
  }

  private record Place(String bucket, String currency) {}

  private static List<Money> money(
      List<AccountGroup> groups, Function<AccountGroup, Optional<String>> bucket) {
    Map<Place, List<AccountGroup>> places =
        groups.stream()
            .filter(hasAmounts())
            .collect(
                Collectors.groupingBy(
                    group -> new Place(bucket.apply(group).orElse(""), group.currency()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Place::bucket).thenComparing(Place::currency)),
                    Collectors.toList()));
    return places.entrySet().stream().map(e -> money(e.getKey(), e.getValue())).toList();
  }

  private static Predicate<AccountGroup> hasAmounts() {
    return group -> !group.currency().isEmpty();
  }

  private static Money money(Place place, List<AccountGroup> groups) {
    return new Money(
        Optional.of(place.bucket()).filter(code -> !code.isEmpty()),
        place.currency(),
        total(groups, AccountGroup::accounts),
        sum(groups, "outstanding"),
        sum(groups, "overdue"),
        sum(groups, "collectible"),
        sum(groups, "disputed"));
  }

  private static List<Discounts> discounts(List<AccountGroup> groups) {
    Map<String, List<AccountGroup>> offered =
        groups.stream()
            .filter(group -> group.discountCurrency().isPresent())
            .collect(
                Collectors.groupingBy(
                    group -> group.discountCurrency().orElseThrow(),
                    TreeMap::new,
                    Collectors.toList()));
    return offered.entrySet().stream()
        .map(
            e ->
                new Discounts(
                    e.getKey(),
                    total(e.getValue(), AccountGroup::accounts),
                    sum(e.getValue(), "discount_amount")))
        .toList();
  }

  private static BigDecimal sum(List<AccountGroup> groups, String column) {
    return groups.stream()
        .map(group -> group.sums().get(column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
