package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The question on the account page: what if they pay a part now? */
class WhatIfPageTest {

  private static HttpResponse<String> asked(String pay, String language) {
    String form =
        "lang="
            + language
            + "&pay="
            + URLEncoder.encode(pay, StandardCharsets.UTF_8)
            + "&json="
            + URLEncoder.encode(Running.exampleCase(), StandardCharsets.UTF_8);
    return Running.send(
        Running.request("/try")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void theAnswerIsShownMarkedAndTheWayBackIsThere() {
    assertThat(asked("30", "en").body())
        .contains("What-if: not the recommendation", "Assumed: the customer pays CNY")
        .contains("Back to the case as it is");
    assertThat(asked("30", "zh").body()).contains("假设推演，并非实际建议", "假设客户现在支付 CNY");
  }

  @Test
  void aCaseAsItIsHasTheQuestionButNoMark() {
    assertThat(asked("", "en").body())
        .contains("What if …?", "name=\"pay\"")
        .doesNotContain("class=\"hypothetical\"", "Back to the case as it is");
  }

  @Test
  void aPercentThatCannotBeIsAFaultAtItsPlace() {
    for (String pay : new String[] {"101", "-1", "much"}) {
      HttpResponse<String> answer = asked(pay, "en");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("id=\"pay-fault\"", "value=\"" + pay + "\"", "Nothing was worked out");
    }
  }
}
