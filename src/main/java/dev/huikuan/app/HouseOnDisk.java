package dev.huikuan.app;

import dev.huikuan.cli.House;
import dev.huikuan.cli.Refusal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.FolderImport;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyVersion;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the commands need, from this machine's disk and network. */
public final class HouseOnDisk implements House {

  private static final String TABLES = "decision-tables";

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

  private static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw Refusal.usage(
          "路径 `" + written + "` 在当前系统字符集下无法表示；请设置 LC_ALL=C.UTF-8 后重试",
          "the path `"
              + written
              + "` cannot be expressed in this system's character set; set LC_ALL=C.UTF-8 and try"
              + " again");
    }
  }

  private static List<PolicyFile> given(String written) throws IOException {
    Path folder = path(written);
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
        Files.isDirectory(here.resolve(TABLES)) ? PolicyFolder.read(here) : PolicyFolder.builtIn();
    if (files.isEmpty()) {
      throw Refusal.usage(
          "当前目录下没有策略，程序也未内置；请用 --policy 指定文件夹",
          "no policy in the working folder and none built in; name a folder with --policy");
    }
    return files;
  }

  @Override
  public Service listen(String host, int port, Optional<String> database, Optional<String> policy)
      throws IOException {
    String address = host.replaceAll("^\\[|]$", "");
    // A port that is taken is said in one plain line, before the server's own log speaks of it.
    new ServerSocket(port, 1, InetAddress.getByName(address)).close();
    Optional<Path> folder = folder(policy);
    Records records = Records.open(database, new RulesOnDisk(folder), clock);
    try {
      return new ServiceOnDisk(
          HttpServer.listen(address, port, records.workshops()), records, folder);
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /** The policy folder, when the policy is not the program's own. */
  private static Optional<Path> folder(Optional<String> written) {
    if (written.isPresent()) {
      return Optional.of(path(written.get()));
    }
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve(TABLES)) ? Optional.of(here) : Optional.empty();
  }

  @Override
  public Text activate(
      Optional<String> database, List<PolicyFile> files, StoredCheck check, String note) {
    String who = "activate (" + System.getProperty("user.name") + ")";
    String version = PolicyVersion.of(files);
    try (Database opened = OpenDatabase.at(database);
        Workshops workshops = Workshops.over(opened, new RulesOnDisk(Optional.empty()), clock)) {
      FolderImport folder = workshops.life().folder();
      folder.keep(files, Optional.of(check), who, note);
      if (!folder.activate(version, who, note)) {
        throw Refusal.surroundings(
            "刚有别的版本被激活；请查看后重试", "another version became active just now; look again and retry");
      }
    } catch (RecordsUnavailable gone) {
      throw Refusal.surroundings(
          "数据库不可用：" + gone.getMessage(), "the database failed: " + gone.getMessage());
    }
    return new Text(
        "现行版本为 " + version + "；使用该数据库的服务随即跟上",
        version + " is the active version; services that share the database follow");
  }

  @Override
  public String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
