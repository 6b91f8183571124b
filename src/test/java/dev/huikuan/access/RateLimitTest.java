package dev.huikuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Each key has its own bucket; it fills steadily and holds two seconds' worth. */
class RateLimitTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = new RateLimit(10, now::get);

  private int taken(String who) {
    int taken = 0;
    while (limit.take(who).isEmpty()) {
      taken++;
    }
    return taken;
  }

  @Test
  void twoSecondsWorthMayComeAtOnceAndThenTheSteadyRate() {
    assertThat(taken("a")).isEqualTo(20);
    now.addAndGet(SECOND);
    assertThat(taken("a")).isEqualTo(10);
    now.addAndGet(SECOND / 2);
    assertThat(taken("a")).isEqualTo(5);
  }

  @Test
  void aLongPauseFillsTheBucketAndNoMore() {
    taken("a");
    now.addAndGet(3_600 * SECOND);
    assertThat(taken("a")).isEqualTo(20);
  }

  @Test
  void oneKeyDoesNotUseUpWhatIsAnothers() {
    taken("a");
    assertThat(taken("b")).isEqualTo(20);
  }

  @Test
  void theWaitIsInWholeSecondsAndLongEnough() {
    RateLimit slow = new RateLimit(0.25, now::get);
    assertThat(slow.take("a")).isEmpty();
    assertThat(slow.take("a")).hasValue(4);
    now.addAndGet(4 * SECOND);
    assertThat(slow.take("a")).isEmpty();
  }
}
