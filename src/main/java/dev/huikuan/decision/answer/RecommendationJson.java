package dev.huikuan.decision.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;

/** The JSON of a recommendation: fixed property order, plain numbers, ISO dates. */
public final class RecommendationJson {

  private RecommendationJson() {}

  /**
   * Both languages inside, every text as {@code {"zh": …, "en": …}}: what is stored and compared.
   */
  public static ObjectNode stored(Recommendation recommendation) {
    JsonWords words =
        new JsonWords(
            text -> JsonWords.object().put("zh", text.zh()).<ObjectNode>put("en", text.en()));
    return new AnswerJson(words).of(recommendation);
  }

  /** The answer of the API in one language. */
  public static ObjectNode answer(Recommendation recommendation, Language language) {
    return new AnswerJson(new JsonWords(text -> TextNode.valueOf(text.in(language))))
        .of(recommendation);
  }
}
