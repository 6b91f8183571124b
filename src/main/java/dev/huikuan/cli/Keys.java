package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys} without a command of its own: says what there is. */
@CommandLine.Command(
    name = "keys",
    synopsisSubcommandLabel = "COMMAND",
    description = "Make, list and revoke access keys; the first one switches access on.")
final class Keys extends Command {

  @Spec private CommandSpec spec;

  Keys(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        language() == Language.ZH
            ? "缺少命令：add、list 或 revoke"
            : "no command given: add, list or revoke");
  }

  /** Who makes a change at the command line: the user of this machine. */
  static String operator() {
    return "cli:" + System.getProperty("user.name");
  }
}
