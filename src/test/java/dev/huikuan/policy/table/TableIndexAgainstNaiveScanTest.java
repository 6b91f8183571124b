package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.Rounds;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index answers every reading of every random table as a plain scan does. */
@Tag("law")
class TableIndexAgainstNaiveScanTest {

  private static final int TABLES = Rounds.of(300);
  private static final int READINGS = 12;

  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void theIndexAnswersAsAScanDoes(HitPolicy hitPolicy) {
    for (int seed = 0; seed < TABLES; seed++) {
      RandomTables random = new RandomTables(seed);
      DecisionTable table = random.table(hitPolicy);
      TableIndex index = TableIndex.of(table);
      for (int i = 0; i < READINGS; i++) {
        Reading reading = Words.reading(random.values(), random.day());
        assertThat(index.evaluate(reading))
            .as("seed %s, reading %s", seed, i)
            .isEqualTo(NaiveScan.evaluate(table, reading));
      }
    }
  }

  @Test
  void theRandomTablesAreWorthTheName() {
    Map<HitPolicy, int[]> seen = new EnumMap<>(HitPolicy.class);
    for (HitPolicy hitPolicy : HitPolicy.values()) {
      int[] counts = seen.computeIfAbsent(hitPolicy, p -> new int[4]);
      for (int seed = 0; seed < TABLES; seed++) {
        RandomTables random = new RandomTables(seed);
        DecisionTable table = random.table(hitPolicy);
        for (int i = 0; i < READINGS; i++) {
          TableResult result =
              NaiveScan.evaluate(table, Words.reading(random.values(), random.day()));
          counts[0] += result.hits().size() == 1 ? 1 : 0;
          counts[1] += result.hits().size() > 1 ? 1 : 0;
          counts[2] += result.violated().isEmpty() ? 0 : 1;
          counts[3] += result.closest().isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(seen.get(HitPolicy.UNIQUE)[0]).as("one row").isGreaterThan(150);
    assertThat(seen.get(HitPolicy.UNIQUE)[2]).as("violated").isGreaterThan(150);
    assertThat(seen.get(HitPolicy.UNIQUE)[3]).as("none").isGreaterThan(150);
    assertThat(seen.get(HitPolicy.COLLECT)[1]).as("several").isGreaterThan(150);
    assertThat(seen.get(HitPolicy.ANY)[1]).as("several that agree").isGreaterThan(10);
    assertThat(seen.get(HitPolicy.ANY)[2]).as("disagreeing").isGreaterThan(150);
  }
}
