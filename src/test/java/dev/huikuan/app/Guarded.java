package dev.huikuan.app;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.access.Role;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/** The real server over a database of its own, and callers with keys. */
final class Guarded implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final Database database;
  private final HttpServer server;

  private Guarded(String url, Doorkeeper.Rules rules) {
    this.url = url;
    database = Database.open(url);
    server =
        Running.start(
            Workshops.over(database, new RulesOnDisk(Optional.empty()), rules, Clock.systemUTC()));
  }

  /** A server whose database has no key yet. */
  static Guarded open() {
    return open(Doorkeeper.Rules.USUAL);
  }

  /** Another server on the same database. */
  Guarded replica() {
    return new Guarded(url, Doorkeeper.Rules.USUAL);
  }

  static Guarded on(Databases kind) {
    return new Guarded(kind.fresh(), Doorkeeper.Rules.USUAL);
  }

  /** From now on the server cannot reach its database. */
  void loseDatabase() {
    database.close();
  }

  static Guarded open(Doorkeeper.Rules rules) {
    return new Guarded(Databases.SQLITE.fresh(), rules);
  }

  /** The URL of the database. */
  String database() {
    return url;
  }

  /** Makes a key, as another process would: the server finds it by itself. */
  KeyDesk.Made key(String name, Optional<String> ledger, Role first, Role... more) {
    try (Database other = Database.open(url)) {
      KeyDesk desk = new KeyDesk(new SqlKeyRing(other), Clock.systemUTC());
      return desk.add(name, EnumSet.of(first, more), ledger, "test");
    } catch (KeyRefused refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Makes a key and waits until the server knows it. */
  String secret(String name, Role first, Role... more) {
    String secret = key(name, Optional.empty(), first, more).secret();
    awaitKnown(secret);
    return secret;
  }

  void revoke(String id) {
    try (Database other = Database.open(url)) {
      new KeyDesk(new SqlKeyRing(other), Clock.systemUTC()).revoke(id, "test");
    } catch (KeyRefused refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Waits until the server knows the key; in open mode it would not even look at it. */
  void awaitKnown(String secret) {
    awaitStatus("", 401);
    awaitStatus(secret, 200);
  }

  /** Asks until the status is as expected; the server reads the keys each second. */
  void awaitStatus(String secret, int status) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (get("/v1/vocabulary", secret).statusCode() != status) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no " + status + " within " + DEADLINE);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  HttpServer server() {
    return server;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  HttpResponse<String> get(String path, String secret) {
    return send(request(path).header("Authorization", "Bearer " + secret));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> decide(String json, String secret) {
    return send(
        request("/v1/decisions?dryRun=true")
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Posts a form; headers in pairs. */
  HttpResponse<String> form(String path, String fields, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Signs in; the cookie to send from then on. */
  String cookie(String secret) {
    HttpResponse<String> answer = form("/sign-in", "key=" + secret);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.request().uri().getPath().startsWith("/v1/")) {
        Documented.check(answer);
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop();
    database.close();
  }
}
