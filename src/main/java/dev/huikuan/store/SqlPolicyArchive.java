package dev.huikuan.store;

import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyStatus;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.lifecycle.StoredFile;
import dev.huikuan.policy.PolicyFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The archive of policies in a database. */
public final class SqlPolicyArchive implements PolicyArchive {

  private static final String COLUMNS =
      "SELECT version, rules, status, base, author, created_at, note, errors, warnings FROM policy ";

  private final Database database;

  public SqlPolicyArchive(Database database) {
    this.database = database;
  }

  @Override
  public List<ArchivedPolicy> versions() {
    return database.with(c -> Sql.list(c, SqlPolicyArchive::policy, COLUMNS + "ORDER BY seq DESC"));
  }

  @Override
  public Optional<ArchivedPolicy> find(String version) {
    return database.with(c -> find(c, version));
  }

  private static Optional<ArchivedPolicy> find(Connection c, String version) throws SQLException {
    return Sql.first(c, SqlPolicyArchive::policy, COLUMNS + "WHERE version = ?", version);
  }

  private static ArchivedPolicy policy(ResultSet row) throws SQLException {
    return new ArchivedPolicy(
        row.getString("version"),
        row.getString("rules"),
        PolicyStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("base")),
        row.getString("author"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("note"),
        row.getInt("errors"),
        row.getInt("warnings"));
  }

  @Override
  public List<PolicyFile> files(String version) {
    return database.with(
        c ->
            Sql.list(
                c,
                row -> new PolicyFile(row.getString("path"), row.getBytes("bytes")),
                "SELECT f.path, o.bytes FROM policy_file f JOIN policy_content o ON o.hash = f.hash"
                    + " WHERE f.version = ? ORDER BY f.path",
                version));
  }

  @Override
  public List<StoredFile> listing(String version) {
    return database.with(
        c ->
            Sql.list(
                c,
                row -> new StoredFile(row.getString("path"), row.getLong("length")),
                "SELECT f.path, length(o.bytes) AS length FROM policy_file f"
                    + " JOIN policy_content o ON o.hash = f.hash WHERE f.version = ? ORDER BY f.path",
                version));
  }

  @Override
  public Optional<StoredCheck> check(String version) {
    return database.with(
        c ->
            Sql.first(
                c,
                row ->
                    new StoredCheck(
                        row.getInt("errors"),
                        row.getInt("warnings"),
                        row.getInt("tested") == 1,
                        row.getBytes("check_zh"),
                        row.getBytes("check_en"),
                        row.getBytes("tables")),
                "SELECT errors, warnings, tested, check_zh, check_en, tables FROM policy"
                    + " WHERE version = ? AND tested IS NOT NULL",
                version));
  }

  @Override
  public List<PolicyEvent> history(String version) {
    return database.with(
        c ->
            Sql.list(
                c,
                row ->
                    new PolicyEvent(
                        PolicyEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("note")),
                "SELECT kind, actor, at, note FROM policy_event WHERE version = ? ORDER BY seq",
                version));
  }

  @Override
  public boolean add(
      ArchivedPolicy policy,
      List<PolicyFile> files,
      Optional<StoredCheck> check,
      PolicyEvent event) {
    return database.transaction(
        c -> {
          int added =
              Sql.update(
                  c,
                  "INSERT INTO policy (version, rules, status, base, author, created_at, note,"
                      + " errors, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (version) DO NOTHING",
                  policy.version(),
                  policy.rules(),
                  policy.status().name(),
                  policy.base().orElse(null),
                  policy.author(),
                  policy.createdAt().toEpochMilli(),
                  policy.note(),
                  policy.errors(),
                  policy.warnings());
          if (added == 0) {
            return false;
          }
          keep(c, policy.version(), files);
          if (check.isPresent()) {
            keep(c, policy.version(), check.get());
          }
          note(c, policy.version(), event);
          return true;
        });
  }

  private static void keep(Connection c, String version, List<PolicyFile> files)
      throws SQLException {
    for (PolicyFile file : files) {
      String hash = hash(file.bytes());
      Sql.update(
          c,
          "INSERT INTO policy_content (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
          hash,
          file.bytes());
      Sql.update(
          c,
          "INSERT INTO policy_file (version, path, hash) VALUES (?, ?, ?)",
          version,
          file.path(),
          hash);
    }
  }

  private static void keep(Connection c, String version, StoredCheck check) throws SQLException {
    Sql.update(
        c,
        "UPDATE policy SET errors = ?, warnings = ?, tested = ?, check_zh = ?, check_en = ?,"
            + " tables = ? WHERE version = ?",
        check.errors(),
        check.warnings(),
        check.isTested() ? 1 : 0,
        check.zh(),
        check.en(),
        check.tables(),
        version);
  }

