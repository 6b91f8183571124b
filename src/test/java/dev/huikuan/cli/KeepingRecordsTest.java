package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.store.Database;
import dev.huikuan.store.Databases;
import dev.huikuan.store.SqlDecisionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retention, erasure, export, backup and restore, at the terminal beside a log that is in use. */
class KeepingRecordsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "Zaphod";

  /** The clock of the terminal. */
  private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

  private static final class Shipped {
    static final DecisionPipeline PIPELINE = load();
    static final CaseReader READER = new CaseReader(PIPELINE.policy());

    private static DecisionPipeline load() {
      try {
        return new DecisionPipeline(
            PolicyLoader.load(PolicyFolder.read(Path.of(""))).policy().orElseThrow());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @TempDir private Path folder;
  private String url;
  private Database database;
  private SqlDecisionLog log;

  private void open(String fresh) {
    url = fresh;
    database = Database.open(url);
    log = new SqlDecisionLog(database);
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }

  private StoredDecision record(String customer, String ledger, Instant when) throws Exception {
    String json =
        """
        {"asOf": "%s", "ledger": "%s", "customer": {"id": "%s", "name": "%s Ltd"},
         "receivables": [{"id": "%s-INV", "amount": 50000, "dueOn": "2025-03-01"}]}
        """
            .formatted(when.toString().substring(0, 10), ledger, customer, customer, customer);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    IdempotencyKey key = new IdempotencyKey(customer + when.toEpochMilli(), "f");
    StoredDecision stored =
        new Recorder(log)
            .record(
                Shipped.PIPELINE,
                Shipped.READER.ask(body, Optional.empty(), when),
                Recorder.Request.of(body, Optional.of(key), "test key", when))
            .join()
            .decision();
    outcome(stored.id(), customer, when);
    return stored;
  }

  /** What a collector would report of it. */
  private void outcome(String decision, String customer, Instant when) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO outcome (id, decision_id, type, receivable_ids, amount, happened_on,"
                    + " note, actor, reporter, recorded_at)"
                    + " VALUES (?, ?, 'PROMISE', ?, 1500000, '2026-01-01', ?, 'Ford', 'crm', ?)")) {
      insert.setString(1, "o-" + decision);
      insert.setString(2, decision);
      insert.setString(3, customer + "-INV");
      insert.setString(4, customer + " will pay");
      insert.setLong(5, when.toEpochMilli());
      insert.executeUpdate();
    }
  }

  private Terminal.Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--database", url));
    return new Terminal().run(all.toArray(String[]::new));
  }

  private List<JsonNode> exported(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("export-log", "--output", "-"));
    arguments.addAll(List.of(options));
    Terminal.Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ran.out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private long count(String from) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  private byte[] caseAsKept(String id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement select =
            connection.prepareStatement("SELECT case_json FROM decision WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErasedCustomerIsGoneAndTheLogStillCounts(Databases kind) throws Exception {
    open(kind.fresh());
    StoredDecision first = record(MARK, "default", NOW.minus(Duration.ofDays(2)));
    record(MARK, "default", NOW);
    record(MARK, "other", NOW);
    record("Arthur", "default", NOW);
    byte[] kept = caseAsKept(first.id());
    JsonNode before = exported().get(0);
    Terminal.Ran ran =
        run("erase", "--ledger", "default", "--customer", MARK, "--note", "request 17");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).containsPattern("erased from 2 decisions; the pseudonym is erased-\\S+");
    assertThat(ran.err()).contains("earlier backups").doesNotContain("-wal");
    List<JsonNode> after = exported("--ledger", "default");
    assertThat(after).hasSize(3);
    assertThat(after.toString()).doesNotContain(MARK).contains("Arthur will pay");
    JsonNode erased = after.get(0);
    assertThat(erased.get("erased").asBoolean()).isTrue();
    assertThat(erased.get("case").isNull() && erased.get("decision").isNull()).isTrue();
    assertThat(erased.get("customerId")).isEqualTo(after.get(1).get("customerId"));
    assertThat(erased.get("policyVersion")).isEqualTo(before.get("policyVersion"));
    assertThat(erased.at("/outcomes/0/amount").asDouble()).isEqualTo(1.5);
    assertThat(count("decision WHERE action <> '' AND overdue > 0")).isEqualTo(4);
    assertThat(count("account")).isEqualTo(2);
    assertThat(count("decision_row d JOIN decision e ON d.decision_seq = e.seq AND e.erased = 1"))
        .isPositive();
    assertThat(log.find(first.id()).orElseThrow().erased()).isTrue();
    assertThat(exported("--ledger", "other").toString()).contains(MARK);
    assertThat(run("erase", "--ledger", "other", "--customer", MARK, "--note", "x").status())
        .isZero();
    if (kind == Databases.SQLITE) {
      assertFilesDoNotContain(MARK.getBytes(StandardCharsets.UTF_8));
      assertFilesDoNotContain(Arrays.copyOfRange(kept, kept.length / 3, kept.length / 3 + 24));
    }
    Terminal.Ran again = run("erase", "--ledger", "other", "--customer", MARK, "--note", "x");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("nothing of this customer");
    Terminal.Ran named = run("erase", "--ledger", "x", "--customer", "C-1", "--note", "C-1 asked");
    assertThat(named.status()).isEqualTo(2);
  }

  private void assertFilesDoNotContain(byte[] part) throws IOException {
    Path file = Database.file(url);
    for (Path one : List.of(file, Path.of(file + "-wal"))) {
      if (Files.exists(one)) {
        String bytes = new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(new String(part, StandardCharsets.ISO_8859_1)))
            .as(one.toString())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOldEnoughLeavesTheLogWithAllThatBelongsToIt(Databases kind) throws Exception {
    open(kind.fresh());
    for (int i = 0; i < 3; i++) {
      record("Old-" + i, i == 0 ? "other" : "default", NOW.minus(Duration.ofDays(100)));
    }
    record("Old-1", "default", NOW.minus(Duration.ofDays(99)).minusMillis(1));
    record("New", "default", NOW.minus(Duration.ofDays(99)));
    Terminal.Ran dry = run("retention", "--older-than", "99", "--dry-run");
    assertThat(dry.out())
        .isEqualTo("would delete: 4 decisions, 4 outcomes, 3 lines of the worklist\n");
    assertThat(count("decision")).isEqualTo(5);
    assertThat(run("retention", "--older-than", "99", "--ledger", "other").out())
        .isEqualTo("deleted: 1 decisions, 1 outcomes, 1 lines of the worklist\n");
    assertThat(run("retention", "--older-than", "99", "--lang", "zh").out())
        .isEqualTo("已删除：3 条决策，3 条跟进结果，2 行工作清单\n");
    assertThat(count("decision")).isEqualTo(1);
    assertThat(count("outcome")).isEqualTo(1);
    assertThat(count("account")).isEqualTo(1);
    assertThat(count("decision_row WHERE decision_seq NOT IN (SELECT seq FROM decision)")).isZero();
    assertThat(exported().get(0).get("customerId").asText()).isEqualTo("New");
    assertThat(run("retention", "--older-than", "0").status()).isEqualTo(2);
    record("Old-1", "default", NOW);
  }

  @ParameterizedTest
  @EnumSource
  void theExportHasEveryDecisionWithItsCaseItsAnswerAndItsOutcomes(Databases kind)
      throws Exception {
    open(kind.fresh());
    StoredDecision first = record("A", "default", Instant.parse("2026-05-01T00:00:00Z"));
    record("B", "default", Instant.parse("2026-05-02T00:00:00Z"));
    record("C", "other", Instant.parse("2026-05-03T00:00:00Z"));
    JsonNode line = exported().get(0);
    assertThat(line.get("id").asText()).isEqualTo(first.id());
    assertThat(line.get("case")).isEqualTo(JSON.readTree(first.caseJson()));
    assertThat(line.get("decision")).isEqualTo(JSON.readTree(first.answer()));
    assertThat(line.at("/outcomes/0/note").asText()).isEqualTo("A will pay");
    assertThat(line.at("/outcomes/0/receivableIds/0").asText()).isEqualTo("A-INV");
    assertThat(exported("--from", "2026-05-02"))
        .extracting(l -> l.get("customerId").asText())
        .containsExactly("B", "C");
    assertThat(exported("--to", "2026-05-02", "--ledger", "default")).hasSize(2);
    Path file = folder.resolve("log.ndjson");
    assertThat(run("export-log", "--output", file.toString()).err()).contains("3 decisions");
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(run("export-log", "--output", "-", "--from", "May").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aBackupOfOneKindOfDatabaseFillsTheOtherAndGoesOn(Databases kind) throws Exception {
    open(kind.fresh());
    for (int i = 0; i < 20; i++) {
      record("C-" + i + " 中文 '💰", "default", NOW.minusSeconds(100 - i));
    }
    Path saved = folder.resolve("saved.zip");
    assertThat(run("backup", "--output", saved.toString()).out()).contains("20 decisions");
    Terminal.Ran full = run("restore", "--input", saved.toString());
    assertThat(full.status()).isEqualTo(2);
    assertThat(full.err()).contains("not empty");
    List<JsonNode> lines = exported();
    close();
    for (Databases other : Databases.values()) {
      open(other.fresh());
      Terminal.Ran ran = run("restore", "--input", saved.toString());
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(exported()).isEqualTo(lines);
      Path again = folder.resolve("again-" + other + ".zip");
      run("backup", "--output", again.toString());
      assertThat(manifest(again)).isEqualTo(manifest(saved));
      record("New", "default", NOW);
      assertThat(exported())
          .hasSize(21)
          .last()
          .extracting(l -> l.get("customerId").asText())
          .isEqualTo("New");
      if (other == Databases.SQLITE) {
        close();
      }
    }
  }

  private static JsonNode manifest(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ObjectNode manifest =
          (ObjectNode) JSON.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
      manifest.remove("createdAt");
      return manifest;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBackupThatWasTamperedWithRestoresNothing(Databases kind) throws Exception {
    open(kind.fresh());
    record("C-1", "default", NOW);
    Path saved = folder.resolve("saved.zip");
    run("backup", "--output", saved.toString());
    Path changed = folder.resolve("changed.zip");
    try (ZipFile zip = new ZipFile(saved.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.write(text.replace("C-1 Ltd", "C-2 Ltd").getBytes(StandardCharsets.UTF_8));
      }
    }
    Path cut = folder.resolve("cut.zip");
    byte[] bytes = Files.readAllBytes(saved);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    close();
    open(kind.fresh());
    for (Path broken : List.of(changed, cut)) {
      Terminal.Ran ran = run("restore", "--input", broken.toString());
      assertThat(ran.status()).as(ran.err()).isEqualTo(2);
      assertThat(ran.err()).contains("nothing was restored");
      assertThat(count("decision")).isZero();
    }
    assertThat(run("restore", "--input", folder.resolve("no.zip").toString()).status())
        .isEqualTo(3);
    assertThat(run("restore", "--input", saved.toString()).status()).isZero();
  }
}
