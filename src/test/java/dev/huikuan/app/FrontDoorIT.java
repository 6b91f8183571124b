package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, {@code mvn compile exec:java}: does what it starts decide? */
class FrontDoorIT {

  private static final long PATIENCE_SECONDS = 240;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whatMavenStartsDecides(@TempDir Path folder) throws Exception {
    int port = freePort();
    Path said = folder.resolve("said.txt");
    Process process = started(port, said);
    try {
      String url = "http://127.0.0.1:" + port;
      awaitReady(url, process, said);
      HttpResponse<String> decision =
          send(
              HttpRequest.newBuilder(URI.create(url + "/v1/decisions?dryRun=true"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(Running.exampleCase())));
      assertThat(decision.statusCode()).as(decision.body()).isEqualTo(200);
      HttpResponse<String> batch =
          send(
              HttpRequest.newBuilder(URI.create(url + "/v1/decisions/batch?dryRun=true"))
                  .header("Content-Type", "application/x-ndjson")
                  .POST(BodyPublishers.ofString(Running.exampleCase().replace("\n", " ") + "\n")));
      assertThat(batch.body()).contains("\"decision\"").endsWith("{\"end\":1}\n");
      HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(url + "/?lang=en")));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Worklist");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** The launcher alone stands on the system's class path; the program is in its own loader. */
  private static Process started(int port, Path said) throws Exception {
    String program =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path launcher =
        Path.of(AsMavenRunsIt.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            launcher.toString(),
            AsMavenRunsIt.class.getName(),
            withoutTests(program, launcher),
            "serve",
            "--demo",
            "--database",
            "jdbc:sqlite:" + said.resolveSibling("huikuan.db"),
            "--port",
            String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static String withoutTests(String classPath, Path tests) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
            .toList());
  }

  private void awaitReady(String url, Process process, Path said) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int status = 0;
    while (status != 200) {
      assertThat(process.isAlive()).as(() -> contents(said)).isTrue();
      assertThat(System.nanoTime()).as(() -> contents(said)).isLessThan(end);
      Thread.sleep(100);
      try {
        status = send(HttpRequest.newBuilder(URI.create(url + "/health/ready"))).statusCode();
      } catch (IOException notListening) {
        status = 0;
      }
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
