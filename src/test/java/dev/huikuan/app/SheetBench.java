package dev.huikuan.app;

import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.KeyRefused;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.ChangedWorkbook;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.exchange.TidyWorkbook;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service with a small policy in a workbook, and requests about its sheet. */
final class SheetBench implements AutoCloseable {

  static final String FILE = "decision-tables/next-action.xlsx";
  static final String SHEET = "Next action";
  static final String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>";

  private static final String TABLE =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER
      No match,REFER
      Description,"%s"

      ,When,,Then,Notes,
      Row,daysPastDue,financialStress,nextAction,Reason (zh),Reason (en)
      NA-010,>= 60,WATCH,FORMAL_DEMAND,拖得太久,late for long
      NA-020,>= 30,,COLLECTION_CALL,该打电话了,%s
      NA-030,>= 1,,FRIENDLY_REMINDER,提醒一下,a reminder
      """
          .formatted(ATTACK, ATTACK);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String url = Databases.SQLITE.fresh();
  private final LiveService service;
  private final String version;
  private Optional<String> secret = Optional.empty();

  SheetBench() {
    try {
      service = LiveService.over(url, files()).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    LiveService.await(() -> life().registry().active().isPresent());
    version = life().registry().active().orElseThrow().version();
  }

  private static List<PolicyFile> files() {
    PolicyFile csv = SmallPolicy.file("decision-tables/next-action.csv", TABLE);
    PolicyLoader.Loaded loaded = PolicyLoader.load(List.of(csv));
    Policy policy =
        loaded.policy().orElseThrow(() -> new IllegalStateException(loaded.findings().toString()));
    byte[] workbook =
        new TidyWorkbook(Language.EN)
            .write(policy.tables().stream().map(TableIndex::table).toList(), policy.vocabulary());
    PolicyFile scenarios =
        SmallPolicy.file(SmallPolicy.SCENARIOS, SmallPolicy.scenarios("COLLECTION_CALL"));
    PolicyFile parameters =
        SmallPolicy.file(
            "decision-tables/settings.csv",
            """
            Parameters,settings
            Code,Label (zh),Label (en),Type,Value
            boldness,胆量,Boldness,NUMBER,3
            """);
    return List.of(new PolicyFile(FILE, workbook), parameters, scenarios);
  }

  dev.huikuan.lifecycle.PolicyLife life() {
    return service.workshops().life();
  }

  String version() {
    return version;
  }

  String url() {
    return service.request("").build().uri().toString();
  }

  byte[] workbook() {
    return life().archive().files(version).stream()
        .filter(file -> file.path().equals(FILE))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  /** A draft of the first version with these cells changed. */
  String draft(Map<String, String> cells) {
    byte[] changed = ChangedWorkbook.of(FILE, workbook(), SHEET, cells).bytes().orElseThrow();
    Upload upload = new Upload(List.of(new PolicyFile(FILE, changed)), List.of(), "test");
    return life().drafts().make(Optional.of(version), upload, Principal.OPEN).version();
  }

  /** Makes a key; the service finds it by itself. */
  String key(String name, Role first, Role... more) {
    try (Database database = Database.open(url)) {
      return new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
          .add(name, EnumSet.of(first, more), Optional.empty(), "test")
          .secret();
    } catch (KeyRefused refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Waits until the service knows a key, and makes requests with it from then on. */
  SheetBench as(String key) {
    asNobody();
    secret = Optional.of(key);
    LiveService.await(() -> get("/v1/vocabulary").statusCode() == 200);
    return this;
  }

  SheetBench asNobody() {
    secret = Optional.empty();
    LiveService.await(() -> get("/v1/vocabulary").statusCode() == 401);
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String sheet(String version, String more) {
    return "/studio/"
        + version
        + "/sheet?file="
        + encoded(FILE)
        + "&sheet="
        + encoded(SHEET)
        + more;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path).header("Accept", "text/html");
    return send(headers.length == 0 ? request : request.headers(headers), String.class);
  }

  /** Posts fields, in pairs, about the sheet of the first version. */
  HttpResponse<String> post(String what, String... fields) {
    return send(form(what, fields), String.class);
  }

  HttpResponse<byte[]> download(String... fields) {
    return send(form("workbook", fields), byte[].class);
  }

  private HttpRequest.Builder form(String what, String... fields) {
    StringBuilder body = new StringBuilder("lang=en&file=" + encoded(FILE));
    body.append("&sheet=").append(encoded(SHEET));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return request("/studio/" + version + "/sheet/" + what)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  /** Decides and records a case. */
  String recorded(String ledger, int daysLate) {
    String due = java.time.LocalDate.now(Clock.systemUTC()).minusDays(daysLate).toString();
    String json =
        """
        {"ledger": "%s", "customer": {"id": "C-%s-%s", "timeZone": "UTC"},
         "receivables": [{"id": "INV-1", "amount": 50000, "dueOn": "%s"}]}
        """
            .formatted(ledger, ledger, daysLate, due);
    return json(request("/v1/decisions"), json);
  }

  String json(HttpRequest.Builder request, String json) {
    HttpResponse<String> answer =
        send(
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
            String.class);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return answer.headers().firstValue("Location").orElse("");
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(java.net.URI.create(service.request(path).build().uri().toString()));
    secret.ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  @SuppressWarnings("unchecked")
  private static <T> HttpResponse<T> send(HttpRequest.Builder request, Class<T> as) {
    try {
      return as == String.class
          ? (HttpResponse<T>)
              CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
          : (HttpResponse<T>) CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
