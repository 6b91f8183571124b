package dev.huikuan.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.InstalledRules;
import dev.huikuan.lifecycle.StoredCases;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.PolicyVersion;
import dev.huikuan.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A service over a database of the test's choice, and the requests of the life of a policy. */
final class LiveService implements AutoCloseable {

  private static final String BOUNDARY = "--------Grenze";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Database database;
  private final Workshops workshops;
  private final HttpServer server;
  private final List<Text> said;
  private Optional<String> secret = Optional.empty();

  private LiveService(Builder asked) throws IOException {
    this.database = Database.open(asked.url);
    this.workshops = Workshops.over(database, asked.rules(), asked.cases, Clock.systemUTC());
    this.server = HttpServer.listen("127.0.0.1", 0, workshops);
    server.begin(asked.files, Optional.empty());
    this.said =
        new PolicyAtStart(workshops, asked.open)
            .begin(asked.files, PolicyLoader.load(asked.files), asked.activateFolder);
    workshops.follow();
  }

  /** What a service is started with. */
  static final class Builder {
    private final String url;
    private final List<PolicyFile> files;
    private StoredCases cases = (ledger, taker) -> {};
    private List<PolicyFile> installed = List.of();
    private boolean open = true;
    private boolean activateFolder;

    private Builder(String url, List<PolicyFile> files) {
      this.url = url;
      this.files = files;
    }

    Builder cases(StoredCases some) {
      cases = some;
      return this;
    }

    Builder alsoInstalled(List<PolicyFile> rules) {
      installed = rules;
      return this;
    }

    Builder withAccess() {
      open = false;
      return this;
    }

    Builder activatingFolder() {
      activateFolder = true;
      return this;
    }

    private InstalledRules rules() {
      return hash -> {
        for (List<PolicyFile> policy : List.of(List.<PolicyFile>of(), files, installed)) {
          if (PolicyVersion.ofRules(policy).equals(hash)) {
            return Optional.of(
                policy.stream().filter(file -> file.folder().equals("rules")).toList());
          }
        }
        return Optional.empty();
      };
    }

    LiveService start() throws IOException {
      return new LiveService(this);
    }
  }

  static Builder over(String url, List<PolicyFile> files) {
    return new Builder(url, files);
  }

  Workshops workshops() {
    return workshops;
  }

  List<String> said() {
    return said.stream().map(Text::en).toList();
  }

  String active() {
    return body(get("/v1/policies")).get("active").asText();
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> getChinese(String path) {
    return send(request(path).header("Accept-Language", "zh"));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  HttpResponse<String> decide() {
    return post("/v1/decisions?dryRun=true", SmallPolicy.CASE);
  }

  HttpResponse<String> approve(String version) {
    return post("/v1/policies/" + version + "/approval", "{\"note\": \"looks right\"}");
  }

  HttpResponse<String> activate(String version, String expected) {
    return post(
        "/v1/policies/" + version + "/activation",
        "{\"note\": \"from today\", \"expectedActive\": \"" + expected + "\"}");
  }

  /** Uploads one table that gives this reason; the version that came of it. */
  String draft(String reason) {
    HttpResponse<String> made =
        upload("", List.of(SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table(reason))));
    return body(made).get("policyVersion").asText();
  }

  /** Uploads, approves and activates a version that gives this reason. */
  String live(String reason) {
    String version = draft(reason);
    approve(version);
    activate(version, active());
    return version;
  }

  HttpResponse<String> upload(String query, List<PolicyFile> files, String... deletes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (PolicyFile file : files) {
      part(body, "name=\"file\"; filename=\"" + file.path() + "\"", file.bytes());
    }
    for (String name : deletes) {
      part(body, "name=\"delete\"", name.getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"note\"", "门槛调整 / new threshold".getBytes(StandardCharsets.UTF_8));
    return multipart(query, body);
  }

  static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition;
    body.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> multipart(String query, ByteArrayOutputStream parts) {
    parts.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request("/v1/policies" + query)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(parts.toByteArray())));
  }

  /** From now on requests are made with this key. */
  LiveService as(String key) {
    secret = Optional.of(key);
    return this;
  }

  /** From now on requests are made without a key. */
  LiveService asNobody() {
    secret = Optional.empty();
    return this;
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    secret.ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      Documented.check(answer);
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static JsonNode body(HttpResponse<String> answer) {
    return RestContractTest.body(answer);
  }

  /** Waits until it is so, for at most 30 seconds. */
  static void await(BooleanSupplier what) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come about within 30 seconds");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  @Override
  public void close() {
    server.stop();
    database.close();
  }
}
