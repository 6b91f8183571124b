package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.util.List;
import java.util.Optional;

/** What a sheet is, said by the first word of its column A. */
public enum SheetKind {
  DECISION,
  CATALOGUE,
  ATTRIBUTES,
  PARAMETERS,
  CALENDAR,
  /** Belongs to test-scenarios. */
  SCENARIOS,
  /** Any other sheet: for people only. */
  NOTE;

  private static final SheetWords<SheetKind> WORDS =
      new SheetWords<SheetKind>()
          .with(DECISION, "Decision", "决策", "Hit policy", "命中策略", "Effective", "生效期")
          .with(DECISION, "No match", "无匹配")
          .with(CATALOGUE, "Catalogue", "目录", "Catalog")
          .with(ATTRIBUTES, "Attributes", "属性")
          .with(PARAMETERS, "Parameters", "参数")
          .with(CALENDAR, "Calendar", "日历")
          .with(SCENARIOS, "Scenarios", "场景");

  /** Headers that only the sheets of a policy have; they make a short first word worth a doubt. */
  private static final SheetWords<Boolean> HEADERS =
      new SheetWords<Boolean>().with(true, "Row", "行号", "Code", "代码");

  /** Shorter words than this are one slip away from too many others. */
  private static final int TELLING_LENGTH = 4;

  public static SheetKind of(Grid grid) {
    RawCell first = first(grid);
    Optional<SheetKind> kind = WORDS.find(first.text());
    if (kind.isEmpty() && TableHead.isDescription(first.text()) && hasDecision(grid)) {
      return DECISION;
    }
    return kind.orElse(NOTE);
  }

  private static RawCell first(Grid grid) {
    for (int row : grid.rows().keySet()) {
      RawCell cell = grid.cell(row, 1);
      if (!cell.isBlank()) {
        return cell;
      }
    }
    return grid.cell(1, 1);
  }

  private static boolean hasDecision(Grid grid) {
    return grid.rows().keySet().stream()
        .limit(20)
        .anyMatch(row -> WORDS.find(grid.cell(row, 1).text()).isPresent());
  }

  /**
   * What to say about a sheet that is ignored: a doubt when its first word is nearly one; of other
   * sheets only when it is a file of its own or looks as if more had been meant.
   */
  public static Optional<Finding> ignored(Grid grid) {
    if (grid.lastRow() == 0) {
      return Optional.empty();
    }
    RawCell first = first(grid);
    List<String> nearest = WORDS.nearest(first.text());
    boolean telling = Wording.normalise(first.text()).length() >= TELLING_LENGTH;
    Text expected =
        new Text("决策、目录、属性、参数或日历", "Decision, Catalogue, Attributes, Parameters or Calendar");
    if (!nearest.isEmpty() && (telling || hasHeader(grid))) {
      return Optional.of(
          Finding.info(
                  Finding.Code.HEAD,
                  first.location(),
                  new Text(
                      "此表被当作备注忽略：A 列首格是 `" + first.text() + "`，是否想写 `" + nearest.get(0) + "`？",
                      "the sheet is ignored as a note: column A begins with `"
                          + first.text()
                          + "`; did you mean `"
                          + nearest.get(0)
                          + "`?"))
              .as(Finding.Severity.WARNING)
              .found(first.text(), expected, nearest));
    }
    if (!grid.sheet().isEmpty() && !hasHeader(grid)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.info(
                Finding.Code.HEAD,
                first.location(),
                new Text("此表不是决策内容，作为备注忽略", "not a sheet of the policy: ignored as a note"))
            .found(first.text(), expected, List.of()));
  }

  private static boolean hasHeader(Grid grid) {
    return grid.rows().keySet().stream()
        .limit(20)
        .anyMatch(row -> HEADERS.find(grid.cell(row, 1).text()).isPresent());
  }
}
