package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRegistry.FailedActivation;
import dev.huikuan.records.RecordsUnavailable;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a registry at what the archive says is active, whoever activated it. What cannot be loaded
 * is tried again and again, ever less often; meanwhile the last good version goes on. One thread
 * polls.
 */
public final class PolicyFollower {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final PolicyArchive archive;
  private final PolicyRegistry registry;
  private final Clock clock;
  private long failedNumber;
  private long pauseSeconds;
  private long pausedUntil;
  private boolean reachable = true;

  public PolicyFollower(PolicyArchive archive, PolicyRegistry registry, Clock clock) {
    this.archive = archive;
    this.registry = registry;
    this.clock = clock;
  }

  /** Looks once; loads and serves what became active elsewhere. Never throws. */
  public void poll() {
    try {
      Optional<Activation> now = archive.active();
      if (!reachable) {
        LOG.info("the archive of policies answers again");
        reachable = true;
      }
      now.filter(this::isNew).filter(this::isDue).ifPresent(this::follow);
      now.filter(this::isOvercome).ifPresent(again -> recovered());
    } catch (RecordsUnavailable gone) {
      if (reachable) {
        LOG.warn(
            "cannot see which policy is active; the one in service goes on: {}", gone.getMessage());
        reachable = false;
      }
    } catch (RuntimeException bug) {
      LOG.error("following the active policy failed", bug);
    }
  }

  private boolean isNew(Activation now) {
    return !registry.active().map(ServedPolicy::version).equals(Optional.of(now.version()));
  }

  /** What could not be served here gave way to what is. */
  private boolean isOvercome(Activation now) {
    return failedNumber != 0 && now.number() > failedNumber && !isNew(now);
  }

  private void recovered() {
    registry.succeeded();
    failedNumber = 0;
  }

  private boolean isDue(Activation now) {
    return now.number() != failedNumber || System.nanoTime() - pausedUntil >= 0;
  }

  private void follow(Activation now) {
    try {
      registry.serve(registry.obtain(now.version()), now.number());
      recovered();
      LOG.info("policy {} is in service", now.version());
    } catch (NotServable cannot) {
      failed(now, cannot.reason());
    }
  }

  private void failed(Activation now, Text reason) {
    boolean again = now.number() == failedNumber;
    pauseSeconds = again ? Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS) : 1;
    pausedUntil = System.nanoTime() + pauseSeconds * 1_000_000_000L;
    failedNumber = now.number();
    registry.failed(new FailedActivation(now.version(), reason, clock.instant()));
    if (!again) {
      LOG.warn(
          "policy {} became active but cannot be served here; {} goes on: {}",
          now.version(),
          registry.active().map(ServedPolicy::version).orElse("none"),
          reason.en());
    }
  }
}
