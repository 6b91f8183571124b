package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas, each a process, on one PostgreSQL. */
class ReplicasIT {

  private static final int KEYS = 60;
  private static final int SOME = 60;

  @Test
  void aKeyIsOneDecisionAcrossThemAndOneMayDie(@TempDir Path folder) throws Exception {
    Load.Memory memory = new Load.Memory();
    try (StoppableServer server = new StoppableServer(folder);
        ServiceProcess one = ServiceProcess.start(server.url());
        ServiceProcess other = ServiceProcess.start(server.url())) {
      Load toOne = new Load(one.url(), memory);
      Load toOther = new Load(other.url(), memory);
      for (int i = 0; i < KEYS; i++) {
        atOnce(toOne, toOther, "same-" + i);
      }
      assertThat(memory.wrong).isEmpty();
      assertThat(memory.count(201)).isEqualTo(2 * KEYS);
      Stored.in(server.url()).holdsExactly(memory, memory.toString());

      Load dying = Load.start(one.url(), memory, 6, 1);
      Load living = Load.start(other.url(), memory, 6, 1);
      acknowledgedMore(memory);
      one.kill();
      dying.end();
      acknowledgedMore(memory);
      living.end();
      assertThat(memory.wrong).isEmpty();
      assertThat(other.isAlive()).isTrue();
      Stored.in(server.url()).holds(memory, memory.toString());
      toOther.sendAgain();
      assertThat(memory.unacknowledged()).isEmpty();
      Stored.in(server.url()).holdsExactly(memory, memory.toString());
      System.out.println("two replicas, one killed: " + memory);
    }
  }

  @Test
  void whatOneActivatesTheOtherServesWithinSecondsAndNothingElse(@TempDir Path folder)
      throws Exception {
    try (StoppableServer server = new StoppableServer(folder);
        ServiceProcess one = ServiceProcess.start(server.url());
        ServiceProcess other = ServiceProcess.start(server.url())) {
      Versions here = new Versions(one.url());
      Versions there = new Versions(other.url());
      String first = here.active();
      String second = here.draft(SmallPolicy.TABLE.replace("COLLECTION_CALL", "FORMAL_DEMAND"));
      assertThat(there.deciding()).isEqualTo(first);
      here.post("/v1/policies/" + second + "/approval", "{\"note\": \"looks right\"}");
      assertThat(there.deciding()).isEqualTo(first);
      there.activate(second, first);
      assertThat(there.deciding()).isEqualTo(second);
      Await.until(server.url(), () -> here.deciding().equals(second));
      here.activate(first, second);
      assertThat(here.deciding()).isEqualTo(first);
      Await.until(server.url(), () -> there.deciding().equals(first));
    }
  }

  /** The same request to both; {@link Load.Memory} finds out when their answers differ. */
  private static void atOnce(Load one, Load other, String key) throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Thread second = new Thread(() -> send(other, key, both));
    second.start();
    send(one, key, both);
    second.join();
  }

  private static void send(Load load, String key, CountDownLatch both) {
    HttpClient client = Load.client();
    both.countDown();
    try {
      both.await();
      load.single(client, key);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void acknowledgedMore(Load.Memory memory) throws Exception {
    int before = memory.acknowledged.size();
    Await.until(memory, () -> memory.acknowledged.size() > before + SOME);
  }
}
