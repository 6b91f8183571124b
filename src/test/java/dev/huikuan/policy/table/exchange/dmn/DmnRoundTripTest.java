package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.Rounds;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Out to DMN and back, a table says the same. */
@Tag("law")
class DmnRoundTripTest {

  private static final int POLICIES = Rounds.of(25);

  @Test
  void everyTableOfTheDefaultPolicyComesBackTheSame() {
    Policy policy = DefaultPolicy.load();
    List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
    byte[] xml =
        DmnExport.write(new PolicyTables(policy.version(), policy.vocabulary(), tables, Set.of()))
            .xml();
    DmnImport.Read read = DmnImport.read("policy.dmn", xml, policy.vocabulary());
    assertThat(read.findings()).isEmpty();
    SameMeaning.assertSame(tables, read.tables(), 300);
  }

  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void randomTablesComeBackTheSame(HitPolicy hitPolicy) {
    for (int seed = 0; seed < POLICIES; seed++) {
      Policy policy = RandomSheets.policy(seed, hitPolicy);
      List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
      PolicyTables exported =
          new PolicyTables(policy.version(), policy.vocabulary(), tables, Set.of());
      DmnImport.Read read =
          DmnImport.read("t.dmn", DmnExport.write(exported).xml(), policy.vocabulary());
      assertThat(read.findings()).as("seed %s", seed).isEmpty();
      SameMeaning.assertSame(tables, read.tables(), 60);
    }
  }
}