  @Override
  public void keep(String version, StoredCheck check) {
    database.transaction(
        c -> {
          keep(c, version, check);
          return check.isTested() && move(c, version, PolicyStatus.DRAFT, PolicyStatus.CHECKED) > 0;
        });
  }

  @Override
  public boolean replaceScenarios(
      String version,
      PolicyStatus from,
      PolicyStatus to,
      List<PolicyFile> scenarios,
      StoredCheck check,
      PolicyEvent event) {
    return database.transaction(
        c -> {
          if (move(c, version, from, to) == 0) {
            return false;
          }
          Sql.update(
              c,
              "DELETE FROM policy_file WHERE version = ? AND path LIKE 'test-scenarios/%'",
              version);
          keep(c, version, scenarios);
          keep(c, version, check);
          note(c, version, event);
          return true;
        });
  }

  @Override
  public boolean move(String version, PolicyStatus from, PolicyStatus to, PolicyEvent event) {
    return database.transaction(
        c -> {
          boolean moved = move(c, version, from, to) > 0;
          if (moved) {
            note(c, version, event);
          }
          return moved;
        });
  }

  private static int move(Connection c, String version, PolicyStatus from, PolicyStatus to)
      throws SQLException {
    return Sql.update(
        c,
        "UPDATE policy SET status = ? WHERE version = ? AND status = ?",
        to.name(),
        version,
        from.name());
  }

  @Override
  public void note(String version, PolicyEvent event) {
    database.transaction(c -> note(c, version, event));
  }

  private static int note(Connection c, String version, PolicyEvent event) throws SQLException {
    return Sql.update(
        c,
        "INSERT INTO policy_event (version, kind, actor, at, note) VALUES (?, ?, ?, ?, ?)",
        version,
        event.kind().name(),
        event.who(),
        event.at().toEpochMilli(),
        event.note());
  }

  @Override
  public Optional<Activation> active() {
    return database.with(SqlPolicyArchive::active);
  }

  private static Optional<Activation> active(Connection c) throws SQLException {
    return Sql.first(
        c,
        row ->
            new Activation(
                row.getString("version"),
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at"))),
        "SELECT version, number, at FROM active_policy WHERE id = 1");
  }

  @Override
  public Attempt activate(
      String version, Optional<String> expected, Set<PolicyStatus> from, PolicyEvent event) {
    try {
      return database.transaction(
          c -> {
            Outcome outcome = activated(c, version, expected, from, event);
            if (outcome != Outcome.DONE) {
              throw new NotDone(outcome);
            }
            return new Attempt(outcome, active(c));
          });
    } catch (NotDone nothingChanged) {
      return new Attempt(nothingChanged.outcome, active());
    }
  }

  /** Takes back what an activation has begun. */
  private static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Outcome outcome;

    NotDone(Outcome outcome) {
      super(outcome.name(), null, false, false);
      this.outcome = outcome;
    }
  }

  private static Outcome activated(
      Connection c,
      String version,
      Optional<String> expected,
      Set<PolicyStatus> from,
      PolicyEvent event)
      throws SQLException {
    if (swap(c, version, expected, event.at()) == 0) {
      return Outcome.OTHER_ACTIVE;
    }
    Optional<ArchivedPolicy> policy = find(c, version);
    if (policy.filter(p -> from.contains(p.status())).isEmpty()
        || move(c, version, policy.get().status(), PolicyStatus.ACTIVE) == 0) {
      return Outcome.WRONG_STATUS;
    }
    note(c, version, event);
    if (expected.isPresent()) {
      move(c, expected.get(), PolicyStatus.ACTIVE, PolicyStatus.SUPERSEDED);
      PolicyEvent superseded =
          new PolicyEvent(PolicyEvent.Kind.SUPERSEDED, event.who(), event.at(), event.note());
      note(c, expected.get(), superseded);
    }
    return Outcome.DONE;
  }

  /** The compare-and-set: 1 when this one came first. */
  private static int swap(Connection c, String version, Optional<String> expected, Instant at)
      throws SQLException {
    if (expected.isEmpty()) {
      return Sql.update(
          c,
          "INSERT INTO active_policy (id, version, number, at) VALUES (1, ?, 1, ?)"
              + " ON CONFLICT (id) DO NOTHING",
          version,
          at.toEpochMilli());
    }
    return Sql.update(
        c,
        "UPDATE active_policy SET version = ?, number = number + 1, at = ?"
            + " WHERE id = 1 AND version = ?",
        version,
        at.toEpochMilli(),
        expected.get());
  }

  @Override
  public Optional<String> lastImported() {
    return database.with(
        c ->
            Sql.first(
                c,
                row -> row.getString("version"),
                "SELECT version FROM policy_event WHERE kind = 'IMPORTED' ORDER BY seq DESC"
                    + " LIMIT 1"));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
