package dev.huikuan.app;

import dev.huikuan.cli.House;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server with its database and its policy folder. */
final class ServiceOnDisk implements House.Service {

  private final HttpServer server;
  private final Records records;
  private final Optional<Path> folder;

  ServiceOnDisk(HttpServer server, Records records, Optional<Path> folder) {
    this.server = server;
    this.records = records;
    this.folder = folder;
  }

  @Override
  public List<Text> open(List<PolicyFile> files, PolicyLoader.Loaded loaded, House.Start start) {
    boolean open = true;
    Workshops workshops = records.workshops();
    server.begin(files, start.portfolio());
    List<Text> said =
        new PolicyAtStart(workshops, open).begin(files, loaded, start.activateFolder());
    workshops.follow();
    folder.ifPresent(path -> watch(path, start.followFolder(), open));
    return said;
  }

  private void watch(Path path, boolean follow, boolean open) {
    Workshops workshops = records.workshops();
    Optional<String> follower = follow ? Optional.of(PolicyAtStart.who(open)) : Optional.empty();
    try {
      workshops.watch(new FolderWatch(path, workshops.life(), follower, workshops.clock()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isServing() {
    return records.workshops().life().registry().active().isPresent();
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
}
