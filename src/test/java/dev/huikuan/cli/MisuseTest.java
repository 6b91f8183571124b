package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that cannot be: exit 2, the option by its name, in the language asked for. */
class MisuseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          portfolio                            | 缺少 `--input FILE`                 | missing `--input FILE`
          portfolio --input                    | `--input` 后面缺少值                  | `--input` lacks its value
          decide                               | 缺少 `CASE.json`                     | missing `CASE.json`
          serve --prot 80                      | 没有选项 `--prot`                      | there is no option `--prot`
          serve extra                          | 不认识的参数 `extra`                    | unexpected argument `extra`
          chekc                                | 不认识的参数 `chekc`                    | unexpected argument `chekc`
          serve --port many                    | `--port` 应为整数，实为 `many`           | `--port` must be a whole number, got `many`
          check --format yaml                  | `--format` 应为 text 或 json，实为 `yaml` | `--format` must be text or json, got `yaml`
          serve --port 1 --port 2              | `--port` 只能给一次                     | `--port` may be given only once
          """)
  void isSaidInBothLanguagesAndNamesTheOption(String line, String zh, String en) {
    Terminal.Ran chinese = new Terminal().speaking("zh").run(line.strip().split(" +"));
    assertThat(chinese.status()).isEqualTo(2);
    assertThat(chinese.err()).startsWith("用法有误：" + zh).contains("查看用法");
    assertThat(chinese.err().replaceAll("`[^`]*`", "")).doesNotContainPattern("[A-Za-z]{9}");
    Terminal.Ran english = new Terminal().speaking("en").run(line.strip().split(" +"));
    assertThat(english.status()).isEqualTo(2);
    assertThat(english.err()).startsWith("wrong usage: " + en).contains("--help");
    assertThat(english.err()).doesNotContainPattern("\\p{IsHan}");
  }
}
