package dev.huikuan.access;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often one may ask: a bucket of tokens for each, filled at a steady rate, that holds two
 * seconds' worth. Thread-safe.
 */
public final class RateLimit {

  private static final double BURST_SECONDS = 2;
  private static final double NANOS = 1_000_000_000;

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param perSecond above 0
   * @param nanos a clock that never goes back
   */
  public RateLimit(double perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond * BURST_SECONDS);
    this.nanos = nanos;
  }

  private static final class Bucket {
    private double tokens;
    private long filledAt;
  }

  /**
   * Takes a token.
   *
   * @return empty when there was one; else the whole seconds, at least 1, after which there will be
   */
  public OptionalLong take(String who) {
    Bucket bucket = buckets.computeIfAbsent(who, name -> full());
    synchronized (bucket) {
      long now = nanos.getAsLong();
      double since = (now - bucket.filledAt) / NANOS;
      bucket.tokens = Math.min(most, bucket.tokens + since * perSecond);
      bucket.filledAt = now;
      if (bucket.tokens >= 1) {
        bucket.tokens--;
        return OptionalLong.empty();
      }
      return OptionalLong.of(Math.max(1, (long) Math.ceil((1 - bucket.tokens) / perSecond)));
    }
  }

  private Bucket full() {
    Bucket bucket = new Bucket();
    bucket.tokens = most;
    bucket.filledAt = nanos.getAsLong();
    return bucket;
  }
}
