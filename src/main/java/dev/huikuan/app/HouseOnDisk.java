package dev.huikuan.app;

import dev.huikuan.access.AccessRecords;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.cli.House;
import dev.huikuan.cli.Refusal;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
  public Service listen(Place place) throws IOException {
    String address = place.host().replaceAll("^\\[|]$", "");
    // A port that is taken is said in one plain line, before the server's own log speaks of it.
    new ServerSocket(place.port(), 1, InetAddress.getByName(address)).close();
    Records records = Records.over(OpenDatabase.at(place.database()), place.rules(), clock);
    try {
      requireKeyUnlessLoopback(place.host(), InetAddress.getByName(address), records.access());
      return service(HttpServer.listen(address, place.port(), clock, records), records);
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private static void requireKeyUnlessLoopback(String host, InetAddress address, Access access) {
    if (!address.isLoopbackAddress() && !access.isOn()) {
      throw Refusal.usage(
          "拒绝在 `"
              + host
              + "` 上启动：数据库中还没有访问密钥，任何能连上的人都能使用。请先运行 `huikuan keys add --name 名称 --role"
              + " admin` 创建密钥，或用 --host 127.0.0.1 仅供本机试用",
          "refused to start on `"
              + host
              + "`: the database has no access key, so anybody who can connect could use it; make one"
              + " first with `huikuan keys add --name NAME --role admin`, or use --host 127.0.0.1 to try"
              + " it on this machine");
    }
  }

  private static Service service(HttpServer server, Records records) {
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
    };
  }

  @Override
  public KeysAndAudit access(Optional<String> url) {
    Database database = OpenDatabase.at(url);
    AccessRecords records = Access.records(database);
    return new KeysAndAudit() {
      @Override
      public KeyDesk keys() {
        return new KeyDesk(records.keys(), clock);
      }

      @Override
      public AuditLog audit() {
        return records.audit();
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }

  @Override
  public String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
