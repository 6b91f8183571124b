package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that send a byte now and then are cut, and hold nobody up; others may take their time.
 */
@Tag("once")
class SlowClientsTest {

  /** A twentieth of the patience. */
  private static final long PAUSE_MILLIS = 100;

  private static HttpServer server;

  @BeforeAll
  static void listen() throws IOException {
    server =
        HttpServer.listen("127.0.0.1", 0, Clock.systemUTC(), Duration.ofMillis(20 * PAUSE_MILLIS));
    Running.open(server);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static byte[] bytes(String text) {
    return text.replace("PORT", "" + server.port()).getBytes(StandardCharsets.UTF_8);
  }

  private static int health() {
    return Wire.send(
            server.port(), "GET /health/live HTTP/1.1\nHost: localhost:" + server.port(), "")
        .status();
  }

  /**
   * Sends the text at once and then one byte after the other, until it is cut or has sent a
   * thousand.
   */
  private static boolean isCut(Socket socket, String begun, char drop) throws Exception {
    socket.getOutputStream().write(bytes(begun));
    try {
      for (int i = 0; i < 1_000; i++) {
        socket.getOutputStream().write(drop);
        socket.getOutputStream().flush();
        if (socket.getInputStream().available() > 0) {
          return true;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /",
        "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nA: ",
        "GET /health/live HTTP/1.1\r\nHost: localhost:PORT\r\n\r\nGET /"
      })
  void aHeadThatNeverEndsIsCut(String begun) throws Exception {
    try (Socket socket = Wire.connected(server.port())) {
      String whole = "GET /health/live HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n";
      if (begun.startsWith(whole)) {
        socket.getOutputStream().write(bytes(whole));
        String answer = "";
        while (!answer.endsWith("}")) {
          answer += (char) socket.getInputStream().read();
        }
        begun = begun.substring(whole.length());
      }
      assertThat(isCut(socket, begun, 'a')).isTrue();
    }
    assertThat(health()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 4000000", "Transfer-Encoding: chunked"})
  void aBodyThatNeverEndsIsCutWithAnAnswer(String length) throws Exception {
    String head =
        "POST /v1/decisions?dryRun=true HTTP/1.1\r\nHost: localhost:PORT\r\n"
            + "Content-Type: application/json\r\n"
            + length
            + "\r\n\r\n";
    try (Socket socket = Wire.connected(server.port())) {
      assertThat(isCut(socket, head + (length.startsWith("T") ? "FFFF\r\n" : ""), ' ')).isTrue();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Wire.answer(all).status()).isEqualTo(408);
      assertThat(Wire.answer(all).body()).contains("urn:huikuan:problem:MALFORMED", "too slowly");
    }
    assertThat(health()).isEqualTo(200);
  }

  @Test
  void aSilentClientIsCut() throws Exception {
    String head =
        "POST /v1/decisions?dryRun=true HTTP/1.1\r\nHost: localhost:PORT\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    assertThat(Wire.answer(Wire.exactly(server.port(), bytes(head), false)).status())
        .isEqualTo(408);
    assertThat(Wire.exactly(server.port(), bytes("GET /"), false)).isEmpty();
  }

  @Test
  void manySlowClientsHoldNobodyUp() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = Wire.connected(server.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                bytes(
                    "POST /v1/decisions?dryRun=true HTTP/1.1\r\nHost: localhost:PORT\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
      }
      assertThat(health()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aBatchMayTakeItsTimeBetweenLines() throws Exception {
    String line = "{\"customer\":{\"id\":\"C\"},\"receivables\":[]}\n";
    String head =
        "POST /v1/decisions/batch?dryRun=true HTTP/1.1\r\nHost: localhost:PORT\r\n"
            + "Content-Type: application/x-ndjson\r\nConnection: close\r\nContent-Length: "
            + line.length()
            + "\r\n\r\n";
    try (Socket socket = Wire.connected(server.port())) {
      socket.getOutputStream().write(bytes(head));
      for (byte b : bytes(line)) {
        socket.getOutputStream().write(b);
        socket.getOutputStream().flush();
        Thread.sleep(PAUSE_MILLIS);
      }
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).contains("{\"end\":1}");
    }
  }
}
