package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlPolicyArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code activate}: a folder into the database, if it is good. */
class ActivateTest {

  private static final String TABLE =
      """
      Decision,next-action
      Hit policy,RULE ORDER
      ,When,Then,Notes,
      Row,daysPastDue,nextAction,Reason (zh),Reason (en)
      NA-1,>= 30,COLLECTION_CALL,该打电话了,time to call
      """;
  private static final String SCENARIO =
      """
      Scenarios,calls
      ,,Given,Expect
      Scenario,As of,daysPastDue,nextAction
      Late,2026-06-01,40,COLLECTION_CALL
      """;

  @TempDir private Path folder;

  private void write(String table, String scenario) throws IOException {
    Files.createDirectories(folder.resolve("decision-tables"));
    Files.createDirectories(folder.resolve("test-scenarios"));
    Files.writeString(folder.resolve("decision-tables/next-action.csv"), table);
    Files.writeString(folder.resolve("test-scenarios/calls.csv"), scenario);
  }

  private Terminal.Ran activate(String url, String note) {
    return new Terminal()
        .run("activate", "--policy", folder.toString(), "--database", url, "--note", note);
  }

  private static String active(String url) {
    try (Database database = Database.open(url)) {
      return new SqlPolicyArchive(database).active().map(a -> a.version()).orElse("");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aGoodFolderBecomesActiveWithWhoAndWhy(Databases kind) throws IOException {
    String url = kind.fresh();
    write(TABLE, SCENARIO);
    Terminal.Ran ran = activate(url, "第一版");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(active(url));
    try (Database database = Database.open(url)) {
      SqlPolicyArchive archive = new SqlPolicyArchive(database);
      PolicyEvent last = archive.history(active(url)).get(1);
      assertThat(last.kind()).isEqualTo(PolicyEvent.Kind.ACTIVATED);
      assertThat(last.who()).startsWith("activate (");
      assertThat(last.note()).isEqualTo("第一版");
      assertThat(archive.check(active(url)).orElseThrow().isTested()).isTrue();
    }
    assertThat(activate(url, "again").status()).isZero();
  }

  @Test
  void afterErrorsOrAFailedScenarioTheOneBeforeStaysActive() throws IOException {
    String url = Databases.SQLITE.fresh();
    write(TABLE, SCENARIO);
    activate(url, "good");
    String good = active(url);
    write(TABLE.replace("COLLECTION", "COLECTION"), SCENARIO);
    Terminal.Ran errors = activate(url, "bad");
    assertThat(errors.status()).isEqualTo(2);
    assertThat(errors.err()).contains("decision-tables/next-action.csv#C5");
    write(TABLE.replace(">= 30", ">= 60"), SCENARIO);
    Terminal.Ran failed = activate(url, "bad");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("1 failed");
    assertThat(active(url)).isEqualTo(good);
  }

  @Test
  void itNeedsAReasonAndADatabaseThatThereIs() throws IOException {
    write(TABLE, SCENARIO);
    assertThat(activate(Databases.SQLITE.fresh(), " ").status()).isEqualTo(2);
    assertThat(activate("mysql://x", "a").status()).isEqualTo(2);
    Terminal.Ran gone = activate("jdbc:postgresql://127.0.0.1:1/none", "a");
    assertThat(gone.status()).isEqualTo(3);
    assertThat(gone.err()).contains("cannot be opened").doesNotContain("\tat ");
  }
}
