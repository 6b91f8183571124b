package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Language;
import java.util.Optional;

/** Any bytes are a case that is decided, or faults that each name their place. */
class CaseReaderFuzz {

  private static final CaseReader READER = new CaseReader(BuiltIn.policy());
  private static final DecisionPipeline PIPELINE = new DecisionPipeline(BuiltIn.policy());

  @FuzzTest
  void anyBytes(byte[] json) {
    try {
      Asked asked = READER.ask(json, Optional.empty(), Cases.NOW);
      assertThat(RecommendationJson.answer(PIPELINE.decide(asked), Language.ZH)).isNotEmpty();
    } catch (InvalidCase invalid) {
      assertThat(invalid.faults()).isNotEmpty().allSatisfy(CaseReaderFuzz::namesItsPlace);
    }
  }

  private static void namesItsPlace(CaseFault fault) {
    assertThat(fault.pointer()).matches("(?s)(/.*)?");
    assertThat(fault.code()).matches("[A-Z_]+");
    assertThat(fault.message().en()).isNotBlank().hasSizeLessThan(2_000);
    assertThat(fault.message().zh()).isNotBlank().hasSizeLessThan(2_000);
  }
}
