package dev.huikuan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.web.view.AnswerView;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.ReadAnswer;
import dev.huikuan.web.view.Setting;

/** Recommendations for a page. */
final class Answers {

  private static final ObjectWriter PRETTY =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writerWithDefaultPrettyPrinter();

  private Answers() {}

  static AnswerView view(Recommendation answer, Labels labels, Setting setting) {
    String json = pretty(RecommendationJson.answer(answer, labels.language()));
    return ReadAnswer.of(answer, labels, setting, json);
  }

  /** JSON as people read it. */
  static String pretty(JsonNode json) {
    try {
      return PRETTY.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
