package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A policy whose author means harm: formulas and script text in every place that takes text. Where
 * a value is expected it is a finding at its cell; where text is, it stays text, in answers and on
 * pages.
 */
class HostilePolicyTest {

  private static final String CASE =
      "{\"asOf\":\"2026-11-21\",\"customer\":{\"id\":\"C\"},\"receivables\":[{\"id\":\"R\","
          + "\"amount\":1000,\"dueOn\":\"2026-06-30\"}]}";

  /** Each would set this when it ran as Java, MVEL, EL or a template. */
  private static final String RUN = "System.setProperty('huikuan.owned','1')";

  static Stream<String> words() {
    return Stream.of(
        "=cmd|' /C calc'!A0",
        "=WEBSERVICE(\"http://127.0.0.1/\")",
        "=HYPERLINK(\"javascript:alert(1)\",\"x\")",
        "+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</textarea></title><svg onload=alert(1)>",
        "javascript:alert(1)",
        "[x](javascript:alert(1))",
        "$jndi:ldap://127.0.0.1/a",
        "!if(true)@" + RUN,
        "T(java.lang.System)." + RUN,
        RUN,
        "\"; " + RUN + "; //",
        "'; DROP TABLE decisions; --",
        "%0d%0aSet-Cookie:a=b",
        "\u001b]0;owned\u0007",
        "\u202Etxt.exe");
  }

  /** The same in braces, where a text would name a term. */
  static Stream<String> braces() {
    return Stream.of(
        "${" + RUN + "}",
        "#{" + RUN + "}",
        "@{" + RUN + "}",
        "${jndi:ldap://127.0.0.1/a}",
        "{{7*7}}",
        "!{raw}",
        "<%= " + RUN + " %>{x y}");
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static PolicyFile file(String name, String text) {
    return new PolicyFile("decision-tables/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String table(String label, String row, String test, String action, String text) {
    String said = quoted(text);
    return "Decision,calls,%s,%s\nHit policy,RULE ORDER\nDescription,%s\n\n,When,Then,Notes\nRow,daysPastDue,nextAction,Reason (zh),Reason (en),Note\n"
            .formatted(quoted(label), quoted(label), said)
        + "%s,%s,%s,%s,%s,%s\n"
            .formatted(quoted(row), quoted(test), quoted(action), said, said, said);
  }

  private static void nothingRan() {
    assertThat(System.getProperty("huikuan.owned")).isNull();
  }

  @ParameterizedTest
  @MethodSource({"words", "braces"})
  void whereAValueIsExpectedItIsAFindingAtItsCell(String word) {
    Map<String, PolicyFile> byCell =
        Map.of(
            "B7", file("t.csv", table("t", "R", word, "COLLECTION_CALL", "x")),
            "C7", file("t.csv", table("t", "R", "> 10", word, "x")),
            "B2",
                file(
                    "t.csv",
                    table("t", "R", "> 10", "WAIT", "x").replace("RULE ORDER", quoted(word))),
            "B6",
                file(
                    "t.csv",
                    table("t", "R", "> 10", "WAIT", "x").replace("daysPastDue", quoted(word))));
    byCell.forEach(
        (cell, sheet) -> {
          PolicyLoader.Loaded loaded = PolicyLoader.load(List.of(sheet));
          assertThat(loaded.policy()).isEmpty();
          assertThat(loaded.findings())
              .as(loaded.findings().toString())
              .anyMatch(f -> f.isError() && f.location().equals("decision-tables/t.csv#" + cell));
        });
    nothingRan();
  }

  @ParameterizedTest
  @MethodSource("braces")
  void inATextBracesNameTermsAndNothingElse(String word) {
    List<Finding> findings =
        PolicyLoader.load(List.of(file("t.csv", table("t", "R", "> 10", "COLLECTION_CALL", word))))
            .findings();
    assertThat(findings)
        .allSatisfy(f -> assertThat(f.location()).matches("decision-tables/t\\.csv#[A-Z]7"))
        .anyMatch(f -> f.isError() && f.location().endsWith("#D7"));
    nothingRan();
  }

  @Test
  void whereTextIsExpectedItStaysTextInAnswersAndOnPages() throws IOException {
    for (String word : words().toList()) {
      List<PolicyFile> files = new ArrayList<>();
      String name = word.replaceAll("[/\u0000-\u001f]", "_");
      files.add(file(name + ".csv", table(word, "R " + name, "> 10", "COLLECTION_CALL", word)));
      files.add(file("actions " + name + ".csv", actions(word)));
      PolicyLoader.Loaded loaded = PolicyLoader.load(files);
      assertThat(loaded.findings()).as(word).noneMatch(Finding::isError);
      HttpServer server =
          HttpServer.start(
              "127.0.0.1",
              0,
              new DecisionPipeline(loaded.policy().orElseThrow()),
              loaded.findings(),
              Clock.systemUTC(),
              files);
      try {
        answersWith(server.port(), word);
        pagesEscape(server.port());
      } finally {
        server.stop();
      }
      nothingRan();
    }
  }

  /** The built-in catalogue, with hostile words as labels and instructions of one action. */
  private static String actions(String word) throws IOException {
    try (InputStream in = PolicyLoader.class.getResourceAsStream("actions.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll(
          "(?m)^COLLECTION_CALL,[^,]*,[^,]*,",
          Matcher.quoteReplacement("COLLECTION_CALL," + quoted(word) + "," + quoted(word) + ","));
    }
  }

  private static void answersWith(int port, String word) throws IOException {
    String head =
        "POST /v1/decisions?dryRun=true HTTP/1.1\nHost: localhost:"
            + port
            + "\nContent-Type: application/json";
    Wire.Answer answer = Wire.send(port, head, CASE);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    List<String> texts = new ObjectMapper().readTree(answer.body()).findValuesAsText("label");
    assertThat(texts).contains(word.strip());
  }

  private static void pagesEscape(int port) {
    String form = "json=" + URLEncoder.encode(CASE, StandardCharsets.UTF_8);
    String head =
        "POST /try HTTP/1.1\nHost: localhost:"
            + port
            + "\nContent-Type: application/x-www-form-urlencoded";
    for (Wire.Answer page :
        List.of(
            Wire.send(port, head, form),
            Wire.send(port, "GET / HTTP/1.1\nHost: localhost:" + port, ""),
            Wire.send(port, "GET /docs HTTP/1.1\nHost: localhost:" + port, ""))) {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body())
          .doesNotContain("<script>alert", "<img src=x", "<svg onload", "</textarea></title>")
          .doesNotContain("href=\"javascript:", "href='javascript:");
    }
  }
}
