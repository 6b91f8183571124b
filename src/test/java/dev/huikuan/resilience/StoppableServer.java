package dev.huikuan.resilience;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL server on one port and folder, that can die, hang and come back. */
final class StoppableServer implements AutoCloseable {

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  StoppableServer(Path folder) throws IOException {
    this.folder = folder.resolve("postgresql");
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    start();
  }

  void start() throws IOException {
    if (server != null) {
      server.close(); // lets go of the folder
    }
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("encoding", "UTF8")
            .start();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** As after {@code pg_ctl stop -m immediate}: no goodbye, recovery at the next start. */
  void die() throws Exception {
    long postmaster = postmaster();
    signal("QUIT", List.of(postmaster));
    Await.until("the server's end", () -> ProcessHandle.of(postmaster).isEmpty());
  }

  /** Connections stay open and nothing answers. */
  void hang() throws Exception {
    long postmaster = postmaster();
    signal("STOP", List.of(postmaster));
    signal("STOP", children(postmaster));
  }

  void goOn() throws Exception {
    long postmaster = postmaster();
    signal("CONT", children(postmaster));
    signal("CONT", List.of(postmaster));
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
  }

  private static List<Long> children(long postmaster) {
    try (Stream<ProcessHandle> all = ProcessHandle.of(postmaster).orElseThrow().descendants()) {
      return all.map(ProcessHandle::pid).toList();
    }
  }

  private static void signal(String name, List<Long> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(pid -> command.add(Long.toString(pid)));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
