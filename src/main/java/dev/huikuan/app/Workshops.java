package dev.huikuan.app;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.lifecycle.InstalledRules;
import dev.huikuan.lifecycle.PolicyFollower;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.StoredCases;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlDecisionLog;
import dev.huikuan.store.SqlPolicyArchive;
import dev.huikuan.store.SqlPortfolioFigures;
import dev.huikuan.store.SqlSimulationArchive;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What stands between the doors and one database, joined; and the threads that keep it current. */
final class Workshops implements AutoCloseable {

  /** How many decisions may wait to be written. */
  static final int LOG_CAPACITY = SqlDecisionLog.CAPACITY;

  private static final long FOLLOW_SECONDS = 1;
  private static final long WATCH_SECONDS = 3;

  private final Database database;
  private final PolicyLife life;
  private final SqlDecisionLog log;
  private final Access access;
  private final PolicyFollower follower;
  private final Clock clock;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "policy-follower");
            thread.setDaemon(true);
            return thread;
          });

  private Workshops(
      Database database, PolicyLife life, SqlDecisionLog log, Access access, Clock clock) {
    this.access = access;
    this.database = database;
    this.life = life;
    this.log = log;
    this.clock = clock;
    this.follower = new PolicyFollower(life.archive(), life.registry(), clock);
  }

  /**
   * Over an open database, which stays the caller's to close.
   *
   * @param rules what is installed on this machine
   */
  static Workshops over(Database database, InstalledRules rules, Clock clock) {
    return over(database, rules, Doorkeeper.Rules.USUAL, clock);
  }

  /**
   * The same.
   *
   * @param strict how strict access is
   */
  static Workshops over(
      Database database, InstalledRules rules, Doorkeeper.Rules strict, Clock clock) {
    SqlDecisionLog log = new SqlDecisionLog(database);
    return over(database, rules, log, log::eachLatestCase, strict, clock);
  }

  /** The same with other cases for simulations than those of the log. */
  static Workshops over(Database database, InstalledRules rules, StoredCases cases, Clock clock) {
    SqlDecisionLog log = new SqlDecisionLog(database);
    return over(database, rules, log, cases, Doorkeeper.Rules.USUAL, clock);
  }

  private static Workshops over(
      Database database,
      InstalledRules rules,
      SqlDecisionLog log,
      StoredCases cases,
      Doorkeeper.Rules strict,
      Clock clock) {
    PolicyLife life =
        PolicyLife.over(
            new SqlPolicyArchive(database),
            new SqlSimulationArchive(database),
            rules,
            cases,
            new PolicyRegistry(),
            clock);
    return new Workshops(database, life, log, Access.of(database, strict, clock), clock);
  }

  PolicyLife life() {
    return life;
  }

  /** Who may come in, and the record of who changed what. */
  Access access() {
    return access;
  }

  DecisionLog log() {
    return log;
  }

  PortfolioFigures figures() {
    return new SqlPortfolioFigures(database);
  }

  /** True when the database answers. */
  boolean isReachable() {
    return database.isReachable();
  }

  Clock clock() {
    return clock;
  }

  /** Looks once at what is active, and puts it into service. */
  void followOnce() {
    follower.poll();
  }

  /** From now on follows what becomes active in the database, within a second or two. */
  void follow() {
    threads.scheduleWithFixedDelay(
        follower::poll, FOLLOW_SECONDS, FOLLOW_SECONDS, TimeUnit.SECONDS);
  }

  /** From now on looks at the policy folder every few seconds. */
  void watch(FolderWatch folder) {
    threads.scheduleWithFixedDelay(folder::look, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
  }

  /** Does something once, off the request path. */
  void soon(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    life.simulations().close();
    log.close();
    access.close();
  }
}
