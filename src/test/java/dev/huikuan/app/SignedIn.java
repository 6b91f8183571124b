package dev.huikuan.app;

import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.access.Role;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlKeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts, signed in with a key; or nobody, in open mode. */
final class SignedIn {

  static final String BOUNDARY = "--------Grenze";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

  private final URI server;
  private final String cookie;

  private SignedIn(LiveService service, String cookie) {
    this.server = service.asNobody().request("/").build().uri();
    this.cookie = cookie;
  }

  /** Whoever sits at the machine while there is no key. */
  static SignedIn nobody(LiveService service) {
    return new SignedIn(service, "");
  }

  /** Makes a key in the database of a service and signs in with it. */
  static SignedIn as(LiveService service, String url, String name, Role role, Role... more) {
    String secret = key(service, url, name, role, more);
    HttpResponse<String> in =
        text(
            service
                .asNobody()
                .request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("key=" + secret)));
    String set = in.headers().firstValue("Set-Cookie").orElseThrow();
    return new SignedIn(service, set.substring(0, set.indexOf(';')));
  }

  /** Makes a key and waits until the service knows it. */
  static String key(LiveService service, String url, String name, Role role, Role... more) {
    try (Database database = Database.open(url)) {
      String secret =
          new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
              .add(name, EnumSet.of(role, more), Optional.empty(), "test")
              .secret();
      LiveService.await(() -> service.asNobody().get("/v1/policies").statusCode() == 401);
      LiveService.await(() -> service.as(secret).get("/v1/policies").statusCode() == 200);
      return secret;
    } catch (KeyRefused refused) {
      throw new IllegalStateException(refused);
    } finally {
      service.asNobody();
    }
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path.substring(1)))
            .header("Accept", "text/html")
            .header("Accept-Language", "en");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  HttpResponse<String> get(String path) {
    return text(request(path));
  }

  HttpResponse<byte[]> bytes(String path) {
    return send(request(path), BodyHandlers.ofByteArray());
  }

  /** What the forms of a page carry; empty in open mode. */
  String token() {
    Matcher token = TOKEN.matcher(get("/studio?lang=en").body());
    return token.find() ? token.group(1) : "";
  }

  /** Posts a form of ours. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, token());
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String token) {
    List<String> pairs = new ArrayList<>(List.of("csrf=" + token));
    fields.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs))));
  }

  /** Posts the form for a draft. */
  HttpResponse<String> upload(String note, List<PolicyFile> files, Map<String, String> more) {
    return upload(note, files, more, token());
  }

  HttpResponse<String> upload(
      String note, List<PolicyFile> files, Map<String, String> more, String token) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, "csrf", token);
    for (PolicyFile file : files) {
      LiveService.part(body, "name=\"file\"; filename=\"" + file.path() + "\"", file.bytes());
    }
    field(body, "note", note);
    more.forEach((name, value) -> field(body, name, value));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return text(
        request("/studio/drafts")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void field(ByteArrayOutputStream body, String name, String value) {
    LiveService.part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  /** Uploads one table that gives this reason; the version that came of it. */
  String draft(String reason) {
    PolicyFile table = SmallPolicy.file(SmallPolicy.TABLE, SmallPolicy.table(reason));
    return versionOf(upload("because of " + reason, List.of(table), Map.of()));
  }

  /** The version to whose page an answer leads. */
  static String versionOf(HttpResponse<String> answer) {
    String to = answer.headers().firstValue("Location").orElseThrow();
    return to.replaceAll("^/studio/|\\?.*$", "");
  }

  static HttpResponse<String> text(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
