package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.scenario.VersionComparison;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code diff}: what differs between two policy folders. Equal or not, the status is 0; it is 1
 * when a folder has errors, and then it is compared all the same.
 */
@CommandLine.Command(
    name = "diff",
    description = "Compare two policy folders by row id and cell, in words.")
final class Diff extends Command {

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      descriptionKey = "oldPolicy",
      description = "Policy folder as it was.")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      descriptionKey = "newPolicy",
      description = "Policy folder as it is now.")
  private String after;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "checkFormat",
      description = "text (default) or json.")
  private Choice.Format format;

  Diff(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    VersionComparison comparison =
        VersionComparison.of(
            house().policy(Optional.of(before)), house().policy(Optional.of(after)));
    console()
        .answer()
        .println(
            switch (format) {
              case JSON ->
                  JsonMapper.builder()
                      .build()
                      .writer(JsonLayout.pretty())
                      .writeValueAsString(comparison.json(language()));
              case TEXT -> new DiffText(language()).written(comparison);
            });
    long errors =
        VersionComparison.errors(comparison.before())
            + VersionComparison.errors(comparison.after());
    return errors == 0 ? Exit.DONE : Exit.NOT_GOOD;
  }
}
