package dev.huikuan.app;

import static dev.huikuan.app.Ledgers.get;
import static dev.huikuan.app.Ledgers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided is read again: one by one, in lists, in figures. */
class ReadingTest {

  private static final Ledgers DEMO = recorded();
  private static final String NOTHING = "{\"customer\": {\"id\": \"X\"}, \"receivables\": []}";

  /** Each fourth account of the demo portfolio, and one of them a second time. */
  private static Ledgers recorded() {
    Ledgers ledger = Ledgers.fresh();
    var accounts = DemoPortfolio.asOf(DemoPortfolio.AS_OF);
    for (int i = 0; i < accounts.size(); i += 4) {
      ledger.record(accounts.get(i).json());
    }
    ledger.record(accounts.get(0).json());
    return ledger;
  }

  private static String of(String query) {
    return query + (query.contains("?") ? "&" : "?") + "ledger=" + DEMO.name();
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.get("items").spliterator(), false).toList();
  }

  private static List<JsonNode> allPages(String path) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = get(of(path));
    all.addAll(items(page));
    while (page.get("nextCursor").isTextual()) {
      page = get(of(path) + "&cursor=" + page.get("nextCursor").asText());
      all.addAll(items(page));
    }
    return all;
  }

  @Test
  void aDecisionIsReadWithItsCaseInTheReadersLanguage() {
    JsonNode decision = Ledgers.fresh().record(NOTHING);
    String path = "/v1/decisions/" + decision.get("id").asText();
    JsonNode read = get(path);
    assertThat(read.get("decision")).isEqualTo(decision);
    assertThat(read.at("/case/asOf")).isEqualTo(decision.get("asOf"));
    assertThat(read.at("/case/customer/id").asText()).isEqualTo("X");
    assertThat(read.get("erased").asBoolean()).isFalse();
    assertThat(read.get("recordedBy").asText()).isEqualTo("open mode");
    assertThat(read.get("latest")).isEqualTo(decision.get("id"));
    JsonNode chinese = json(Running.get(path, "Accept-Language", "zh").body());
    assertThat(chinese.at("/decision/action/label").asText()).matches(".*\\p{IsHan}.*");
  }

  @Test
  void aReplaySaysTheSame() {
    for (JsonNode line : items(get(of("/v1/decisions?limit=20")))) {
      JsonNode replay = get("/v1/decisions/" + line.get("id").asText() + "?replay=true");
      assertThat(replay.get("equal").asBoolean()).isTrue();
      assertThat(replay.get("engineDiffers").asBoolean()).isFalse();
      assertThat(replay.get("replayed")).isEqualTo(replay.get("stored"));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String id : List.of(UUID.randomUUID().toString(), "nonsense", "%00", "batch")) {
      HttpResponse<String> answer = Running.get("/v1/decisions/" + id);
      assertThat(answer.statusCode()).as(answer.body()).isIn(404, 405, 400);
    }
    assertThat(Running.get("/v1/decisions/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void theListIsPagedWithoutGapOrRepetitionAndFiltered() {
    List<JsonNode> all = allPages("/v1/decisions?limit=13");
    List<JsonNode> whole = items(get(of("/v1/decisions?limit=500")));
    assertThat(all).isEqualTo(whole);
    Set<String> ids = new HashSet<>();
    all.forEach(line -> assertThat(ids.add(line.get("id").asText())).isTrue());
    String action = all.get(3).get("action").asText();
    assertThat(allPages("/v1/decisions?limit=13&action=" + action))
        .isEqualTo(all.stream().filter(l -> l.get("action").asText().equals(action)).toList());
    String customer = caseOfFirst();
    assertThat(items(get(of("/v1/decisions?customerId=" + customer)))).hasSize(2);
    assertThat(items(get(of("/v1/decisions?from=2026-11-20&to=2026-11-20")))).isNotEmpty();
    assertThat(items(get(of("/v1/decisions?from=2026-12-20")))).isEmpty();
  }

  private static String caseOfFirst() {
    return json(DemoPortfolio.asOf(DemoPortfolio.AS_OF).get(0).json()).at("/customer/id").asText();
  }

  @Test
  void theWorklistHasItsColumnsInOrderAndCountsWhatFits() {
    JsonNode page = get(of("/v1/worklist?limit=7"));
    List<String> names = new ArrayList<>();
    page.at("/items/0").fieldNames().forEachRemaining(names::add);
    List<String> expected =
        Stream.concat(
                Stream.of(WorklistColumn.values()).map(WorklistColumn::header),
                Stream.of("decisionId"))
            .toList();
    assertThat(names).isEqualTo(expected);
    List<JsonNode> all = allPages("/v1/worklist?limit=7");
    assertThat(page.get("total").asInt()).isEqualTo(all.size());
    for (JsonNode row : all) {
      assertThat(row.get("holds").isArray()).isTrue();
      assertThat(row.get("outstanding").isNumber()).isTrue();
    }
    String hold =
        all.stream()
            .filter(row -> !row.get("holds").isEmpty())
            .findFirst()
            .orElseThrow()
            .at("/holds/0")
            .asText();
    assertThat(allPages("/v1/worklist?limit=7&hold=" + hold))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        StreamSupport.stream(row.get("holds").spliterator(), false)
                            .map(JsonNode::asText))
                    .contains(hold));
    String bucket = all.get(0).get("agingBucket").asText();
    assertThat(allPages("/v1/worklist?limit=7&bucket=" + bucket))
        .isEqualTo(all.stream().filter(r -> r.get("agingBucket").asText().equals(bucket)).toList());
    String id = all.get(5).get("customerId").asText();
    assertThat(allPages("/v1/worklist?q=" + id.toLowerCase(java.util.Locale.ROOT)))
        .contains(all.get(5));
  }

  @Test
  void theSummaryIsTheSumOfTheWorklist() {
    List<JsonNode> all = allPages("/v1/worklist?limit=500");
    JsonNode summary = get(of("/v1/portfolio/summary"));
    assertThat(summary.get("accounts").asInt()).isEqualTo(all.size());
    for (JsonNode action : summary.get("actions")) {
      assertThat(action.get("accounts").asLong())
          .isEqualTo(
              all.stream().filter(r -> r.get("action").equals(action.get("action"))).count());
    }
    for (JsonNode total : summary.get("totals")) {
      for (String amount : List.of("outstanding", "overdue", "collectible", "disputed")) {
        BigDecimal sum =
            all.stream()
                .filter(r -> r.get("currency").equals(total.get("currency")))
                .map(r -> r.get(amount).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total.get(amount).decimalValue()).as(amount).isEqualByComparingTo(sum);
      }
    }
    long inBuckets = 0;
    for (JsonNode bucket : summary.get("aging")) {
      inBuckets += bucket.get("accounts").asLong();
    }
    assertThat(inBuckets).isEqualTo(all.size());
    for (JsonNode hold : summary.get("holds")) {
      String code = hold.get("hold").asText();
      long with =
          all.stream().filter(r -> r.get("holds").toString().contains('"' + code + '"')).count();
      assertThat(hold.get("accounts").asLong()).as(code).isEqualTo(with);
    }
    assertThat(summary.get("dso").isNull()).isTrue();
  }

  @Test
  void theSummaryTellsWhatCameOfEachRow() {
    Ledgers own = Ledgers.fresh();
    String id =
        own.record(DemoPortfolio.asOf(DemoPortfolio.AS_OF).get(0).json()).get("id").asText();
    Ledgers.reported(id, "{'type': 'CONTACTED'}");
    JsonNode trace = get("/v1/decisions/" + id).at("/decision/trace");
    JsonNode summary = get("/v1/portfolio/summary?from=2026-11-20&ledger=" + own.name());
    JsonNode hit =
        StreamSupport.stream(trace.spliterator(), false)
            .filter(entry -> entry.hasNonNull("row"))
            .findFirst()
            .orElseThrow();
    JsonNode row =
        StreamSupport.stream(summary.get("rows").spliterator(), false)
            .filter(
                r ->
                    r.get("decision").equals(hit.get("decision"))
                        && r.get("row").equals(hit.get("row")))
            .findFirst()
            .orElseThrow();
    assertThat(row.get("decisions").asInt()).isBetween(1, 2);
    assertThat(row.at("/outcomes/CONTACTED").asInt()).isEqualTo(1);
    JsonNode later = get("/v1/portfolio/summary?from=2027-01-01&ledger=" + own.name());
    assertThat(later.get("rows")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/decisions?limit=0, /query/limit",
    "/v1/decisions?limit=501, /query/limit",
    "/v1/decisions?limit=ten, /query/limit",
    "/v1/decisions?limt=10, /query/limt",
    "/v1/decisions?from=2026-02-30, /query/from",
    "/v1/decisions?from=2026-03-01&to=2026-02-01, /query/from",
    "/v1/decisions?action=call, /query/action",
    "/v1/decisions?customerId=, /query/customerId",
    "/v1/decisions?cursor=nonsense, /query/cursor",
    "/v1/worklist?cursor=MQ, /query/cursor",
    "/v1/worklist?hold=dispute, /query/hold",
    "/v1/worklist?customerId=C, /query/customerId",
    "/v1/portfolio/summary?form=2026-01-01, /query/form",
    "/v1/portfolio/summary?to=tomorrow, /query/to",
  })
  void aParameterThatIsWrongIsNamed(String path, String pointer) {
    HttpResponse<String> answer = Running.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode body = json(answer.body());
    assertThat(body.get("type").asText()).isEqualTo("urn:huikuan:problem:MALFORMED");
    assertThat(body.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(body.at("/errors/0/message").asText()).matches(".*(expected|there (is|are)|send).*");
    String chinese = Running.get(path, "Accept-Language", "zh").body();
    assertThat(json(chinese).at("/errors/0/message").asText()).matches(".*\\p{IsHan}.*");
  }

  @Test
  void allFaultsOfAQueryAreNamedAtOnce() {
    JsonNode body = json(Running.get("/v1/worklist?limit=x&tier=&foo=1&q=%20").body());
    assertThat(body.get("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/query/limit", "/query/tier", "/query/foo", "/query/q");
  }

  @Test
  void aCursorThatWasRetypedIsRefused() {
    String cursor = get(of("/v1/worklist?limit=3")).get("nextCursor").asText();
    for (int i = 0; i < cursor.length(); i += 5) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(Running.get(of("/v1/worklist?limit=3&cursor=" + changed)).statusCode())
          .isEqualTo(400);
    }
    assertThat(Running.get(of("/v1/decisions?cursor=" + cursor)).statusCode()).isEqualTo(400);
  }
}
