package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The name of an uploaded file, after a look at it. */
final class FileName {

  private static final String TABLES = "decision-tables/";
  private static final String SCENARIOS = "test-scenarios/";
  private static final int LONGEST = 200;
  private static final Set<String> SHEETS = Set.of("xlsx", "csv");
  private static final Set<String> SCENARIO_FILES = Set.of("xlsx", "csv", "yaml", "yml", "json");

  private FileName() {}

  /** The name as the archive has it: one form of accents, with its folder. */
  static String canonical(String written) {
    String name = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
    return name.contains("/") ? name : TABLES + name;
  }

  /** What is wrong with a canonical name; empty when it may be uploaded. */
  static Optional<Text> fault(String name) {
    if (isRule(name)) {
      return fault(
          name,
          "规则是代码，随程序或策略文件夹安装，不能上传",
          "rules are code: they are installed with the program or in the policy folder, never"
              + " uploaded");
    }
    if (!isPlain(name)) {
      return fault(
          name,
          "文件名不可用；应为不含 `\\`、`:`、`..`、控制字符和隐藏文件的相对路径，不超过 " + LONGEST + " 个字符",
          "not usable as a name; expected a relative path of at most "
              + LONGEST
              + " characters without `\\`, `:`, `..`, control characters or hidden files");
    }
    boolean table = name.startsWith(TABLES) && name.indexOf('/', TABLES.length()) < 0;
    if (table && SHEETS.contains(extension(name))) {
      return Optional.empty();
    }
    if (name.startsWith(SCENARIOS) && SCENARIO_FILES.contains(extension(name))) {
      return Optional.empty();
    }
    return fault(
        name,
        "只接受 `decision-tables/名称.xlsx|.csv` 或 `test-scenarios/…` 下的 .xlsx、.csv、.yaml、.json",
        "expected `decision-tables/NAME.xlsx` or `.csv`, or a .xlsx, .csv, .yaml or .json under"
            + " `test-scenarios/`");
  }

  private static Optional<Text> fault(String name, String zh, String en) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    String brief = shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    return Optional.of(new Text("`" + brief + "`：" + zh, "`" + brief + "`: " + en));
  }

  private static boolean isRule(String name) {
    return name.startsWith("rules/") || extension(name).equals("drl");
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String name) {
    if (name.length() > LONGEST || !name.matches("[^\\\\:\\p{Cntrl}\\p{Cs}\\u202A-\\u202E]+")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isBlank() || part.startsWith(".") || part.startsWith("~$")) {
        return false;
      }
    }
    return true;
  }
}
