package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments of a load, again and again, on one SQLite file. */
class KillIT {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 20);
  private static final int MOST_MILLIS = Integer.getInteger("kill.millis", 400);

  @Test
  void whatWasAcknowledgedIsThereAfterEveryKill(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    Random random = new Random(seed);
    String url = "jdbc:sqlite:" + folder.resolve("records.db");
    Load.Memory memory = new Load.Memory();
    for (int round = 1; round <= ROUNDS; round++) {
      String when = "round " + round + ", -Dkill.seed=" + seed + ": " + memory;
      int before = memory.acknowledged.size();
      try (ServiceProcess service = ServiceProcess.start(url)) {
        Load load = Load.start(service.url(), memory, 16, 2);
        Await.until(when, () -> memory.acknowledged.size() > before);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
        service.kill();
        load.end();
      }
      assertThat(memory.wrong).as(when).isEmpty();
      Stored.in("jdbc:sqlite:" + Stored.copied(folder, "copy-" + round)).holds(memory, when);
    }
    try (ServiceProcess service = ServiceProcess.start(url)) {
      Load again = new Load(service.url(), memory);
      again.sendAgain();
      assertThat(memory.unacknowledged()).isEmpty();
      for (String key : memory.acknowledged.keySet().stream().limit(200).toList()) {
        if (!key.contains("/")) {
          assertThat(again.single(Load.client(), key)).isTrue();
        }
      }
    }
    assertThat(memory.wrong).isEmpty();
    Stored.in(url).holdsExactly(memory, "-Dkill.seed=" + seed + ": " + memory);
    System.out.println("kill -9, seed " + seed + ": " + ROUNDS + " rounds, " + memory);
  }
}
