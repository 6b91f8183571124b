package dev.huikuan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values of the policy's parameters with their history: the value in force on a date is the one
 * with the last <em>effective from</em> on or before it; a row without that date is in force from
 * always.
 */
public final class Parameters {

  /**
   * One row of a Parameters sheet.
   *
   * @param effectiveFrom first day in force; empty = always
   * @param source where a user can verify it, as written
   */
  public record Row(
      String code,
      Value value,
      Optional<LocalDate> effectiveFrom,
      String source,
      String location) {}

  private final Map<String, List<Row>> byCode = new TreeMap<>();

  public Parameters(List<Row> rows) {
    for (Row row : rows) {
      byCode.computeIfAbsent(row.code(), c -> new ArrayList<>()).add(row);
    }
    Comparator<Row> byDate = Comparator.comparing(row -> row.effectiveFrom().orElse(LocalDate.MIN));
    byCode.values().forEach(list -> list.sort(byDate.reversed()));
  }

  /** The row in force, or empty when the code has none on that date. */
  public Optional<Row> at(String code, LocalDate date) {
    for (Row row : byCode.getOrDefault(code, List.of())) {
      if (row.effectiveFrom().isEmpty() || !row.effectiveFrom().get().isAfter(date)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** The value in force, or {@link Value#UNKNOWN}. */
  public Value value(String code, LocalDate date) {
    return at(code, date).map(Row::value).orElse(Value.UNKNOWN);
  }

  /** The days from which a row of the code is in force, in order; undated rows have none. */
  public List<LocalDate> changes(String code) {
    return byCode.getOrDefault(code, List.of()).stream()
        .flatMap(row -> row.effectiveFrom().stream())
        .sorted()
        .toList();
  }

  public SortedSet<String> codes() {
    return new TreeSet<>(byCode.keySet());
  }

  public List<Row> rows() {
    return byCode.values().stream().flatMap(List::stream).toList();
  }
}
