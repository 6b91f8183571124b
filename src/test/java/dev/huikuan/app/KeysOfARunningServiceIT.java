package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: keys that another process makes and revokes, and what it writes. */
class KeysOfARunningServiceIT {

  private static final long PATIENCE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Process service;

  @AfterEach
  void stop() {
    if (service != null) {
      service.destroyForcibly();
    }
  }

  private ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.huikuan.app.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HUIKUAN_"));
    builder.environment().put("HUIKUAN_DATABASE", "jdbc:sqlite:" + folder.resolve("keys.db"));
    return builder;
  }

  private String ran(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        program(arguments)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(out).strip();
  }

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private int status(String url, String secret) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/v1/policies"))
                  .header("Authorization", "Bearer " + secret)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notThere) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException notThere) {
      return "";
    }
  }

  @Test
  void aKeyMadeWhileItRunsOpensIsRevokedAndIsWrittenNowhere() throws Exception {
    service =
        program("serve", "--port", "0")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    await("listens", () -> log().contains("http://127.0.0.1:"));
    String url = log().replaceFirst("(?s).*(http://127\\.0\\.0\\.1:\\d+).*", "$1");
    await("open mode", () -> status(url, "") == 200);

    String secret = ran("keys", "add", "--name", "erp", "--role", "crm,admin");
    String random = secret.substring(14);
    await("access is on", () -> status(url, "") == 401);
    assertThat(status(url, secret)).isEqualTo(200);
    HttpResponse<String> in =
        client.send(
            HttpRequest.newBuilder(URI.create(url + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "key=" + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1];
    assertThat(cookie).hasSize(43);

    ran("keys", "revoke", secret.substring(3, 13));
    await("the key is refused", () -> status(url, secret) == 401);
    assertThat(ran("keys", "list")).contains("erp").doesNotContain(random);
    assertThat(ran("audit")).contains("SIGNED_IN").doesNotContain(random, cookie);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain(random, cookie);
      }
    }
  }
}
