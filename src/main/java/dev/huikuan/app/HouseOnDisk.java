package dev.huikuan.app;

import dev.huikuan.app.operation.ServiceLog;
import dev.huikuan.app.operation.StopOnSignal;
import dev.huikuan.cli.House;
import dev.huikuan.cli.Refusal;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What the commands need, from this machine's disk and network. */
public final class HouseOnDisk implements House {

  private final Clock clock;

  public HouseOnDisk(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<PolicyFile> policy(Optional<String> folder) {
    try {
      return folder.isPresent() ? given(folder.get()) : byDefault();
    } catch (PolicyFolder.TooLarge e) {
      throw Refusal.usage("策略文件夹太大：" + e.getMessage(), "policy: " + e.getMessage());
    } catch (IOException e) {
      throw Refusal.surroundings(
          "读取策略失败：" + e.getMessage(), "reading the policy failed: " + e.getMessage());
    }
  }

  private static List<PolicyFile> given(String written) throws IOException {
    Path folder;
    try {
      folder = Path.of(written);
    } catch (InvalidPathException e) {
      throw Refusal.usage(
          "路径 `" + written + "` 在当前系统字符集下无法表示；请设置 LC_ALL=C.UTF-8 后重试",
          "the path `"
              + written
              + "` cannot be expressed in this system's character set; set LC_ALL=C.UTF-8 and try"
              + " again");
    }
    if (!Files.isDirectory(folder)) {
      throw Refusal.usage("没有策略文件夹 `" + written + "`", "no policy folder `" + written + "`");
    }
    if (!PolicyFolder.isPolicy(folder)) {
      throw Refusal.usage(
          "文件夹 `" + written + "` 中没有策略：应有子文件夹 decision-tables、rules 或 test-scenarios",
          "no policy in `"
              + written
              + "`: expected a folder decision-tables, rules or test-scenarios in it");
    }
    return PolicyFolder.read(folder);
  }

  private static List<PolicyFile> byDefault() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    List<PolicyFile> files =
        Files.isDirectory(here.resolve("decision-tables"))
            ? PolicyFolder.read(here)
            : PolicyFolder.builtIn();
    if (files.isEmpty()) {
      throw Refusal.usage(
          "当前目录下没有策略，程序也未内置；请用 --policy 指定文件夹",
          "no policy in the working folder and none built in; name a folder with --policy");
    }
    return files;
  }

  @Override
  public Service listen(String host, int port) throws IOException {
    String address = host.replaceAll("^\\[|]$", "");
    // A port that is taken is said in one plain line, before the server's own log speaks of it.
    new ServerSocket(port, 1, InetAddress.getByName(address)).close();
    Records records =
        Records.open("jdbc:sqlite:" + Files.createTempDirectory("huikuan").resolve("records.db"));
    HttpServer server = HttpServer.listen(address, port, clock, records);
    return new Service() {
      @Override
      public void open(
          DecisionPipeline pipeline,
          List<Finding> findings,
          List<PolicyFile> files,
          Optional<LocalDate> portfolio) {
        server.open(pipeline, findings, files, portfolio);
      }

      @Override
      public String greeting() {
        return server.greeting();
      }

      @Override
      public void stop() {
        server.stop();
        records.close();
      }

      @Override
      public void stopOnSignal(Duration grace) {
        StopOnSignal.install(
            () -> {
              boolean finished = server.stop(grace);
              records.close();
              return finished;
            },
            this::stop);
      }
    };
  }

  @Override
  public Consumer<String> beginLog(boolean json) {
    ServiceLog.begin(json);
    return LoggerFactory.getLogger("dev.huikuan.service")::info;
  }

  @Override
  public Cellar cellar(Optional<String> database) {
    return new OpenCellar(opened(database));
  }

  /** Until a database of the user's own is looked for, one has to be named. */
  private static Database opened(Optional<String> written) {
    String url = written.orElse("");
    if (!Database.isUrl(url)) {
      throw Refusal.usage(
          "--database 应为 jdbc:sqlite:文件 或 jdbc:postgresql://…，实为 `" + url + "`",
          "--database must be jdbc:sqlite:FILE or jdbc:postgresql://…, got `" + url + "`");
    }
    try {
      return Database.open(url);
    } catch (RecordsUnavailable e) {
      String place = url.replaceFirst("[?].*", "");
      throw Refusal.surroundings(
          "无法打开数据库 `" + place + "`：" + e.getMessage(),
          "the database `" + place + "` cannot be opened: " + e.getMessage());
    }
  }

  @Override
  public String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
