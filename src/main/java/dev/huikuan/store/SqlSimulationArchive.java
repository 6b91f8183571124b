package dev.huikuan.store;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.SimulationArchive;
import dev.huikuan.lifecycle.SimulationRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Simulations in a database. */
public final class SqlSimulationArchive implements SimulationArchive {

  private final Database database;

  public SqlSimulationArchive(Database database) {
    this.database = database;
  }

  @Override
  public void add(SimulationRun run) {
    database.with(
        c ->
            Sql.update(
                c,
                "INSERT INTO simulation (id, version, ledger, actor, status, done, total,"
                    + " started_at, beat_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.version(),
                run.ledger().orElse(null),
                run.who(),
                run.status().name(),
                run.done(),
                run.total(),
                run.startedAt().toEpochMilli(),
                run.beatAt().toEpochMilli()));
  }

  @Override
  public Optional<SimulationRun> find(String id) {
    return database.with(
        c -> Sql.first(c, SqlSimulationArchive::run, "SELECT * FROM simulation WHERE id = ?", id));
  }

  private static SimulationRun run(ResultSet row) throws SQLException {
    byte[] zh = row.getBytes("result_zh");
    byte[] en = row.getBytes("result_en");
    String failure = row.getString("failure_en");
    return new SimulationRun(
        row.getString("id"),
        row.getString("version"),
        Optional.ofNullable(row.getString("ledger")),
        row.getString("actor"),
        SimulationRun.Status.valueOf(row.getString("status")),
        row.getLong("done"),
        row.getLong("total"),
        Instant.ofEpochMilli(row.getLong("started_at")),
        Instant.ofEpochMilli(row.getLong("beat_at")),
        zh == null || zh.length == 0
            ? Optional.empty()
            : Optional.of(new SimulationRun.Result(zh, en)),
        failure == null
            ? Optional.empty()
            : Optional.of(new Text(row.getString("failure_zh"), failure)));
  }

  @Override
  public boolean beat(String id, long done, long total, Instant at) {
    return database.with(
            c ->
                Sql.update(
                    c,
                    "UPDATE simulation SET done = ?, total = ?, beat_at = ?"
                        + " WHERE id = ? AND status = 'RUNNING'",
                    done,
                    total,
                    at.toEpochMilli(),
                    id))
        > 0;
  }

  @Override
  public boolean end(SimulationRun run) {
    return database.with(
            c ->
                Sql.update(
                    c,
                    "UPDATE simulation SET status = ?, done = ?, total = ?, beat_at = ?,"
                        + " result_zh = ?, result_en = ?, failure_zh = ?, failure_en = ?"
                        + " WHERE id = ? AND status = 'RUNNING'",
                    run.status().name(),
                    run.done(),
                    run.total(),
                    run.beatAt().toEpochMilli(),
                    run.result().map(SimulationRun.Result::zh).orElse(new byte[0]),
                    run.result().map(SimulationRun.Result::en).orElse(new byte[0]),
                    run.failure().map(Text::zh).orElse(null),
                    run.failure().map(Text::en).orElse(null),
                    run.id()))
        > 0;
  }

  @Override
  public void forgetBefore(Instant before) {
    database.with(
        c -> Sql.update(c, "DELETE FROM simulation WHERE started_at < ?", before.toEpochMilli()));
  }
}
