package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many cases in one request, through the real server. */
class BatchTest {

  private static final String[] NDJSON = {"Content-Type", "application/x-ndjson"};
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String line(int i) {
    return "{\"asOf\":\"2026-11-21\",\"customer\":{\"id\":\"C-%s\"},\"receivables\":[{\"id\":\"INV-1\","
            .formatted(i)
        + "\"amount\":1000,\"dueOn\":\"2026-05-31\"}]}";
  }

  private static String lines(int count, int padding) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      lines.append(line(i)).append(" ".repeat(padding)).append('\n');
    }
    return lines.toString();
  }

  private static List<JsonNode> read(BufferedReader reader) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static List<JsonNode> answers(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(new BufferedReader(new java.io.StringReader(answer.body())));
  }

  private static void assertInOrder(List<JsonNode> answers, int count) {
    assertThat(answers).hasSize(count + 1);
    for (int i = 1; i <= count; i++) {
      JsonNode answer = answers.get(i - 1);
      assertThat(answer.get("line").asInt()).isEqualTo(i);
      assertThat(answer.at("/decision/customerId").asText()).isEqualTo("C-" + i);
    }
    assertThat(answers.get(count).toString()).isEqualTo("{\"end\":" + count + "}");
  }

  /** HTTP/1.0, so that the answer comes without chunks until the connection ends. */
  private static Socket connected(long length) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSendBufferSize(4096);
    socket.setSoTimeout(60_000);
    int port = Running.server().port();
    socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    write(
        socket,
        "POST /v1/decisions/batch?dryRun=true HTTP/1.0\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
            + length
            + "\r\n\r\n");
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static BufferedReader pastTheHead(BufferedReader reader) throws IOException {
    assertThat(reader.readLine()).contains(" 200 ");
    while (!reader.readLine().isEmpty()) {
      continue;
    }
    return reader;
  }

  @Tag("once")
  @Test
  void aClientThatSendsEverythingBeforeItReadsGetsEveryAnswerInOrder() throws IOException {
    String body = lines(500, 16_000);
    try (Socket socket = connected(body.length())) {
      write(socket, body);
      assertInOrder(read(pastTheHead(reader(socket))), 500);
    }
  }

  @Tag("once")
  @Test
  void aClientThatSendsAndReadsAtTheSameTimeGetsThemToo() throws Exception {
    String body = lines(500, 0);
    try (Socket socket = connected(body.length())) {
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(
              () -> {
                try {
                  write(socket, body);
                } catch (IOException broken) {
                  throw new java.io.UncheckedIOException(broken);
                }
              });
      assertInOrder(read(pastTheHead(reader(socket))), 500);
      sending.get();
    }
  }

  @Test
  void eachLineIsAnsweredBeforeTheNextIsSent() throws IOException {
    String body = lines(30, 0);
    try (Socket socket = connected(body.length())) {
      BufferedReader reader = reader(socket);
      for (int i = 1; i <= 30; i++) {
        write(socket, line(i) + "\n");
        if (i == 1) {
          pastTheHead(reader);
        }
        assertThat(JSON.readTree(reader.readLine()).at("/decision/customerId").asText())
            .isEqualTo("C-" + i);
      }
      assertThat(reader.readLine()).isEqualTo("{\"end\":30}");
      assertThat(reader.readLine()).isNull();
    }
  }

  @Test
  void aFaultyLineIsAProblemInItsPlaceAndTheRestGoesOn() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("\uFEFF" + line(1) + "\r\n\n{}\nnot json\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}', '\n'});
    body.writeBytes(
        (line(6) + " ".repeat(256_000) + "\n" + line(7)).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions/batch?dryRun=true")
                .headers(NDJSON)
                .header("Accept-Language", "zh")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    List<JsonNode> answers = answers(answer);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(NDJSON[1]);
    assertThat(answers)
        .extracting(a -> a.path("line").asInt() + " " + a.at("/problem/type").asText())
        .containsExactly(
            "1 ",
            "3 urn:huikuan:problem:INVALID_CASE",
            "4 urn:huikuan:problem:MALFORMED",
            "5 urn:huikuan:problem:MALFORMED",
            "6 urn:huikuan:problem:TOO_LARGE",
            "7 ",
            "0 ");
    assertThat(answers.get(6).get("end").asInt()).isEqualTo(6);
    assertThat(answers.get(1).at("/problem/errors").findValuesAsText("pointer"))
        .contains("/customer", "/receivables");
    assertThat(answers.get(4).at("/problem/detail").asText()).contains("256 kB", "上限");
  }

  @Test
  void aLineIsAnsweredAsTheSameCaseAlone() throws IOException {
    String example = Running.exampleCase().replace("\n", " ");
    String whatIf = example.replaceFirst("\\{", "{\"whatIf\":{\"pay\":{\"percent\":30}},");
    List<JsonNode> answers = answers(Running.batch(example + "\n" + whatIf, NDJSON));
    assertThat(answers.get(0).get("decision"))
        .isEqualTo(JSON.readTree(Running.decide(example).body()));
    assertThat(answers.get(1).get("decision"))
        .isEqualTo(JSON.readTree(Running.decide(whatIf).body()));
    assertThat(answers.get(1).at("/decision/hypothetical").asBoolean()).isTrue();
  }

  @Test
  void anEmptyBatchHasItsEnd() throws IOException {
    assertThat(Running.batch("", NDJSON).body()).isEqualTo("{\"end\":0}\n");
    assertThat(Running.batch("\n\n", NDJSON).body()).isEqualTo("{\"end\":0}\n");
  }

  @Test
  void aConnectionThatIsCutHasNoEnd() throws IOException {
    try (Socket socket = connected(1_000_000)) {
      write(socket, lines(3, 0) + "{\"customer\"");
      socket.shutdownOutput();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).doesNotContain("\"end\"");
    } catch (java.net.SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
    try (Socket socket = connected(1_000_000)) {
      write(socket, lines(200, 0));
    }
    assertInOrderOnce();
  }

  private static void assertInOrderOnce() throws IOException {
    assertInOrder(answers(Running.batch(lines(5, 0), NDJSON)), 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/x-ndjson; charset=gbk"})
  void onlyNdjsonIsRead(String type) {
    assertThat(Running.batch(line(1), "Content-Type", type).statusCode()).isEqualTo(415);
  }

  @Test
  void theGuardHoldsForBatchesToo() {
    assertThat(
            Running.batch(
                    line(1),
                    "Content-Type",
                    "application/x-ndjson",
                    "Origin",
                    "https://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
  }
}
