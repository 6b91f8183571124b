package dev.huikuan.app;

import static dev.huikuan.app.LiveService.body;
import static dev.huikuan.app.SmallPortfolio.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.access.Role;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlKeyRing;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overview says what the summary of the REST door says, and each reader sees their own. */
@Tag("once")
class OverviewTest {

  private static final String[] PART = {"HX-Request", "true"};

  private static String url;
  private static LiveService service;

  @BeforeAll
  static void start() throws Exception {
    url = Databases.SQLITE.fresh();
    service = LiveService.over(url, SmallPortfolio.policy()).start();
    SmallPortfolio.fill(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String shown(String path) {
    HttpResponse<String> answer = page(service, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** What stands in the first charted column, by the code that a row's link asks the desk for. */
  private static Map<String, String> byCode(String page, String table, String filter) {
    int from = page.indexOf("<table id=\"" + table + "\"");
    assertThat(from).as("there is a table " + table).isPositive();
    String body = page.substring(from, page.indexOf("</table>", from));
    Matcher row =
        Pattern.compile(
                "<a href=\"/\\?" + filter + "=([^&\"]+)[^>]*>.*?data-value=\"([^\"]+)\"",
                Pattern.DOTALL)
            .matcher(body);
    Map<String, String> values = new TreeMap<>();
    while (row.find()) {
      values.put(row.group(1), row.group(2));
    }
    return values;
  }

  private static Map<String, String> byCode(JsonNode list, String code, String value) {
    Map<String, String> values = new TreeMap<>();
    list.forEach(one -> values.put(one.get(code).asText(), one.get(value).asText()));
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?ledger=north", "?ledger=default"})
  void theFiguresAreThoseOfTheSummary(String ledger) {
    String page = shown("/overview" + ledger);
    JsonNode summary = body(service.get("/v1/portfolio/summary" + ledger));
    assertThat(byCode(page, "by-action", "action"))
        .hasSizeGreaterThan(1)
        .isEqualTo(byCode(summary.get("actions"), "action", "accounts"));
    assertThat(byCode(page, "by-owner", "owner"))
        .isEqualTo(byCode(summary.get("owners"), "ownerRole", "accounts"));
    assertThat(byCode(page, "by-hold", "hold"))
        .isEqualTo(byCode(summary.get("holds"), "hold", "accounts"));
    for (JsonNode total : summary.get("totals")) {
      assertThat(page).contains("<b>" + total.get("currency").asText() + "</b>");
      assertThat(page.replace(",", "")).contains(total.get("outstanding").asText());
      assertThat(page.replace(",", "")).contains(total.get("collectible").asText());
    }
  }

  @Test
  void fourCurrenciesHaveAgingOfTheirOwnTheLargestFirstAndTheRestIsListed() {
    String page = shown("/overview?lang=en");
    JsonNode aging = body(service.get("/v1/portfolio/summary")).get("aging");
    int charts = page.split("data-kind=\"columns\"").length - 1;
    assertThat(charts).isEqualTo(4);
    String largest =
        page.replaceFirst("(?s).*<table id=\"aging-0\".*?<small>(\\w+)</small>.*", "$1");
    assertThat(largest).isEqualTo("GBP");
    Map<String, String> expected = new TreeMap<>();
    for (JsonNode bucket : aging) {
      if (bucket.get("currency").asText().equals(largest)) {
        expected.put(bucket.get("agingBucket").asText(), bucket.get("outstanding").asText());
      }
    }
    assertThat(byCode(page, "aging-0", "bucket")).isEqualTo(expected);
    assertThat(page).contains("Other currencies").contains("<th scope=\"row\">JPY</th>");
    String first = page.substring(page.indexOf("<table id=\"aging-0\""));
    assertThat(first.indexOf("bucket=NOT_DUE"))
        .as("in the order of the vocabulary")
        .isLessThan(first.indexOf("bucket=1-30"));
  }

  @Test
  void theRowsComeAsAPartWithWhatCameOfTheirDecisions() {
    String path = "/overview?from=2026-06-01&to=2026-06-01&table=&lang=en";
    HttpResponse<String> part = page(service, path, PART);
    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.body()).doesNotContain("<html", "<script");
    JsonNode rows =
        body(service.get("/v1/portfolio/summary?from=2026-06-01&to=2026-06-01")).get("rows");
    assertThat(part.body().split("<tr>").length - 2).isEqualTo(rows.size());
    for (JsonNode row : rows) {
      String line = line(part.body(), row.get("row").asText());
      assertThat(line).contains("data-value=\"" + row.get("decisions").asText() + "\"");
    }
    assertThat(line(part.body(), "NA-3")).contains(">50 %<");
    assertThat(shown(path + "&rows=now")).contains(line(part.body(), "NA-2"));
    assertThat(shown(path)).as("not before it is asked for").doesNotContain("<code>NA-2</code>");
    String none = page(service, "/overview?from=2030-01-01&lang=en", PART).body();
    assertThat(none).contains("No decision of this period");
  }

  private static String line(String page, String row) {
    int at = page.indexOf("<code>" + row + "</code>");
    assertThat(at).as(row).isPositive();
    return page.substring(at, page.indexOf("</tr>", at));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-13-01, From: expected a date",
    "to=tomorrow, To: expected a date",
    "from=2026-07-01&to=2026-06-01, that is not after 2026-06-01",
    "from=%3Cscript%3Ealert(1)%3C%2Fscript%3E, &lt;script&gt;"
  })
  void aPeriodThatIsNoneIsSaidAtItsPlace(String query, String said) {
    for (String[] headers : new String[][] {{}, PART}) {
      HttpResponse<String> answer = page(service, "/overview?lang=en&" + query, headers);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains(said).doesNotContain("<script>alert");
    }
    assertThat(page(service, "/overview?lang=en&from=2026-13-01").body())
        .contains("value=\"2026-13-01\"", "id=\"by-action\"");
    assertThat(page(service, "/overview?lang=zh&from=2026-13-01").body()).contains("起始日：应为");
  }

  @Test
  void aStrangeLedgerIsTextAndOneThatIsTooLongIsRefused() {
    String hostile = "/overview?lang=en&ledger=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    assertThat(shown(hostile))
        .contains("This ledger has no accounts", "value=\"&#34;>&lt;script>alert(1)")
        .doesNotContain("<script>alert");
    HttpResponse<String> tooLong = page(service, "/overview?lang=en&ledger=" + "x".repeat(201));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("at most 200 characters, found 201").contains("xxx");
  }

  @Test
  void withoutDecisionsItSaysHowToBegin() throws Exception {
    try (LiveService empty =
        LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.saying("first")).start()) {
      assertThat(page(empty, "/overview?lang=en").body())
          .contains("Nothing has been decided yet", "curl -X POST http://127.0.0.1:");
      assertThat(page(empty, "/overview?lang=zh").body())
          .contains("还没有决策记录")
          .doesNotContain("id=\"by-action\"");
    }
  }

  @Test
  void aKeyOfOneLedgerSeesItsOwnAndWhoReadsNothingIsRefused() throws Exception {
    String own = Databases.SQLITE.fresh();
    try (LiveService guarded = LiveService.over(own, SmallPortfolio.policy()).start()) {
      SmallPortfolio.fill(guarded);
      String north = key(guarded, own, Role.COLLECTOR, Optional.of("north"));
      String admin = key(guarded, own, Role.ADMIN, Optional.empty());
      String page = page(guarded.as(north), "/overview?lang=en&ledger=default").body();
      JsonNode summary = body(guarded.as(north).get("/v1/portfolio/summary"));
      assertThat(summary.get("accounts").asInt()).isEqualTo(5);
      assertThat(byCode(page, "by-action", "action"))
          .isEqualTo(byCode(summary.get("actions"), "action", "accounts"));
      assertThat(page).doesNotContain("id=\"ledger\"");
      assertThat(page(guarded.as(admin), "/overview").statusCode()).isEqualTo(403);
      assertThat(page(guarded.asNobody(), "/overview").statusCode()).isEqualTo(303);
    }
  }

  private static String key(LiveService guarded, String at, Role role, Optional<String> ledger)
      throws Exception {
    try (Database database = Database.open(at)) {
      String secret =
          new KeyDesk(new SqlKeyRing(database), Clock.systemUTC())
              .add(role.written(), EnumSet.of(role), ledger, "test")
              .secret();
      LiveService.await(() -> guarded.asNobody().get("/v1/policies").statusCode() == 401);
      LiveService.await(() -> guarded.as(secret).get("/v1/policies").statusCode() == 200);
      return secret;
    }
  }

  @Test
  void withoutItsDatabaseThePageAndThePartSaySo() {
    try (Guarded guarded = Guarded.open()) {
      guarded.loseDatabase();
      HttpResponse<String> page = guarded.get("/overview?lang=en");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("The decision log cannot be read now");
      HttpResponse<String> part =
          guarded.send(guarded.request("/overview?lang=en").header("HX-Request", "true"));
      assertThat(part.statusCode()).isEqualTo(503);
      assertThat(part.body()).contains("nothing was counted").doesNotContain("<html");
    }
  }
}
