package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code huikuan serve} as a process of its own, as an operating system would start and end it. */
final class ServeProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 240;

  private final Process process;
  private final Path said;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServeProcess(Process process, Path said, int port) {
    this.process = process;
    this.said = said;
    this.port = port;
  }

  /** Starts it on a free port and waits until it is ready. */
  static ServeProcess ready(Path folder, String... options) throws Exception {
    ServeProcess started = started(folder, options);
    started.await(200);
    return started;
  }

  private static ServeProcess started(Path folder, String... options) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", program(), "dev.huikuan.app.Main", "serve"));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of(options));
    Path said = folder.resolve("said-" + port + ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HUIKUAN_"));
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    return new ServeProcess(builder.start(), said, port);
  }

  /** The class path of this JVM without the folder of the tests. */
  private static String program() throws IOException {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = new ArrayList<>();
    for (String entry : all.split(File.pathSeparator)) {
      if (!Files.exists(Path.of(entry, "dev/huikuan/app/ServeProcess.class"))) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  /** Waits until the readiness probe answers so. */
  void await(int status) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int seen = 0;
    while (seen != status) {
      assertThat(process.isAlive()).as(this::said).isTrue();
      assertThat(System.nanoTime()).as(this::said).isLessThan(end);
      Thread.sleep(20);
      try {
        seen = send(request("/health/ready")).statusCode();
      } catch (IOException notListening) {
        seen = 0;
      }
    }
  }

  /** Waits until it has written so. */
  void awaitSaid(String words) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!said().contains(words)) {
      assertThat(System.nanoTime()).as(this::said).isLessThan(end);
      Thread.sleep(20);
    }
  }

  int port() {
    return port;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** SIGTERM, as service managers send it. */
  void terminate() {
    process.destroy();
  }

  /** Waits for its end; the exit status. */
  int exitStatus() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(this::said).isTrue();
    return process.exitValue();
  }

  /** Everything that it wrote so far, to both streams. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
