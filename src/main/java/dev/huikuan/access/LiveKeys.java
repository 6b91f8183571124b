package dev.huikuan.access;

import dev.huikuan.records.RecordsUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that open something, read again each second, so that what another process changed takes
 * effect here. While the database is gone the keys known last go on working, for a quarter of an
 * hour; then none does. Access that was seen to be on never goes off again. Thread-safe.
 */
public final class LiveKeys implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveKeys.class);
  private static final long REREAD_MILLIS = 1_000;
  private static final long PATIENCE_NANOS = 15 * 60 * 1_000_000_000L;

  /** Of no secret: compared with when the id is unknown, so that this takes the same time. */
  private static final String NO_HASH = "0".repeat(64);

  private record Known(Map<String, KeyRing.Kept> byId, long readAt) {}

  private final KeyRing ring;
  private final LongSupplier nanos;
  private final Thread reader;
  private volatile Known known;
  private volatile boolean on;
  private volatile boolean failing;

  /**
   * Reads the keys, now and each second until closed.
   *
   * @throws RecordsUnavailable when they cannot be read now
   */
  public LiveKeys(KeyRing ring, LongSupplier nanos) {
    this.ring = ring;
    this.nanos = nanos;
    reread();
    reader = new Thread(this::follow, "access-keys");
    reader.setDaemon(true);
    reader.start();
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(REREAD_MILLIS);
        tryReread();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryReread() {
    try {
      reread();
      if (failing) {
        LOG.info("the access keys can be read again");
      }
      failing = false;
    } catch (RuntimeException unavailable) {
      if (!failing) {
        LOG.warn("the access keys cannot be read; those known go on: {}", unavailable.getMessage());
      }
      failing = true;
    }
  }

  private void reread() {
    long now = nanos.getAsLong();
    List<KeyRing.Kept> all = ring.all();
    Map<String, KeyRing.Kept> live = new HashMap<>();
    all.stream().filter(kept -> kept.key().isLive()).forEach(k -> live.put(k.key().id(), k));
    known = new Known(Map.copyOf(live), now);
    on |= !all.isEmpty();
  }

  /** True once there was a key, be it revoked since. */
  public boolean areThere() {
    return on;
  }

  /**
   * The live key with this secret.
   *
   * @throws RecordsUnavailable when the keys could not be read for too long
   */
  public Optional<ApiKey> withSecret(String presented) {
    Map<String, KeyRing.Kept> live = fresh();
    Optional<KeyRing.Kept> kept = Secret.idIn(presented).map(live::get);
    String hash = kept.map(KeyRing.Kept::hash).orElse(NO_HASH);
    boolean fits = Secret.equal(Secret.hash(presented), hash);
    return fits ? kept.map(KeyRing.Kept::key) : Optional.empty();
  }

  /** The live key with this id; throws as {@link #withSecret}. */
  public Optional<ApiKey> withId(String id) {
    return Optional.ofNullable(fresh().get(id)).map(KeyRing.Kept::key);
  }

  private Map<String, KeyRing.Kept> fresh() {
    Known now = known;
    if (nanos.getAsLong() - now.readAt() > PATIENCE_NANOS) {
      throw RecordsUnavailable.because(
          new IllegalStateException("the access keys could not be read for 15 minutes"));
    }
    return now.byId();
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
