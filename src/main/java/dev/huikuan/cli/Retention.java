package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Housekeeping;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code retention}: decisions that are old enough leave the log. */
@CommandLine.Command(
    name = "retention",
    description = "Delete decisions that were recorded long ago, with their outcomes.")
final class Retention extends DatabaseCommand {

  private static final int MOST_DAYS = 36_500;

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "DAYS",
      descriptionKey = "olderThan",
      description = "Delete what was recorded more than this many days ago.")
  private int olderThan;

  @Option(
      names = "--ledger",
      paramLabel = "L",
      descriptionKey = "onlyLedger",
      description = "Only of this ledger (default: all).")
  private String ledger;

  @Option(
      names = "--dry-run",
      descriptionKey = "dryRun",
      description = "Say how many, delete nothing.")
  private boolean dryRun;

  Retention(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  void check() {
    if (olderThan < 1 || olderThan > MOST_DAYS) {
      throw Refusal.usage(
          "--older-than 应在 1 到 " + MOST_DAYS + " 之间，实为 " + olderThan,
          "--older-than must be 1 to " + MOST_DAYS + ", got " + olderThan);
    }
  }

  @Override
  int run(House.Cellar cellar) {
    Instant before = console().clock().instant().minus(Duration.ofDays(olderThan));
    Optional<String> only = Optional.ofNullable(ledger);
    Housekeeping.Count count =
        dryRun
            ? cellar.housekeeping().count(before, only)
            : cellar.housekeeping().forget(before, only);
    answer(
        new Text(
            (dryRun ? "将删除：" : "已删除：")
                + count.decisions()
                + " 条决策，"
                + count.outcomes()
                + " 条跟进结果，"
                + count.accounts()
                + " 行工作清单",
            (dryRun ? "would delete: " : "deleted: ")
                + count.decisions()
                + " decisions, "
                + count.outcomes()
                + " outcomes, "
                + count.accounts()
                + " lines of the worklist"));
    return Exit.DONE;
  }
}
