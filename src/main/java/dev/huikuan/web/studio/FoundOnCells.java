package dev.huikuan.web.studio;

import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.policy.table.Address;
import dev.huikuan.policy.table.SheetLayout;
import dev.huikuan.web.studio.SheetView.Found;
import dev.huikuan.web.studio.SheetView.Mark;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What was found, in words, and on which cells it is marked. */
final class FoundOnCells {

  private final OpenSheet sheet;
  private final SheetReport report;
  private final SheetLayout layout;
  private final Frame frame;
  private final UnaryOperator<String> link;

  /**
   * @param link the address of a cell on the page
   */
  FoundOnCells(
      OpenSheet sheet,
      SheetReport report,
      SheetLayout layout,
      Frame frame,
      UnaryOperator<String> link) {
    this.sheet = sheet;
    this.report = report;
    this.layout = layout;
    this.frame = frame;
    this.link = link;
  }

  /** All of them, errors and warnings apart from what is only noted. */
  SheetView.Findings all() {
    List<Found> loud = new ArrayList<>();
    List<Found> quiet = new ArrayList<>();
    for (CellFinding finding : report.findings()) {
      (finding.severity() == Severity.INFO ? quiet : loud).add(found(finding));
    }
    String said =
        !report.isChecked()
            ? frame.t(SheetPhrase.NOT_CHECKED)
            : report.findings().isEmpty() ? frame.t(SheetPhrase.NO_FINDINGS) : "";
    String elsewhere =
        report.elsewhere() == 0
            ? ""
            : frame
                .t(SheetPhrase.FINDINGS_ELSEWHERE)
                .replace("{count}", Long.toString(report.elsewhere()));
    boolean mixed = report.findings().stream().anyMatch(CellFinding::before);
    return new SheetView.Findings(said, loud, quiet, elsewhere, mixed);
  }

  /** The marks by cell: where a finding stands, else at the ids of the rows that it is about. */
  Map<String, Mark> marks() {
    Map<String, List<CellFinding>> byCell = new LinkedHashMap<>();
    for (CellFinding finding : report.findings()) {
      cells(finding)
          .forEach(cell -> byCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(finding));
    }
    Map<String, Mark> marks = new HashMap<>();
    byCell.forEach((cell, findings) -> marks.put(cell, mark(cell, findings)));
    return marks;
  }

  private Set<String> cells(CellFinding finding) {
    Set<String> cells = new LinkedHashSet<>();
    Optional<String> at =
        SheetAddress.of(sheet.version(), finding.location()).map(SheetAddress::cell);
    at.ifPresent(cells::add);
    if (finding.decision().equals(layout.code())) {
      int stands = at.map(cell -> Address.parse(cell).row()).orElse(0);
      layout
          .rowIds()
          .forEach(
              (row, id) -> {
                if (row != stands && finding.rows().contains(id)) {
                  cells.add("A" + row);
                }
              });
    }
    return cells;
  }

  private Mark mark(String cell, List<CellFinding> findings) {
    Severity worst =
        findings.stream().map(CellFinding::severity).min(Severity::compareTo).orElseThrow();
    String icon =
        switch (worst) {
          case ERROR -> "✕";
          case WARNING -> "!";
          case INFO -> "i";
        };
    return new Mark(
        style(worst),
        frame.t(word(worst)),
        icon,
        frame.t(SheetPhrase.SHOW_MESSAGE).replace("{cell}", cell),
        findings.stream().map(this::found).toList());
  }

  private static String style(Severity severity) {
    return severity.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static SheetPhrase word(Severity severity) {
    return switch (severity) {
      case ERROR -> SheetPhrase.ERROR;
      case WARNING -> SheetPhrase.WARNING;
      case INFO -> SheetPhrase.INFO;
    };
  }

  private Found found(CellFinding finding) {
    String cell =
        SheetAddress.of(sheet.version(), finding.location()).map(SheetAddress::cell).orElse("");
    List<String> details = new ArrayList<>();
    detail(details, SheetPhrase.FOUND, finding.found());
    detail(details, SheetPhrase.EXPECTED, finding.expected());
    detail(details, SheetPhrase.NEAREST, String.join(", ", finding.nearest()));
    return new Found(
        style(finding.severity()),
        frame.t(word(finding.severity())),
        cell.isEmpty() ? frame.t(SheetPhrase.WHOLE_SHEET) : cell,
        cell.isEmpty() ? "" : link.apply(cell),
        finding.message(),
        details,
        finding.acknowledged(),
        finding.before());
  }

  private void detail(List<String> details, SheetPhrase what, String text) {
    if (!text.isEmpty()) {
      details.add(frame.t(what) + (frame.language().tag().equals("zh") ? "：" : ": ") + text);
    }
  }
}
