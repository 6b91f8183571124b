package dev.huikuan.access;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.SignIns.SignedIn;
import dev.huikuan.records.RecordsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who asks: by key or by session. Thread-safe. */
public final class Doorkeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  /** Failed sign-ins of anybody that are answered and kept in the audit. */
  private static final double FAILURES_PER_SECOND = 5;

  private final LiveKeys keys;
  private final SignIns signIns;
  private final AuditLog audit;
  private final Clock clock;
  private final RateLimit requests;
  private final RateLimit failures = new RateLimit(FAILURES_PER_SECOND, System::nanoTime);
  private final AtomicLong unnoted = new AtomicLong();

  /**
   * How strict it is.
   *
   * @param requestsPerSecond of one key; twice as many at once
   * @param idle after so long without a request a browser signs in again
   */
  public record Rules(int requestsPerSecond, Duration idle) {

    /** 100 requests a second, 12 hours. */
    public static final Rules USUAL = new Rules(100, Duration.ofHours(12));
  }

  /**
   * Reads the keys and follows them until closed.
   *
   * @throws RecordsUnavailable when they cannot be read now
   */
  public Doorkeeper(AccessRecords records, Rules rules, Clock clock) {
    this.keys = new LiveKeys(records.keys(), System::nanoTime);
    this.signIns = new SignIns(records.sessions(), keys, rules.idle(), clock);
    this.audit = records.audit();
    this.requests = new RateLimit(rules.requestsPerSecond(), System::nanoTime);
    this.clock = clock;
  }

  /** True once there was a key: from then on nobody is let in without. */
  public boolean isOn() {
    return keys.areThere();
  }

  /** The live key with this secret. */
  public Optional<ApiKey> key(String secret) {
    return keys.withSecret(secret);
  }

  /** Who has this cookie. */
  public Optional<SignedIn> session(String cookie) {
    return signIns.find(cookie);
  }

  /** Counts a request of a key; the seconds to wait when there were too many. */
  public OptionalLong count(ApiKey key) {
    return requests.take(key.id());
  }

  /**
   * What came of signing in.
   *
   * @param cookie the value of the session's cookie; empty when the key is none
   * @param retryAfter seconds, when there were too many tries; else 0
   */
  public record Tried(Optional<String> cookie, long retryAfter) {}

  /** Signs a browser in. Failures are kept in the audit, a few a second. */
  public Tried signIn(String secret) {
    Optional<ApiKey> key = keys.withSecret(secret);
    if (key.isPresent()) {
      String cookie = signIns.open(key.get());
      note(key.get().name(), Deed.SIGNED_IN, key.get().id(), "");
      return new Tried(Optional.of(cookie), 0);
    }
    OptionalLong wait = failures.take("");
    if (wait.isPresent()) {
      unnoted.incrementAndGet();
      return new Tried(Optional.empty(), wait.getAsLong());
    }
    long before = unnoted.getAndSet(0);
    String detail = before == 0 ? "" : "and " + before + " more before that";
    note("", Deed.SIGN_IN_FAILED, Secret.idIn(secret).orElse(""), detail);
    return new Tried(Optional.empty(), 0);
  }

  public void signOut(String cookie) {
    signIns.close(cookie);
  }

  /** What the audit cannot take is in the log at least; the sign-in itself is right. */
  private void note(String who, Deed deed, String target, String detail) {
    try {
      audit.add(new AuditEntry(clock.instant(), who, deed, target, detail));
    } catch (RecordsUnavailable gone) {
      LOG.warn("the audit did not take {} of {}: {}", deed, target, gone.getMessage());
    }
  }

  @Override
  public void close() {
    keys.close();
  }
}
