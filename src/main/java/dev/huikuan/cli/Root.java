package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huikuan} without a command: says what there is. */
@CommandLine.Command(
    name = "huikuan",
    versionProvider = Root.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "What should we do next to get paid, what may we offer, and why?",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:what was examined has errors, failed scenarios or failed rows",
      "2:bad usage or input, a policy with errors, a start refused for safety",
      "3:the surroundings failed (port taken, disk full)"
    },
    footerHeading = "%n",
    footer = "Every option can be an environment variable: --as-of is HUIKUAN_AS_OF.")
final class Root extends Command {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version",
      description = "Show the version.")
  private boolean version;

  Root(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), language() == Language.ZH ? "缺少命令" : "no command given");
  }

  /** Prints what the house says. */
  static final class Version implements CommandLine.IVersionProvider {
    @Spec private CommandSpec spec;

    @Override
    public String[] getVersion() {
      Root root = (Root) spec.root().userObject();
      return new String[] {"huikuan " + root.house().version()};
    }
  }
}
