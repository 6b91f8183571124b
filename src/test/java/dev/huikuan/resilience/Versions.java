package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The versions of the policy at one service, over HTTP. */
final class Versions {

  private static final String CASE =
      """
      {"asOf": "2026-11-20", "customer": {"id": "C-1"},
       "receivables": [{"id": "R-1", "currency": "CNY", "amount": 1000, "dueOn": "2026-10-01"}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;

  Versions(String url) {
    this.url = url;
  }

  String active() {
    return sent(request("/v1/policies")).get("active").asText();
  }

  /** The version that decides a case now. */
  String deciding() {
    return post("/v1/decisions?dryRun=true", CASE).get("policyVersion").asText();
  }

  /** Uploads the table; the version that came of it. */
  String draft(String table) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + SmallPolicy.PATH
            + "\"\r\n\r\n"
            + table
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwhy\r\n--b--\r\n";
    HttpRequest.Builder request =
        request("/v1/policies").header("Content-Type", "multipart/form-data; boundary=b");
    return sent(request.POST(BodyPublishers.ofString(body))).get("policyVersion").asText();
  }

  void activate(String version, String expected) {
    post(
        "/v1/policies/" + version + "/activation",
        "{\"note\": \"from today\", \"expectedActive\": \"" + expected + "\"}");
  }

  JsonNode post(String path, String body) {
    return sent(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private JsonNode sent(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return json.readTree(answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
