package dev.huikuan.cli;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service and its pages. */
@CommandLine.Command(name = "serve", description = "Start the service and its pages.")
final class Serve extends Command {

  private static final int GREATEST_PORT = 65_535;
  private static final int LONGEST_GRACE = 600;
  private static final int MOST_A_SECOND = 1_000_000;
  private static final int MOST_HOURS = 24 * 7;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7070",
      descriptionKey = "port",
      description = "Port to listen on; 0 for any free one (default: 7070).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      descriptionKey = "host",
      description =
          "Address to listen on (default: 127.0.0.1); another than this machine's own needs a key.")
  private String host;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      defaultValue = "100",
      descriptionKey = "rateLimit",
      description = "Requests a second of one key, twice as many at once (default: 100).")
  private int rateLimit;

  @Option(
      names = "--session-hours",
      paramLabel = "N",
      defaultValue = "12",
      descriptionKey = "sessionHours",
      description = "Hours without a request after which a browser signs in again (default: 12).")
  private int sessionHours;

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--activate-folder",
      descriptionKey = "activateFolder",
      description = "Make the policy folder's version active, whatever the database says.")
  private boolean activateFolder;

  @Option(
      names = "--follow-folder",
      descriptionKey = "followFolder",
      description = "Make every change of the policy folder active while running.")
  private boolean followFolder;

  @Option(
      names = "--demo",
      descriptionKey = "demo",
      description = "Show an invented portfolio of some 300 accounts instead of the demo cases.")
  private boolean demo;

  @Option(
      names = "--log-format",
      paramLabel = "json|text",
      descriptionKey = "logFormat",
      description =
          "Log on standard error: json, one object a line, or text (default: text on a terminal,"
              + " else json).")
  private Choice.Format logFormat;

  @Option(
      names = "--shutdown-grace",
      paramLabel = "SECONDS",
      defaultValue = "3",
      descriptionKey = "shutdownGrace",
      description =
          "After SIGTERM, go on serving this long while not ready, so that balancers notice"
              + " (default: 3).")
  private int shutdownGrace;

  private Optional<Consumer<String>> log = Optional.empty();

  Serve(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    if (port < 0 || port > GREATEST_PORT) {
      throw Refusal.usage(
          "--port 应在 0 到 65535 之间，实为 " + port, "--port must be 0 to 65535, got " + port);
    }
    if (shutdownGrace < 0 || shutdownGrace > LONGEST_GRACE) {
      throw Refusal.usage(
          "--shutdown-grace 应在 0 到 " + LONGEST_GRACE + " 秒之间，实为 " + shutdownGrace,
          "--shutdown-grace must be 0 to " + LONGEST_GRACE + " seconds, got " + shutdownGrace);
    }
    requireBetween("--rate-limit", rateLimit, MOST_A_SECOND);
    requireBetween("--session-hours", sessionHours, MOST_HOURS);
    House.Service service = listen();
    beginLog();
    List<Text> said;
    try {
      said = open(service);
    } catch (RuntimeException e) {
      service.stop();
      throw e;
    }
    service.stopOnSignal(Duration.ofSeconds(shutdownGrace));
    say(Text.same(service.greeting()));
    said.forEach(this::say);
    return Exit.DONE;
  }

  /** A folder with errors takes nothing out of service; with nothing in service it is refused. */
  private List<Text> open(House.Service service) {
    List<PolicyFile> files = house().policy(Optional.ofNullable(policy));
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    Optional<LocalDate> portfolio = demo ? Optional.of(DemoPortfolio.AS_OF) : Optional.empty();
    House.Start start = new House.Start(activateFolder, followFolder, portfolio);
    boolean broken = loaded.policy().isEmpty();
    if (broken && activateFolder) {
      throw Refusal.usage(errors(loaded));
    }
    List<Text> said = new ArrayList<>(service.open(files, loaded, start));
    if (broken && !service.isServing()) {
      throw Refusal.usage(errors(loaded));
    }
    if (broken) {
      said.add(
          new Text(
              "策略文件夹有错误，未采用；数据库中的现行版本继续使用",
              "the policy folder is left aside; the database's active version is in service"));
      said.addAll(errors(loaded));
    }
    return said;
  }

  private void beginLog() {
    Choice.Format otherwise = console().terminal() ? Choice.Format.TEXT : Choice.Format.JSON;
    boolean json = Optional.ofNullable(logFormat).orElse(otherwise) == Choice.Format.JSON;
    Consumer<String> begun = house().beginLog(json);
    log = json ? Optional.of(begun) : Optional.empty();
  }

  /** Into the log, where that is for machines. */
  @Override
  void say(Text text) {
    log.ifPresentOrElse(to -> to.accept(text.in(language())), () -> super.say(text));
  }

  private static void requireBetween(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw Refusal.usage(
          option + " 应在 1 到 " + most + " 之间，实为 " + value,
          option + " must be 1 to " + most + ", got " + value);
    }
  }

  private House.Service listen() {
    try {
      Doorkeeper.Rules rules = new Doorkeeper.Rules(rateLimit, Duration.ofHours(sessionHours));
      return house()
          .listen(new House.Place(host, port, database.url(), Optional.ofNullable(policy), rules));
    } catch (UnknownHostException e) {
      throw Refusal.usage("没有地址 `" + host + "`", "no such address: `" + host + "`");
    } catch (IOException e) {
      throw Refusal.surroundings(
          "端口 " + port + " 无法使用（可能已被占用）；请换一个 --port，或停掉占用它的程序",
          "port "
              + port
              + " cannot be used, it may be taken; choose another --port or stop the program that"
              + " has it");
    }
  }
}
