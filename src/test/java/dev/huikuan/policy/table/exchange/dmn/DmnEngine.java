package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** An engine that knows nothing of us: the DMN engine of the KIE community. */
final class DmnEngine {

  static {
    // A violated hit policy is an answer here, not a line in the log.
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.kie.dmn"))
        .setLevel(ch.qos.logback.classic.Level.OFF);
  }

  private final DMNRuntime runtime;
  private final DMNModel model;

  DmnEngine(byte[] xml) {
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newByteArrayResource(xml).setSourcePath("policy.dmn")))
            .getOrElseThrow(RuntimeException::new);
    model = runtime.getModels().get(0);
    assertThat(model.getMessages(DMNMessage.Severity.ERROR, DMNMessage.Severity.WARN)).isEmpty();
  }

  /**
   * Results by name of the decision; a decision that stumbled says so.
   *
   * @param mayFail a hit policy is violated: what failed and what needs that is left out
   */
  Map<String, Object> decide(Map<String, Object> inputs, boolean mayFail) {
    DMNContext context = runtime.newContext();
    model.getInputs().forEach(input -> context.set(input.getName(), null));
    inputs.forEach(context::set);
    Map<String, Object> results = new TreeMap<>();
    for (DMNDecisionResult result : runtime.evaluateAll(model, context).getDecisionResults()) {
      boolean made = result.getEvaluationStatus() == DecisionEvaluationStatus.SUCCEEDED;
      if (made || !mayFail) {
        results.put(result.getDecisionName(), made ? normal(result.getResult()) : stumbled(result));
      }
    }
    return results;
  }

  private static Object stumbled(DMNDecisionResult result) {
    return result.getEvaluationStatus() + " " + result.getMessages();
  }

  /** Numbers compare by value. */
  private static Object normal(Object value) {
    if (value instanceof BigDecimal number) {
      BigDecimal plain = number.stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(one -> normal(one)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> normal = new TreeMap<>();
      map.forEach((key, one) -> normal.put(String.valueOf(key), normal(one)));
      return normal;
    }
    return value;
  }
}
