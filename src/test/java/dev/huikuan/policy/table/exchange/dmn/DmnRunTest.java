package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The exported DMN, run by an engine that is not ours, answers as our tables do. */
class DmnRunTest {

  private static final int CASES = 1_500;

  @Test
  void theDefaultPolicyAnswersTheSameInAnotherEngine() {
    Policy policy = DefaultPolicy.load();
    List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
    DmnPolicy exported =
        new DmnPolicy(policy.version(), policy.vocabulary(), tables, Set.of());
    Drg drg = DrgBuilder.of(exported);
    DmnEngine engine = new DmnEngine(DmnExport.write(exported).xml());
    Facts facts = new Facts(tables, 7);
    Answers answers = new Answers(drg, policy.tables());
    for (int i = 0; i < CASES; i++) {
      facts.shake();
      Map<String, Object> theirs =
          engine.decide(
              facts.inputs(
                  new java.util.TreeSet<>(drg.inputs().stream().map(Drg.Input::name).toList())));
      assertThat(theirs).as("case %d", i).isEqualTo(answers.of(facts));
    }
  }
}
