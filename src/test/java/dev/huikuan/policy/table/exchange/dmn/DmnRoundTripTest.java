package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Out to DMN and back, a table says the same. */
class DmnRoundTripTest {

  @Test
  void everyTableOfTheDefaultPolicyComesBackTheSame() {
    Policy policy = DefaultPolicy.load();
    List<DecisionTable> tables = policy.tables().stream().map(TableIndex::table).toList();
    byte[] xml =
        DmnExport.write(
                new DmnPolicy(policy.version(), policy.vocabulary(), tables, Set.of()))
            .xml();
    DmnImport.Read read = DmnImport.read("policy.dmn", xml, policy.vocabulary());
    assertThat(read.findings()).isEmpty();
    SameMeaning.assertSame(tables, read.tables(), 300);
  }
}
