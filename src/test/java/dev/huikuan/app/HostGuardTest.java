package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open mode answers this machine's own user alone. */
class HostGuardTest {

  private static HttpServer server;

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.listen("127.0.0.1", 0, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static Wire.Answer get(String headers) {
    return Wire.send(server.port(), "GET /health/live HTTP/1.1\n" + headers(headers), "");
  }

  private static Wire.Answer post(String headers) {
    return Wire.send(server.port(), "POST /v1/decisions HTTP/1.1\n" + headers(headers), "{}");
  }

  private static String headers(String headers) {
    return headers.replace("PORT", Integer.toString(server.port()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT"})
  void ourOwnNamesAreAnswered(String host) {
    assertThat(get("Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:PORT",
        "127.0.0.1.evil.example:PORT",
        "127.0.0.2:PORT",
        "0.0.0.0:PORT",
        "[::2]:PORT"
      })
  void anotherHostIsRefused(String host) {
    Wire.Answer answer = get("Host: " + host);
    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("urn:huikuan:problem:WRONG_HOST");
  }

  @Test
  void aTargetThatNamesAnotherHostIsRefused() {
    String request = "GET http://evil.example/health/live HTTP/1.1\nHost: 127.0.0.1:PORT";
    assertThat(Wire.send(server.port(), headers(request), "").status()).isIn(400, 421);
  }

  @Test
  void aRequestWithoutAHostIsRefused() {
    assertThat(get("Accept: */*").status()).isEqualTo(400);
    String old = "GET /health/live HTTP/1.0";
    assertThat(Wire.send(server.port(), old, "").status()).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=10.0.0.1",
        "X-Forwarded-For: 10.0.0.1",
        "x-forwarded-host: localhost",
        "X-Forwarded-Proto: https"
      })
  void aForwardedRequestIsRefused(String header) {
    Wire.Answer answer = get("Host: localhost:PORT\n" + header);
    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.body()).contains("WRONG_HOST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://localhost:PORT",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void anotherSitesPageCannotWrite(String header) {
    Wire.Answer answer = post("Host: localhost:PORT\nContent-Type: application/json\n" + header);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("urn:huikuan:problem:FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin: http://localhost:PORT", "Sec-Fetch-Site: same-origin", "A: b"})
  void ourOwnPageAndToolsCanWrite(String header) {
    // not refused by the guard: the policy is not loaded here, so the next in line says BUSY
    assertThat(post("Host: localhost:PORT\n" + header).status()).isEqualTo(503);
  }

  @Test
  void aReadingRequestFromAnotherSiteIsAnsweredAndProtectedByItsHeaders() {
    Wire.Answer answer = get("Host: localhost:PORT\nSec-Fetch-Site: cross-site");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void untilThePolicyIsLoadedOnlyTheProbesTellMore() {
    Wire.Answer ready =
        Wire.send(server.port(), headers("GET /health/ready HTTP/1.1\nHost: localhost:PORT"), "");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.header("Retry-After")).isEqualTo("1");
    assertThat(ready.body()).contains("urn:huikuan:problem:BUSY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%ZZ HTTP/1.1\nHost: localhost:PORT",
        "GET /a/../../etc/passwd HTTP/1.1\nHost: localhost:PORT",
        "BREW /pot HTTP/1.1\nHost: localhost:PORT",
        "GET / HTTP/9.9\nHost: localhost:PORT",
        "nonsense"
      })
  void whatIsNotGoodHttpIsRefusedWithAProblemAndNoTrace(String request) {
    Wire.Answer answer = Wire.send(server.port(), headers(request), "");
    assertThat(answer.status()).isBetween(400, 505);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).doesNotContain("jetty", "Exception", "\tat ");
  }

  @Test
  void hugeHeadersAreRefused() {
    Wire.Answer answer = get("Host: localhost:PORT\nX-Big: " + "a".repeat(40_000));
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
