package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.policy.GraphChecks.Placed;
import dev.huikuan.policy.rules.RuleBook;
import dev.huikuan.policy.rules.RuleCodes;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads, checks and compiles the files of a policy. Pure: bytes in, policy and findings out. */
public final class PolicyLoader {

  /**
   * What came of a folder.
   *
   * @param policy absent when any finding is an error
   * @param findings all of them, sorted by location
   */
  public record Loaded(Optional<Policy> policy, List<Finding> findings) {}

  private PolicyLoader() {}

  /**
   * Loads a policy from its files: the workbooks and CSVs in decision-tables, the DRL in rules.
   * Files in other folders are not looked at. Catalogues, vocabulary and parameters that the folder
   * lacks come with the product.
   */
  public static Loaded load(List<PolicyFile> files) {
    PolicySheets sheets = PolicySheets.read(files);
    PolicyWords words = PolicyWords.read(sheets);
    List<Finding> findings = new ArrayList<>(sheets.findings());
    findings.addAll(words.findings());
    Complaints days = new Complaints();
    HolidayCalendar calendar =
        CalendarReader.read(sheets.of(SheetKind.CALENDAR), words.vocabulary(), days);
    findings.addAll(days.findings());

    List<Placed> placed = new ArrayList<>();
    boolean allReadable = sheets.findings().stream().noneMatch(Finding::isError);
    for (Grid grid : sheets.of(SheetKind.DECISION)) {
      TableReader.Read read = TableReader.read(grid, words.vocabulary());
      findings.addAll(read.findings());
      read.table().ifPresent(table -> placed.add(new Placed(table, read.headerRow())));
      allReadable &= read.table().isPresent();
    }
    List<DecisionTable> tables = placed.stream().map(Placed::table).toList();
    DecisionGraph graph = DecisionGraph.of(tables);
    findings.addAll(GraphChecks.cycles(graph));
    findings.addAll(PeriodChecks.check(tables));
    if (allReadable) {
      // Else what a broken sheet would have decided would be missed all over the others.
      findings.addAll(GraphChecks.providers(placed));
    }
    RuleBook.Compiled rules = RuleBook.compile(sheets.drlByPath());
    findings.addAll(rules.findings());
    RuleCodes codes = new RuleCodes(words.catalogues(), words.vocabulary());
    rules.rules().ifPresent(book -> findings.addAll(book.check(codes)));

    findings.sort(Locations.ORDER);
    boolean refused = findings.stream().anyMatch(Finding::isError) || rules.rules().isEmpty();
    return new Loaded(
        refused
            ? Optional.empty()
            : Optional.of(
                policy(PolicyVersion.of(sheets), words, calendar, graph, rules.rules().get())),
        List.copyOf(findings));
  }

  private static Policy policy(
      String version,
      PolicyWords words,
      HolidayCalendar calendar,
      DecisionGraph graph,
      RuleBook rules) {
    List<DecisionTable> ordered = new ArrayList<>(graph.proposing());
    ordered.addAll(graph.option());
    ordered.addAll(graph.dressing());
    return new Policy(
        version,
        words.vocabulary(),
        words.catalogues(),
        words.parameters(),
        calendar,
        ordered.stream().map(TableIndex::of).toList(),
        rules);
  }
}
