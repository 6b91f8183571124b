package dev.huikuan.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something wrong, missing or notable in a file that people write, named at its place.
 *
 * @param code which check found it
 * @param decision code of the decision table, empty when the finding is not about one
 * @param rows ids of the rows concerned
 * @param location {@code path#Sheet!B12}, {@code path#B12} or {@code path:42}
 * @param found what stands there, as written
 * @param expected what would fit
 * @param nearest words that may have been meant, at most three
 * @param example what shows it when it is evaluated
 * @param acknowledged the analyst's reason from {@code ok: reason}
 */
public record Finding(
    Severity severity,
    Code code,
    String decision,
    List<String> rows,
    String location,
    Text message,
    String found,
    Text expected,
    List<String> nearest,
    Optional<Example> example,
    Optional<String> acknowledged) {

  /** How much it matters: an error keeps the policy from going live. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }

  /** The closed list of checks; the names are a contract. */
  public enum Code {
    FILE_REFUSED,
    HEAD,
    UNKNOWN_TERM,
    CELL_SYNTAX,
    CELL_TYPE,
    CELL_RANGE,
    UNKNOWN_CODE,
    FORMULA,
    BLANK_ROW,
    CYCLE,
    NO_PROVIDER,
    PERIOD_GAP,
    PERIOD_OVERLAP,
    DRL,
    GAP,
    GAP_UNKNOWN,
    OVERLAP,
    CONFLICT,
    MASKED,
    DUPLICATE,
    MERGEABLE,
    IDLE_COLUMN,
    LADDER_ORDER,
    UNUSED,
    MISSING_TEXT,
    UNDECIDED,
    UNCOVERED,
    SCENARIO
  }

  /**
   * Given facts that show a finding when the tables are evaluated on them.
   *
   * @param asOf the date of the decision, where it matters
   * @param given term code → value as written in JSON: numbers, texts, flags, lists of texts;
   *     {@code null} is <em>not yet</em>, a term that is left out is unknown
   */
  public record Example(Optional<LocalDate> asOf, Map<String, Object> given) {
    public Example {
      given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
  }

  public Finding {
    rows = List.copyOf(rows);
    nearest = List.copyOf(nearest);
  }

  public static Finding error(Code code, String location, Text message) {
    return new Finding(
        Severity.ERROR,
        code,
        "",
        List.of(),
        location,
        message,
        "",
        Text.EMPTY,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public static Finding info(Code code, String location, Text message) {
    return error(code, location, message).as(Severity.INFO);
  }

  public Finding as(Severity other) {
    return new Finding(
        other,
        code,
        decision,
        rows,
        location,
        message,
        found,
        expected,
        nearest,
        example,
        acknowledged);
  }

  public Finding about(String table, List<String> rowIds) {
    return new Finding(
        severity,
        code,
        table,
        rowIds,
        location,
        message,
        found,
        expected,
        nearest,
        example,
        acknowledged);
  }

  public Finding found(String written, Text fitting, List<String> near) {
    return new Finding(
        severity,
        code,
        decision,
        rows,
        location,
        message,
        written,
        fitting,
        near,
        example,
        acknowledged);
  }

  /** The same finding with facts that show it. */
  public Finding shownBy(Example facts) {
    return new Finding(
        severity,
        code,
        decision,
        rows,
        location,
        message,
        found,
        expected,
        nearest,
        Optional.of(facts),
        acknowledged);
  }

  public Finding acknowledged(String reason) {
    return new Finding(
        severity,
        code,
        decision,
        rows,
        location,
        message,
        found,
        expected,
        nearest,
        example,
        Optional.of(reason));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
