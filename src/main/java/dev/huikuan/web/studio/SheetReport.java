package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.StoredCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a sheet: what was found in it, and which of its rows scenarios hit.
 *
 * @param findings in this sheet, errors first
 * @param elsewhere errors in other sheets and files
 * @param isChecked false while the check is not done
 * @param uncovered ids of the rows that no scenario hits; empty when that is not known
 */
record SheetReport(
    List<CellFinding> findings,
    long elsewhere,
    boolean isChecked,
    Optional<Set<String>> uncovered) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Found by analysis and scenarios, which run when a draft is made, not at each change. */
  private static final Set<String> OF_THE_FULL_CHECK =
      Set.of(
          "GAP",
          "GAP_UNKNOWN",
          "OVERLAP",
          "CONFLICT",
          "MASKED",
          "MERGEABLE",
          "IDLE_COLUMN",
          "LADDER_ORDER",
          "UNDECIDED",
          "SCENARIO");

  /** What the column of scenarios says already. */
  private static final String UNCOVERED = "UNCOVERED";

  /**
   * @param check what is stored of the version's check
   */
  static SheetReport of(
      OpenSheet sheet, SheetChanges changes, Optional<StoredCheck> check, Language language) {
    Optional<JsonNode> report = check.map(one -> read(one.report(language)));
    List<CellFinding> all = new ArrayList<>();
    changes.refused().forEach(finding -> all.add(CellFinding.of(finding, language)));
    changes.findings().forEach(finding -> all.add(CellFinding.of(finding, language)));
    report.ifPresent(json -> stored(json, changes.isEmpty(), all));
    List<CellFinding> here =
        all.stream()
            .filter(finding -> isIn(sheet, finding))
            .sorted(java.util.Comparator.comparing(CellFinding::severity))
            .toList();
    return new SheetReport(
        here,
        all.stream().filter(CellFinding::isError).count()
            - here.stream().filter(CellFinding::isError).count(),
        check.isPresent(),
        report.flatMap(json -> uncovered(json, sheet)));
  }

  private static void stored(JsonNode report, boolean unchanged, List<CellFinding> all) {
    for (JsonNode json : report.path("findings")) {
      CellFinding finding = CellFinding.of(json, !unchanged);
      boolean counts = unchanged || OF_THE_FULL_CHECK.contains(finding.code());
      if (counts && !finding.code().equals(UNCOVERED) && all.stream().noneMatch(finding::isLike)) {
        all.add(finding);
      }
    }
  }

  private static boolean isIn(OpenSheet sheet, CellFinding finding) {
    return SheetAddress.of(sheet.version(), finding.location())
        .map(sheet::holds)
        .orElseGet(() -> finding.location().equals(sheet.file().path()));
  }

  private static Optional<Set<String>> uncovered(JsonNode report, OpenSheet sheet) {
    for (JsonNode table : report.path("coverage")) {
      boolean here =
          SheetAddress.of(sheet.version(), table.path("location").asText())
              .filter(sheet::holds)
              .isPresent();
      if (here) {
        Set<String> rows = new HashSet<>();
        table.path("uncovered").forEach(row -> rows.add(row.asText()));
        return Optional.of(rows);
      }
    }
    return Optional.empty();
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Errors in this sheet and elsewhere, as it is now. */
  long errors() {
    return elsewhere
        + findings.stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .filter(finding -> !finding.before())
            .count();
  }
}
