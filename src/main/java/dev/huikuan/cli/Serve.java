package dev.huikuan.cli;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service and its pages. */
@CommandLine.Command(name = "serve", description = "Start the service and its pages.")
final class Serve extends Command {

  private static final int GREATEST_PORT = 65_535;
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

  @Mixin private DatabaseOption database;

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

  @Option(
      names = "--demo",
      descriptionKey = "demo",
      description = "Show an invented portfolio of some 300 accounts instead of the demo cases.")
  private boolean demo;

  Serve(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    if (port < 0 || port > GREATEST_PORT) {
      throw Refusal.usage(
          "--port 应在 0 到 65535 之间，实为 " + port, "--port must be 0 to 65535, got " + port);
    }
    requireBetween("--rate-limit", rateLimit, MOST_A_SECOND);
    requireBetween("--session-hours", sessionHours, MOST_HOURS);
    House.Service service = listen();
    try {
      Loaded loaded = load(Optional.ofNullable(policy));
      Optional<LocalDate> portfolio = demo ? Optional.of(DemoPortfolio.AS_OF) : Optional.empty();
      service.open(loaded.pipeline(), loaded.findings(), loaded.files(), portfolio);
    } catch (RuntimeException e) {
      service.stop();
      throw e;
    }
    say(Text.same(service.greeting()));
    return Exit.DONE;
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
      return house().listen(new House.Place(host, port, database.url(), rules));
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
