package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.WorkbookReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The sheets and rule files of a policy folder, by what they are. */
final class PolicySheets {

  private static final String TABLES = "decision-tables";
  private static final String RULES = "rules";

  private final Map<SheetKind, List<Grid>> byKind = new EnumMap<>(SheetKind.class);
  private final List<Grid> all = new ArrayList<>();
  private final Map<String, String> drlByPath = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<PolicyFile> refused = new ArrayList<>();

  private PolicySheets() {}

  /** Reads what stands directly in decision-tables and rules; other folders are not looked at. */
  static PolicySheets read(List<PolicyFile> files) {
    PolicySheets sheets = new PolicySheets();
    files.stream()
        .sorted(Comparator.comparing(PolicyFile::path))
        .forEach(
            file -> {
              String name = file.path().toLowerCase(Locale.ROOT);
              if (file.folder().equals(TABLES) && WorkbookReader.isSheetFile(file.path())) {
                sheets.addSheets(file);
              } else if (file.folder().equals(RULES) && name.endsWith(".drl")) {
                sheets.addRules(file);
              }
            });
    return sheets;
  }

  private void addSheets(PolicyFile file) {
    if (isDeeper(file)) {
      notRead(file, "决策表须直接放在 decision-tables/ 下", "tables stand directly in decision-tables/");
      return;
    }
    WorkbookReader.Sheets read = WorkbookReader.read(file.path(), file.bytes());
    findings.addAll(read.findings());
    if (read.findings().stream().anyMatch(Finding::isError)) {
      refused.add(file);
    }
    for (Grid grid : read.grids()) {
      SheetKind kind = SheetKind.of(grid);
      all.add(grid);
      byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(grid);
      if (kind == SheetKind.NOTE || kind == SheetKind.SCENARIOS) {
        SheetKind.ignored(grid).ifPresent(findings::add);
      }
    }
  }

  private static boolean isDeeper(PolicyFile file) {
    return file.path().indexOf('/', file.folder().length() + 1) >= 0;
  }

  private void notRead(PolicyFile file, String zh, String en) {
    Text message = new Text("子文件夹中的文件未读取；" + zh, "not read, it is in a subfolder; " + en);
    findings.add(Finding.info(Finding.Code.FILE_REFUSED, file.path(), message));
  }

  private void addRules(PolicyFile file) {
    if (isDeeper(file)) {
      notRead(file, "规则须直接放在 rules/ 下", "rules stand directly in rules/");
      return;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file.bytes()))
              .toString();
      String lines = text.replace("\r\n", "\n").replace('\r', '\n');
      drlByPath.put(file.path(), lines.startsWith("\uFEFF") ? lines.substring(1) : lines);
    } catch (CharacterCodingException other) {
      refused.add(file);
      findings.add(
          Finding.error(
              Finding.Code.FILE_REFUSED,
              file.path(),
              new Text("规则文件不是 UTF-8 编码；请另存为 UTF-8", "not UTF-8; save it as UTF-8")));
    }
  }

  List<Grid> of(SheetKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Every sheet that could be read, by path and then as it stands in its file. */
  List<Grid> all() {
    return all;
  }

  Map<String, String> drlByPath() {
    return drlByPath;
  }

  /** Files that could not be read, or only in part. */
  List<PolicyFile> refused() {
    return refused;
  }

  List<Finding> findings() {
    return findings;
  }
}
