package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.SuggestionFile;
import dev.huikuan.scenario.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** {@code check --suggest}: writes scenarios for rows that none hits; says what came of it. */
final class WrittenSuggestions {

  private static final int LISTED = 20;

  private final String written;
  private final Path file;
  private final SuggestionFile form;

  /**
   * @param written the file as on the command line; a {@link Refusal} when it has another ending, or
   *     is there already: a person may have confirmed scenarios in it
   */
  WrittenSuggestions(String written) {
    this.written = written;
    this.form =
        SuggestionFile.named(written)
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "--suggest 的文件应以 .xlsx、.csv 或 .yaml 结尾，实为 `" + written + "`",
                        "--suggest needs a file that ends in .xlsx, .csv or .yaml, got `"
                            + written
                            + "`"));
    this.file = Command.path(written).toAbsolutePath();
    if (Files.exists(file)) {
      throw Refusal.usage(
          "`" + written + "` 已存在，其中可能有已确认的场景；请换一个文件名",
          "`" + written + "` is there already and may hold confirmed scenarios; use another name");
    }
  }

  /** Writes the file, unless there is nothing to suggest. */
  List<Text> of(List<PolicyFile> files, CheckReport report, Language language)
      throws IOException {
    if (report.policyVersion().isEmpty()) {
      return List.of(
          new Text("策略有错误，未生成建议的场景", "no scenarios suggested: the policy has errors"));
    }
    if (report.coverage().covered() == report.coverage().rows()) {
      return List.of(
          new Text("每一行都有场景命中，无需建议", "every row is hit by some scenario: nothing to suggest"));
    }
    Suggestions suggestions =
        Suggestions.of(PolicyLoader.load(files).policy().orElseThrow(), report.coverage());
    List<Text> said = new ArrayList<>();
    if (!suggestions.scenarios().isEmpty()) {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(
          file, form.written(suggestions.scenarios(), language), StandardOpenOption.CREATE_NEW);
      said.add(count(suggestions.scenarios().size()));
    }
    suggestions.unreached().stream().limit(LISTED).map(WrittenSuggestions::line).forEach(said::add);
    int more = suggestions.unreached().size() - LISTED;
    if (more > 0) {
      said.add(new Text("另有 " + more + " 行", "and " + more + " more"));
    }
    return said;
  }

  private Text count(int scenarios) {
    return new Text(
        "已将建议的 " + scenarios + " 个场景写入 `" + written + "`，请逐一确认预期结果",
        (scenarios == 1 ? "1 suggested scenario" : scenarios + " suggested scenarios")
            + " written to `"
            + written
            + "`; confirm what each expects");
  }

  private static Text line(Suggestions.Unreached row) {
    return new Text(
        row.location() + "：`" + row.row() + "` " + row.because().zh(),
        row.location() + ": `" + row.row() + "`: " + row.because().en());
  }
}
