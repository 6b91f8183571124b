package dev.huikuan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.policy.Policy;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.ReadAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/** Recommendations for a page, and what a page may assume. */
final class Answers {

  private static final ObjectWriter PRETTY =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writerWithDefaultPrettyPrinter();

  private Answers() {}

  static AnswerView view(Recommendation answer, Policy policy, Language language) {
    String json = pretty(RecommendationJson.answer(answer, language));
    return ReadAnswer.of(answer, new Labels(policy, language), json);
  }

  /** JSON as people read it. */
  static String pretty(JsonNode json) {
    try {
      return PRETTY.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What a page assumes.
   *
   * @param pay percent that is paid; empty: nothing is assumed
   */
  static Optional<ObjectNode> whatIf(String pay) {
    if (pay.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode whatIf = JsonNodeFactory.instance.objectNode();
    whatIf.putObject("pay").set("percent", percent(pay));
    return Optional.of(whatIf);
  }

  /** A text that is no number stays one: the reader says what is wrong with it. */
  private static JsonNode percent(String written) {
    return written.matches("\\d{1,9}(\\.\\d{1,6})?")
        ? DecimalNode.valueOf(new BigDecimal(written))
        : TextNode.valueOf(written);
  }
}
