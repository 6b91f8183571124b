package dev.huikuan.app;

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

  private static final long FOLLOW_SECONDS = 1;
  private static final long WATCH_SECONDS = 3;

  private final PolicyLife life;
  private final SqlDecisionLog log;
  private final PortfolioFigures figures;
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

  private Workshops(PolicyLife life, SqlDecisionLog log, PortfolioFigures figures, Clock clock) {
    this.figures = figures;
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
    SqlDecisionLog log = new SqlDecisionLog(database);
    return over(database, rules, log, log::eachLatestCase, clock);
  }

  /** The same with other cases for simulations than those of the log. */
  static Workshops over(Database database, InstalledRules rules, StoredCases cases, Clock clock) {
    return over(database, rules, new SqlDecisionLog(database), cases, clock);
  }

  private static Workshops over(
      Database database, InstalledRules rules, SqlDecisionLog log, StoredCases cases, Clock clock) {
    PolicyLife life =
        PolicyLife.over(
            new SqlPolicyArchive(database),
            new SqlSimulationArchive(database),
            rules,
            cases,
            new PolicyRegistry(),
            clock);
    return new Workshops(life, log, new SqlPortfolioFigures(database), clock);
  }

  PolicyLife life() {
    return life;
  }

  DecisionLog log() {
    return log;
  }

  PortfolioFigures figures() {
    return figures;
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
  }
}
