package dev.huikuan.policy.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.Rounds;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.TableResult;
import dev.huikuan.policy.verification.Points.Point;
import dev.huikuan.scenario.FindingJson;
import dev.huikuan.scenario.TableAnswer;
import dev.huikuan.scenario.TableQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every combination of values of small random tables, looked at one by one, says what the analysis
 * says: each gap, overlap, repetition and mask is found, none is invented, and every example shows
 * its finding when it is evaluated.
 */
@Tag("law")
class VerificationAgainstBruteForceTest {

  private static final int TABLES = Rounds.of(350);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private String csv;
  private Policy policy;
  private DecisionTable table;
  private List<Point> points;
  private List<Finding> findings;

  @Test
  void findsWhatBruteForceFinds() {
    int tables = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      if (load(new SmallTables(seed, false).csv())) {
        tables++;
        assertThat(withRows(Code.DUPLICATE)).as("duplicates\n%s", csv).isEqualTo(duplicates());
        assertThat(pairs()).as("meetings\n%s", csv).isEqualTo(meetings());
        assertThat(masked()).as("masks\n%s%s", csv, findings).isEqualTo(maskedByForce());
        gaps();
        idle();
        examples();
      }
    }
    assertThat(tables).isGreaterThan(TABLES * 5 / 7);
  }

  @Test
  void inventsNothingWhereTermsAreCompared() {
    for (int seed = 0; seed < TABLES / 3; seed++) {
      if (load(new SmallTables(seed, true).csv())) {
        assertThat(meetings()).as("meetings\n%s", csv).containsAll(pairs());
        assertThat(maskedByForce()).as("masks\n%s", csv).containsAll(masked());
        for (Finding finding : found(Code.GAP)) {
          assertThat(answer(finding).hits()).as("%s\n%s", finding, csv).isEmpty();
        }
      }
    }
  }

  private boolean load(String written) {
    csv = written;
    PolicyLoader.Loaded loaded =
        PolicyLoader.load(List.of(SmallTables.attributes(), SmallTables.file("t.csv", written)));
    boolean readable = loaded.policy().isPresent();
    if (readable) {
      policy = loaded.policy().get();
      table = policy.tables().get(0).table();
      points = Points.of(table);
      findings = Verification.of(policy).findings();
    }
    return readable;
  }

  private List<Finding> found(Code code) {
    return findings.stream().filter(finding -> finding.code() == code).toList();
  }

  /** First rows of the findings of a kind. */
  private Set<String> withRows(Code code) {
    return found(code).stream().map(f -> f.rows().get(0)).collect(Collectors.toSet());
  }

  private String id(int row) {
    return table.rows().get(row).id();
  }

  private Object outputs(int row) {
    return table.rows().get(row).outputs().stream().map(o -> o.entry()).toList();
  }

  private boolean isDefault(int row) {
    return row == table.rows().size() - 1
        && table.rows().get(row).effective().isAlways()
        && points.stream().allMatch(point -> point.rows(table).contains(row));
  }

  /** Under UNIQUE and ANY an undated last row of empty cells is for what the others leave. */
  private boolean isOtherwise(int row) {
    return (table.hitPolicy() == HitPolicy.UNIQUE || table.hitPolicy() == HitPolicy.ANY)
        && isDefault(row)
        && table.rows().get(row).inputs().stream().allMatch(cell -> cell.source().isEmpty());
  }

  /** Rows → places of the points that they match. */
  private List<Set<Integer>> matched() {
    List<Set<Integer>> matched = new ArrayList<>();
    table.rows().forEach(row -> matched.add(new HashSet<>()));
    for (int i = 0; i < points.size(); i++) {
      int at = i;
      points.get(i).rows(table).forEach(row -> matched.get(row).add(at));
    }
    return matched;
  }

  private Set<String> duplicates() {
    List<Set<Integer>> matched = matched();
    Set<String> repeated = new HashSet<>();
    for (int row = 0; row < matched.size(); row++) {
      for (int earlier = 0; earlier < row; earlier++) {
        if (!isOtherwise(row)
            && !matched.get(row).isEmpty()
            && matched.get(row).equals(matched.get(earlier))
            && outputs(row).equals(outputs(earlier))) {
          repeated.add(id(row));
        }
      }
    }
    return repeated;
  }

  private Set<String> pairs() {
    Set<String> pairs = new TreeSet<>();
    for (Code code : List.of(Code.OVERLAP, Code.CONFLICT)) {
      for (Finding finding : found(code)) {
        String first = finding.rows().get(0);
        finding
            .rows()
            .subList(1, finding.rows().size())
            .forEach(other -> pairs.add(code + " " + new TreeSet<>(Set.of(first, other))));
      }
    }
    return pairs;
  }

  private Set<String> meetings() {
    Set<String> pairs = new TreeSet<>();
    Set<String> repeated = duplicates();
    HitPolicy policyOfTable = table.hitPolicy();
    Set<Integer> counted =
        IntStream.range(0, table.rows().size())
            .filter(row -> !repeated.contains(id(row)) && !isOtherwise(row))
            .boxed()
            .collect(Collectors.toSet());
    for (Point point : points) {
      List<Integer> rows = point.rows(table);
      for (int a : rows) {
        for (int b : rows) {
          boolean same = outputs(a).equals(outputs(b));
          boolean fault =
              policyOfTable == HitPolicy.UNIQUE || policyOfTable == HitPolicy.ANY && !same;
          if (a < b && fault && counted.contains(a) && counted.contains(b)) {
            Code code = same ? Code.OVERLAP : Code.CONFLICT;
            pairs.add(code + " " + new TreeSet<>(Set.of(id(a), id(b))));
          }
        }
      }
    }
    return pairs;
  }

  private Set<String> masked() {
    return found(Code.MASKED).stream()
        .map(f -> f.rows().get(0) + " " + f.severity())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> maskedByForce() {
    return new TreeSet<>(
        new Masks(table, matched(), duplicatesAt(), defaultRow(), otherwise()).found());
  }

  private Set<Integer> duplicatesAt() {
    Set<String> ids = duplicates();
    return IntStream.range(0, table.rows().size())
        .filter(row -> ids.contains(id(row)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private Optional<Integer> defaultRow() {
    int last = table.rows().size() - 1;
    return isDefault(last) ? Optional.of(last) : Optional.empty();
  }

  private Optional<Integer> otherwise() {
    return defaultRow().filter(this::isOtherwise);
  }

  /** Reported gaps are gaps, and beside them there is none. */
  private void gaps() {
    boolean sought = Severities.gapsMatter(table);
    TableRegions regions = TableRegions.of(table, Optional.empty());
    TableCheck check =
        TableCheck.of(policy.tables().get(0), regions, Optional.empty(), new Findings());
    GapCheck gaps = new GapCheck(check, Set.of());
    gaps.run();
    LocalDate begin = begin();
    Set<String> unknown = new LinkedHashSet<>();
    for (Point point : points) {
      boolean open = point.rows(table).isEmpty() && !point.asOf().isBefore(begin);
      boolean told = gaps.found().stream().anyMatch(gap -> Places.isIn(gap, regions, point));
      if (point.isKnown()) {
        assertThat(told).as("%s in\n%s", point, csv).isEqualTo(open && sought);
      } else if (open
          && sought
          && point.values().values().stream().filter(v -> !v.isPresent()).count() == 1) {
        String term =
            point.values().entrySet().stream()
                .filter(e -> !e.getValue().isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        boolean anyway =
            gaps.found().stream().anyMatch(gap -> Places.isInBut(gap, regions, point, term));
        if (!anyway) {
          unknown.add(policy.vocabulary().get(term).label().en());
        }
      }
    }
    List<String> said = found(Code.GAP_UNKNOWN).stream().map(f -> f.message().en()).toList();
    assertThat(said).as("unknown %s in\n%s", said, csv).hasSameSizeAs(unknown);
    unknown.forEach(
        label ->
            assertThat(said)
                .as("unknown in\n%s", csv)
                .anyMatch(message -> message.contains(label)));
  }

  /** Nothing is said of the time before the first dated row begins. */
  private LocalDate begin() {
    return table.rows().stream()
        .flatMap(row -> row.effective().from().stream())
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }

  /** A column that is told idle is: two points that differ in it alone have equal results. */
  private void idle() {
    for (Finding finding : found(Code.IDLE_COLUMN)) {
      String idle = finding.found();
      boolean again = table.inputs().stream().filter(c -> c.term().code().equals(idle)).count() > 1;
      Map<Object, Object> results = new HashMap<>();
      for (Point point : again ? List.<Point>of() : points) {
        Map<String, Value> others = new HashMap<>(point.values());
        others.remove(idle);
        TableResult result = policy.tables().get(0).evaluate(point);
        Object said = List.of(result.made(), result.violated().isEmpty(), result.outputs());
        Object before = results.putIfAbsent(List.of(others, point.asOf()), said);
        assertThat(before == null || before.equals(said)).as("%s\n%s", finding, csv).isTrue();
      }
    }
  }

  private TableResult answer(Finding finding) {
    try {
      byte[] pasted =
          JsonMapper.builder()
              .build()
              .writeValueAsBytes(FindingJson.of(finding, Language.EN).get("example"));
      TableAnswer answer =
          TableQuestion.in(pasted).orElseThrow().ask(policy, Optional.empty(), DAY);
      return answer.results().get(0);
    } catch (Exception broken) {
      throw new AssertionError(finding + "\n" + csv, broken);
    }
  }

  private void examples() {
    for (Finding finding : findings) {
      if (finding.example().isEmpty()) {
        continue;
      }
      TableResult result = answer(finding);
      List<String> hits = result.hits().stream().map(hit -> hit.row().id()).toList();
      switch (finding.code()) {
        case GAP, GAP_UNKNOWN -> assertThat(hits).as("%s\n%s", finding, csv).isEmpty();
        case OVERLAP, CONFLICT ->
            assertThat(result.violated())
                .as("%s\n%s", finding, csv)
                .contains(finding.rows().get(0), finding.rows().get(1));
        case MASKED ->
            assertThat(new Effects(table, result).isWithout(finding.rows().get(0)))
                .as("%s\n%s", finding, csv)
                .isTrue();
        default -> {}
      }
    }
    assertThat(new TreeMap<>(Verification.of(policy).omitted())).isEmpty();
  }
}
