package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demo portfolio goes through the whole product. */
class DemoPortfolioTest {

  @Test
  void theSameDateGivesTheSameAccountsAndAnotherDateOthers() {
    LocalDate day = DemoPortfolio.AS_OF;
    assertThat(DemoPortfolio.ndjson(day)).isEqualTo(DemoPortfolio.ndjson(day));
    assertThat(DemoPortfolio.ndjson(day.plusDays(31))).isNotEqualTo(DemoPortfolio.ndjson(day));
    assertThat(DemoPortfolio.asOf(day)).hasSizeBetween(300, 350);
    assertThat(DemoPortfolio.asOf(day)).extracting(DemoAccount::id).doesNotHaveDuplicates();
    assertThat(DemoPortfolio.asOf(day))
        .extracting(account -> account.json().replaceFirst(".*?\"name\":\"([^\"]+)\".*", "$1"))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyAccountIsDecidedAndEveryHoldIsThere() throws InvalidLedger, IOException {
    DecisionPipeline pipeline =
        new DecisionPipeline(PolicyLoader.load(PolicyFolder.read(Path.of(""))).policy().get());
    byte[] cases = DemoPortfolio.ndjson(DemoPortfolio.AS_OF).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream worklist = new ByteArrayOutputStream();
    Summary summary =
        Portfolio.run(
            pipeline,
            new PortfolioInput("demo.ndjson", new ByteArrayInputStream(cases), Optional.empty()),
            new Portfolio.Order(
                Optional.empty(),
                DemoPortfolio.AS_OF,
                DemoPortfolio.AS_OF.atStartOfDay().toInstant(ZoneOffset.UTC),
                Language.EN,
                WorklistFormat.CSV,
                Progress.NONE),
            worklist);
    assertThat(summary.faultCount()).as(summary.faults().toString()).isZero();
    assertThat(summary.holds().keySet())
        .containsAll(pipeline.policy().catalogues().get("holds").codes());
    assertThat(worklist.toString(StandardCharsets.UTF_8).lines()).hasSizeBetween(301, 351);
  }
}
