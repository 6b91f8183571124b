package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.Rounds;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.TableIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exported DMN, run by an engine that is not ours, answers as our tables do. */
@Tag("law")
class DmnRunTest {

  private static final int CASES = Rounds.of(500);
  private static final int POLICIES = 4;
  private static final int CASES_EACH = 60;

  @Test
  void theDefaultPolicyAnswersTheSameInAnotherEngine() {
    Policy policy = DefaultPolicy.load();
    Set<Object> answers = compare(policy, CASES, 7);
    // Not all of them nothing: most rows of the policy have been hit.
    assertThat(answers.size()).isGreaterThan(CASES / 2);
  }

  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void randomTablesAnswerTheSameInAnotherEngine(HitPolicy hitPolicy) {
    for (int seed = 0; seed < POLICIES; seed++) {
      compare(RandomSheets.policy(seed, hitPolicy), CASES_EACH, seed);
    }
  }

  /** Runs both on the same cases; what was answered. */
  private static Set<Object> compare(Policy policy, int cases, long seed) {
    List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
    PolicyTables exported =
        new PolicyTables(policy.version(), policy.vocabulary(), tables, Set.of());
    Drg drg = DrgBuilder.of(exported);
    byte[] xml = DmnExport.write(exported).xml();
    DmnEngine engine = new DmnEngine(xml);
    Facts facts = new Facts(tables, seed);
    Answers answers = new Answers(drg, policy.tables());
    Set<String> inputs = new TreeSet<>(drg.inputs().stream().map(Drg.Input::name).toList());
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < cases; i++) {
      facts.shake();
      Map<String, Object> given = facts.inputs(inputs);
      Map<String, Object> ours = answers.of(facts);
      Map<String, Object> theirs = engine.decide(given, answers.violated());
      if (answers.violated()) {
        assertThat(theirs.keySet()).isNotEqualTo(ours.keySet());
        ours.keySet().retainAll(theirs.keySet());
      }
      ours.keySet().removeIf(name -> ours.get(name) == Optional.empty());
      theirs.keySet().retainAll(ours.keySet());
      assertThat(theirs).as("seed %s, %s", seed, given).isEqualTo(ours);
      seen.add(ours);
    }
    return seen;
  }
}
