package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers of the interface may rely on, through the real server. */
class RestContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static JsonNode body(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(answer.body(), broken);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = body(answer);
    assertThat(problem.get("type").asText()).isEqualTo("urn:huikuan:problem:" + code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotEmpty();
    assertThat(problem.get("detail").asText()).isNotEmpty();
    assertThat(problem.get("errors").isArray()).isTrue();
  }

  @Test
  void aCaseIsAnsweredWithARecommendationThatIsNotStored() {
    HttpResponse<String> answer = Running.decide(Running.exampleCase());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    JsonNode recommendation = body(answer);
    assertThat(recommendation.get("id").isNull()).isTrue();
    assertThat(recommendation.get("customerId").asText()).isEqualTo("C-1001");
    assertThat(recommendation.get("asOf").asText()).isEqualTo("2026-11-21");
    assertThat(recommendation.at("/action/code").asText()).isNotEmpty();
    assertThat(recommendation.get("trace")).isNotEmpty();
  }

  @Test
  void theSameCaseIsAnsweredInTheSameBytes() {
    assertThat(Running.decide(Running.exampleCase()).body())
        .isEqualTo(Running.decide(Running.exampleCase()).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh              | zh",
        "zh-CN,en;q=0.5  | zh",
        "en;q=0.5,zh;q=1 | zh",
        "en-GB           | en",
        "fr              | en",
        "zh;q=0,en       | en",
        ";;;             | en"
      })
  void theHeaderPicksTheLanguage(String accept, String expected) {
    HttpResponse<String> answer = Running.decide(Running.exampleCase(), "Accept-Language", accept);
    assertThat(header(answer, "Content-Language")).isEqualTo(expected);
    assertThat(body(answer).at("/action/label").asText().codePoints().anyMatch(c -> c > 0x2E80))
        .isEqualTo(expected.equals("zh"));
  }

  @Test
  void todayInTheCustomersZoneIsTheDefaultDate() {
    String east =
        """
        {"customer": {"id": "C-1", "timeZone": "Asia/Shanghai"}, "receivables": []}""";
    assertThat(body(Running.decide(east)).get("asOf").asText()).isEqualTo("2026-11-21");
    String west = east.replace("Asia/Shanghai", "America/Los_Angeles");
    assertThat(body(Running.decide(west)).get("asOf").asText()).isEqualTo("2026-11-20");
  }

  @Test
  void everyFaultOfACaseIsNamedAtItsPointer() {
    String broken =
        """
        {"customer": {"id": "C-1", "creditScore": "high", "segmet": "KEY"},
         "receivables": [{"id": "INV-1", "amount": -5, "dueOn": "2026-02-30"}]}""";
    HttpResponse<String> answer = Running.decide(broken);
    assertProblem(answer, 422, "INVALID_CASE");
    List<String> pointers = body(answer).findValuesAsText("pointer");
    assertThat(pointers)
        .contains("/customer/creditScore", "/customer/segmet", "/receivables/0/amount")
        .contains("/receivables/0/dueOn");
    assertThat(answer.body()).contains("segment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "\u0000", "{\"a\":1}}"})
  void whatIsNotJsonIsMalformed(String text) {
    assertProblem(Running.decide(text), 400, "MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"case\""})
  void whatIsNotAnObjectIsRefused(String text) {
    HttpResponse<String> answer = Running.decide(text);
    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aDeeplyNestedBodyIsRefusedNotACrash() {
    HttpResponse<String> answer = Running.decide("[".repeat(200_000));
    assertThat(answer.statusCode()).isIn(400, 422);
  }

  @Test
  void aStrangeDryRunIsNotTakenForTrue() {
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions?dryRun=yes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Running.exampleCase())));
    assertProblem(answer, 400, "MALFORMED");
  }

  @Test
  void aWhatIfIsAlwaysADryRunAndTheAnswerSaysSo() {
    String json =
        Running.exampleCase()
            .replaceFirst("\\{", "{ \"whatIf\": { \"pay\": { \"percent\": 30 } },");
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(body(answer).get("hypothetical").asBoolean()).isTrue();
    assertThat(answer.body()).contains("Assumed: the customer pays CNY");
    assertThat(body(Running.decide(Running.exampleCase())).get("hypothetical").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/json; charset=gbk"
      })
  void onlyJsonIsRead(String type) {
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions?dryRun=true")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}")));
    assertProblem(answer, 415, "MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=UTF-8",
        "application/json;charset=\"utf-8\""
      })
  void jsonMayNameItsCharset(String type) {
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions?dryRun=true")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(Running.exampleCase())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aRequestWithoutAContentTypeIsRefused() {
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions?dryRun=true").POST(BodyPublishers.ofString("{}")));
    assertProblem(answer, 415, "MEDIA_TYPE");
  }

  @Test
  void aBodyBeyondFiveMegabytesIsTooLarge() {
    assertProblem(Running.decide(" ".repeat(5_000_001)), 413, "TOO_LARGE");
  }

  @Test
  void aBodyOfUnsaidLengthIsBoundedToo() {
    byte[] blanks = " ".repeat(5_000_001).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        Running.send(
            Running.request("/v1/decisions?dryRun=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks))));
    assertProblem(answer, 413, "TOO_LARGE");
  }

  @Test
  void anUnknownAddressIsNotFound() {
    assertProblem(Running.get("/v1/nothing"), 404, "NOT_FOUND");
    assertProblem(Running.get("/try?case=nothing"), 404, "NOT_FOUND");
    assertProblem(Running.get("/assets/nothing.css"), 404, "NOT_FOUND");
  }

  @Test
  void aWrongMethodIsToldApartAndSaysWhichIsRight() {
    HttpResponse<String> answer = Running.get("/v1/policies/x/approval");
    assertProblem(answer, 405, "NOT_FOUND");
    assertThat(header(answer, "Allow")).contains("POST");
  }

  @Test
  void theVocabularyHasTermsAndCataloguesInBothLanguages() {
    JsonNode vocabulary = body(Running.get("/v1/vocabulary"));
    assertThat(vocabulary.get("terms").findValuesAsText("code"))
        .contains("daysPastDue", "creditScore", "nextAction");
    assertThat(vocabulary.at("/catalogues/actions").findValuesAsText("code"))
        .contains("COLLECTION_CALL", "WAIT");
    assertThat(vocabulary.at("/catalogues/holds/0/label/zh").asText()).isNotEmpty();
    assertThat(vocabulary.at("/catalogues/holds/0/label/en").asText()).isNotEmpty();
  }

  @Test
  void thePolicyOfTheFolderIsTheActiveOne() {
    JsonNode policies = body(Running.get("/v1/policies"));
    String active = policies.get("active").asText();
    assertThat(active).isNotEmpty();
    assertThat(policies.get("items")).hasSize(1);
    assertThat(policies.at("/items/0/version").asText()).isEqualTo(active);
    assertThat(policies.at("/items/0/status").asText()).isEqualTo("ACTIVE");
    assertThat(body(Running.get("/v1/policies/" + active)).get("tables")).isNotEmpty();
    assertProblem(Running.get("/v1/policies/nothing"), 404, "NOT_FOUND");
  }

  @Test
  void askingForTheHeadAloneGivesWhatTheWholeWouldHave() {
    HttpResponse<String> head =
        Running.send(Running.request("/v1/vocabulary").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Type")).isEqualTo("application/json");
    assertThat(head.body()).isEmpty();
    HttpResponse<String> missing =
        Running.send(Running.request("/v1/policies/no").method("HEAD", BodyPublishers.noBody()));
    assertThat(missing.statusCode()).isEqualTo(404);
  }

  @Test
  void theProbesAnswer() {
    assertThat(Running.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(Running.get("/health/ready").statusCode()).isEqualTo(200);
  }
}
