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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that is a process of its own; killed without warning when this is closed. */
final class ServiceProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  /** Little memory: whatever piles up is found out. */
  private static final List<String> JVM =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Pattern LISTENING = Pattern.compile("listening on http://[^:]+:(\\d+)");

  private final Process process;
  private final Path said;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServiceProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
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
    SmallPolicy.into(folder);
    command.addAll(
        List.of("dev.huikuan.app.Main", "serve", "--port", "0", "--database", url, "--policy"));
    command.add(folder.toString());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new ServiceProcess(process, said);
  }

  /** Where it listens; waits for it to start. */
  int port() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher listening = LISTENING.matcher(said());
    while (!listening.find()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the service did not start: " + said());
      }
      Thread.sleep(10);
      listening = LISTENING.matcher(said());
    }
    return Integer.parseInt(listening.group(1));
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
