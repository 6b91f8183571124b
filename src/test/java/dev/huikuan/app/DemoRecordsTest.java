package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.WorklistQuery;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo portfolio in the log: all of it once, also when a stop broke it off. */
@Tag("once")
class DemoRecordsTest {

  private static final int ALL = DemoPortfolio.asOf(DemoPortfolio.AS_OF).size();

  @Test
  void whatAStopBrokeOffIsFilledAtTheNextStartAndNothingTwice() throws Exception {
    String url = Databases.SQLITE.fresh();
    List<PolicyFile> files = PolicyFolder.read(Path.of(""));
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    long broken = served(url, files, loaded, accounts -> accounts > 3);
    assertThat(broken).isLessThan(ALL);
    assertThat(served(url, files, loaded, accounts -> accounts == ALL)).isEqualTo(ALL);
    assertThat(served(url, files, loaded, accounts -> accounts == ALL)).isEqualTo(ALL);
    try (Database database = Database.open(url)) {
      Workshops workshops =
          Workshops.over(database, new RulesOnDisk(Optional.empty()), Clock.systemUTC());
      int[] cases = {0};
      workshops.log().eachLatestCase(Optional.empty(), json -> cases[0]++);
      assertThat(cases[0]).isEqualTo(ALL);
      workshops.close();
    }
  }

  /** Serves the demo until so many accounts are there; how many there were then. */
  private static long served(
      String url, List<PolicyFile> files, PolicyLoader.Loaded loaded, LongPredicate enough)
      throws Exception {
    try (Database database = Database.open(url)) {
      Workshops workshops =
          Workshops.over(database, new RulesOnDisk(Optional.empty()), Clock.systemUTC());
      HttpServer server = HttpServer.listen("127.0.0.1", 0, workshops);
      server.open(
          new DecisionPipeline(loaded.policy().orElseThrow()),
          loaded.findings(),
          files,
          Optional.of(DemoPortfolio.AS_OF));
      LiveService.await(() -> enough.test(accounts(workshops.log())));
      long accounts = accounts(workshops.log());
      server.stop();
      return accounts;
    }
  }

  private static long accounts(DecisionLog log) {
    return log.countWorklist(WorklistQuery.all(Optional.empty(), 1));
  }
}
