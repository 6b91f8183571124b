package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service and its pages, on this machine only. */
@CommandLine.Command(
    name = "serve",
    description = "Start the service and its pages on this machine.")
final class Serve extends Command {

  private static final int GREATEST_PORT = 65_535;

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
      description = "Address to listen on, a loopback one (default: 127.0.0.1).")
  private String host;

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

  Serve(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    if (port < 0 || port > GREATEST_PORT) {
      throw Refusal.usage(
          "--port 应在 0 到 65535 之间，实为 " + port, "--port must be 0 to 65535, got " + port);
    }
    requireLoopback();
    House.Service service = listen();
    List<Text> said;
    try {
      said = open(service);
    } catch (RuntimeException e) {
      service.stop();
      throw e;
    }
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

  private House.Service listen() {
    try {
      return house().listen(host, port, database.url(), Optional.ofNullable(policy));
    } catch (IOException e) {
      throw Refusal.surroundings(
          "端口 " + port + " 无法使用（可能已被占用）；请换一个 --port，或停掉占用它的程序",
          "port "
              + port
              + " cannot be used, it may be taken; choose another --port or stop the program that"
              + " has it");
    }
  }

  private void requireLoopback() {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (UnknownHostException e) {
      loopback = false;
    }
    if (!loopback) {
      throw Refusal.usage(
          "拒绝在 `" + host + "` 上启动：访问控制尚未提供，只能监听本机；请用 --host 127.0.0.1，需要远程访问时在前面放带认证的反向代理",
          "refused to start on `"
              + host
              + "`: there is no access control yet, so only this machine may connect; use --host"
              + " 127.0.0.1");
    }
  }
}
