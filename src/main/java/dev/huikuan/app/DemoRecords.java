package dev.huikuan.app;

import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.WorklistQuery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty log with the demo portfolio, in the background, and goes on where a stop broke it
 * off; a log with anything else is left.
 */
final class DemoRecords {

  private static final Logger LOG = LoggerFactory.getLogger(DemoRecords.class);
  private static final String ACTOR = "demo";

  private final DecisionLog log;
  private final Recorder recorder;
  private final Clock clock;

  DemoRecords(DecisionLog log, Clock clock) {
    this.log = log;
    this.recorder = new Recorder(log);
    this.clock = clock;
  }

  /** Begins; returns at once. */
  void fill(ServedPolicy policy, LocalDate asOf) {
    Thread worker = new Thread(() -> fillNow(policy, asOf), "demo-records");
    worker.setDaemon(true);
    worker.start();
  }

  private void fillNow(ServedPolicy policy, LocalDate asOf) {
    try {
      List<DemoAccount> accounts = DemoPortfolio.asOf(asOf);
      boolean empty = log.countWorklist(WorklistQuery.all(Optional.empty(), 1)) == 0;
      boolean brokenOff = isThere(accounts.get(0)) && !isThere(accounts.get(accounts.size() - 1));
      if (empty || brokenOff) {
        accounts.forEach(account -> record(policy, account));
      }
    } catch (RecordsUnavailable | CompletionException e) {
      LOG.warn("the demo portfolio was not recorded to its end: {}", e.getMessage());
    }
  }

  private boolean isThere(DemoAccount account) {
    byte[] json = account.json().getBytes(StandardCharsets.UTF_8);
    String ledger = CaseText.tree(json).path("ledger").asText();
    return log.findByKey(ledger, key(account).key()).isPresent();
  }

  private static IdempotencyKey key(DemoAccount account) {
    return new IdempotencyKey("demo/" + account.id(), "demo");
  }

  /** Waits for each, so that requests of users are not held up; the key makes it happen once. */
  private void record(ServedPolicy policy, DemoAccount account) {
    if (isThere(account)) {
      return;
    }
    byte[] body = account.json().getBytes(StandardCharsets.UTF_8);
    try {
      recorder
          .record(
              policy.pipeline(),
              policy.reader().ask(body, Optional.empty(), clock.instant()),
              Recorder.Request.of(body, Optional.of(key(account)), ACTOR, clock.instant()))
          .join();
    } catch (InvalidCase unfit) {
      LOG.warn("demo case {} does not fit this policy: {}", account.id(), unfit.getMessage());
    }
  }
}
