package dev.huikuan.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service that is a process of its own; killed without warning when this is closed. */
final class ServiceProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  /** Little memory: whatever piles up is found out. */
  private static final List<String> JVM =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path said;
  private final Path portFile;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServiceProcess(Process process, Path said, Path portFile) {
    this.process = process;
    this.said = said;
    this.portFile = portFile;
  }

  /** Starts it; {@link #port()} waits until it decides. */
  static ServiceProcess start(String url) throws IOException {
    return start(List.of(), url);
  }

  /**
   * Starts it under another command.
   *
   * @param under what comes before {@code java} on the command line; must become that process
   */
  static ServiceProcess start(List<String> under, String url) throws IOException {
    Path folder = Files.createTempDirectory("huikuan-service");
    List<String> command = new ArrayList<>(under);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(SmallService.class.getName());
    command.add(url);
    command.add(folder.resolve("port").toString());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new ServiceProcess(process, said, folder.resolve("port"));
  }

  /** Where it listens; waits for it to start. */
  int port() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(portFile)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the service did not start: " + said());
      }
      Thread.sleep(10);
    }
    return Integer.parseInt(Files.readString(portFile));
  }

  String url() throws IOException, InterruptedException {
    return "http://127.0.0.1:" + port();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The status of a probe; 0 when there was no answer in time. */
  int probe(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException none) {
      return 0;
    }
  }

  /** SIGKILL, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Everything that it wrote. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
