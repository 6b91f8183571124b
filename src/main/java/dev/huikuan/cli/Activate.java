package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.Demands;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code activate}: a policy folder into the database, and into service. */
@CommandLine.Command(
    name = "activate",
    description = "Make a policy folder the active version; running services follow.")
final class Activate extends Command {

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--note",
      required = true,
      paramLabel = "TEXT",
      descriptionKey = "activationNote",
      description = "Why; stands in the history of the version.")
  private String note;

  Activate(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    if (note.isBlank() || note.length() > Upload.LONGEST_NOTE) {
      throw Refusal.usage(
          "--note 应说明原因，不超过 " + Upload.LONGEST_NOTE + " 个字符",
          "--note must say why, in at most " + Upload.LONGEST_NOTE + " characters");
    }
    List<PolicyFile> files = load(Optional.ofNullable(policy)).files();
    CheckReport report = CheckReport.of(files, Demands.NONE);
    if (!report.isTested()) {
      console().messages().println(new CheckText(language()).written(report));
      return Exit.NOT_GOOD;
    }
    say(house().activate(database.url(), files, StoredCheck.of(report, files), note.strip()));
    return Exit.DONE;
  }
}
