package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.exchange.ExportFormat;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The whole command line. */
public final class Cli {

  private final House house;
  private final Console console;

  public Cli(House house, Console console) {
    this.house = house;
    this.console = console;
  }

  /** Runs one command line; the exit status. Never throws, never prints a stack trace. */
  public int run(String... arguments) {
    Language language = Languages.of(arguments, console);
    PrintWriter out = console.answer();
    PrintWriter err = console.messages();
    CommandLine line = commands(language);
    line.setOut(out);
    line.setErr(err);
    int status = line.execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  private CommandLine commands(Language language) {
    CommandLine line = new CommandLine(new Root(house, console, language));
    line.addSubcommand("serve", new Serve(house, console, language));
    line.addSubcommand("activate", new Activate(house, console, language));
    line.addSubcommand("decide", new Decide(house, console, language));
    line.addSubcommand("check", new Check(house, console, language));
    line.addSubcommand("test", new TestScenarios(house, console, language));
    line.addSubcommand("diff", new Diff(house, console, language));
    line.addSubcommand("simulate", new Simulate(house, console, language));
    line.addSubcommand("portfolio", new PortfolioCommand(house, console, language));
    line.addSubcommand("export", new Export(house, console, language));
    line.addSubcommand("import", new Import(house, console, language));
    line.registerConverter(Language.class, Choice.language());
    line.registerConverter(Choice.Format.class, Choice.format());
    line.registerConverter(Choice.SimulationFormat.class, Choice.simulationFormat());
    line.registerConverter(ExportFormat.class, Choice.exportFormat());
    line.setDefaultValueProvider(new EnvironmentDefaults(console.environment()));
    line.setResourceBundle(
        ResourceBundle.getBundle(
            "dev.huikuan.cli.help",
            language == Language.ZH ? Locale.CHINESE : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((e, args) -> misused(Misuse.of(e, args), e, language));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, language));
    return line;
  }

  private int misused(Text wrong, CommandLine.ParameterException e, Language language) {
    PrintWriter err = console.messages();
    err.println(new Text("用法有误：" + wrong.zh(), "wrong usage: " + wrong.en()).in(language));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println(
        new Text("运行 `" + command + " --help` 查看用法", "see `" + command + " --help`").in(language));
    return Exit.USAGE;
  }

  private int failed(Exception e, Language language) {
    PrintWriter err = console.messages();
    if (e instanceof Refusal refusal) {
      refusal.messages().forEach(message -> err.println(message.in(language)));
      return refusal.status();
    }
    if (e instanceof java.io.IOException io) {
      err.println(Surroundings.explained(io).in(language));
      return Exit.SURROUNDINGS;
    }
    err.println(
        new Text(
                "内部错误：" + e + "；请附上命令和输入反馈给我们",
                "internal error: " + e + "; please report it with the command and its input")
            .in(language));
    return Exit.SURROUNDINGS;
  }
}
