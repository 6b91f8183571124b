package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of options in both READMEs, held to what {@code serve} takes. */
class ConfigurationTableTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  /** option, variable, default, meaning */
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(--[a-z-]+)[^`]*` \\| `(HUIKUAN_[A-Z_]+)` \\| ([^|]+) \\| [^|]+ \\|$");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everyOptionOfServeIsInTheTableWithItsVariable(String file) throws IOException {
    String readme = Files.readString(Path.of(file), StandardCharsets.UTF_8);
    List<java.util.regex.MatchResult> rows = ROW.matcher(readme).results().toList();
    assertThat(rows.stream().map(row -> row.group(1)).collect(Collectors.toSet()))
        .isEqualTo(options());
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.group(2)).isEqualTo(EnvironmentDefaults.variable(row.group(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void defaultsThatTheHelpNamesAreThoseOfTheTable(String file) throws IOException {
    String readme = Files.readString(Path.of(file), StandardCharsets.UTF_8);
    String help = help().replaceAll("\\s+", " ");
    ROW.matcher(readme)
        .results()
        .filter(row -> row.group(3).strip().matches("`[^`]+`"))
        .forEach(
            row ->
                assertThat(help)
                    .containsPattern(
                        Pattern.quote(row.group(1))
                            + "=?[^-]((?!--).)*\\(default: "
                            + Pattern.quote(row.group(3).strip().replace("`", ""))
                            + "\\)"));
  }

  private static Set<String> options() {
    Set<String> options =
        OPTION
            .matcher(
                help()
                    .lines()
                    .filter(line -> line.strip().startsWith("-"))
                    .map(line -> line.strip().replaceFirst("^-h, ", "").split("[ =]")[0])
                    .collect(Collectors.joining("\n")))
            .results()
            .map(m -> m.group())
            .collect(Collectors.toCollection(TreeSet::new));
    options.remove("--help");
    return options;
  }

  private static String help() {
    return new Terminal().run("serve", "--help").out();
  }
}
