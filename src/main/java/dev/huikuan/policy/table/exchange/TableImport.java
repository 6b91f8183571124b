package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.TableReader;
import dev.huikuan.policy.table.WorkbookReader;
import dev.huikuan.policy.table.exchange.dmn.DmnImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decision tables from another form. Everything that is wrong is found at once; tables with errors
 * are of no use.
 *
 * @param tables in the order of the file
 */
public record TableImport(List<DecisionTable> tables, List<Finding> findings) {

  /** What can be read, in words. */
  public static final Text CHOICES =
      new Text("请给出 .dmn、.xml（DMN）或 .csv 文件", "a .dmn or .xml (DMN) or a .csv file is read");

  /** True for names of files that are read. */
  public static boolean isReadable(String path) {
    return isDmn(path) || extension(path).equals("csv");
  }

  private static boolean isDmn(String path) {
    return extension(path).equals("dmn") || extension(path).equals("xml");
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a file.
   *
   * @param path by which findings are located
   * @param vocabulary the terms that its columns may be
   */
  public static TableImport read(String path, byte[] bytes, Vocabulary vocabulary) {
    if (isDmn(path)) {
      DmnImport.Read read = DmnImport.read(path, bytes, vocabulary);
      return new TableImport(read.tables(), read.findings());
    }
    WorkbookReader.Sheets sheets = WorkbookReader.read(path, bytes);
    List<Finding> findings = new ArrayList<>(sheets.findings());
    List<DecisionTable> tables = new ArrayList<>();
    for (Grid grid : sheets.grids()) {
      if (SheetKind.of(grid) != SheetKind.DECISION) {
        findings.add(
            Finding.error(
                Finding.Code.HEAD,
                grid.location(),
                new Text(
                    "不是决策表；第一格应是 `决策`", "not a decision table; its first cell says `Decision`")));
        continue;
      }
      TableReader.Read read = TableReader.read(grid, vocabulary);
      findings.addAll(read.findings());
      read.table().ifPresent(tables::add);
    }
    return new TableImport(List.copyOf(tables), List.copyOf(findings));
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  /** True when something of the file was left out, which is no error. */
  public boolean hasWarnings() {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
  }
}
