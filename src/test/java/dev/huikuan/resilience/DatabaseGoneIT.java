package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL dies, hangs and comes back under load. */
class DatabaseGoneIT {

  private static final int SOME = 40;

  @Test
  void onlyServiceUnavailableWhileItIsGoneThenAllGoesOn(@TempDir Path folder) throws Exception {
    Load.Memory memory = new Load.Memory();
    try (StoppableServer server = new StoppableServer(folder);
        ServiceProcess service = ServiceProcess.start(server.url())) {
      Load load = Load.start(service.url(), memory, 12, 2);
      goesOn(service, memory);
      server.die();
      refuses(service, memory);
      server.start();
      goesOn(service, memory);
      server.hang();
      refuses(service, memory);
      server.goOn();
      goesOn(service, memory);
      load.end();
      assertThat(memory.wrong).as(memory.toString()).isEmpty();
      assertThat(memory.statuses).as(memory.toString()).containsOnlyKeys(201, 503);
      Stored.in(server.url()).holds(memory, memory.toString());
      new Load(service.url(), memory).sendAgain();
      assertThat(memory.unacknowledged()).isEmpty();
      Stored.in(server.url()).holdsExactly(memory, memory.toString());
      assertThat(service.said()).doesNotContain("OutOfMemoryError");
      System.out.println("PostgreSQL gone and back: " + memory);
    }
  }

  private static void goesOn(ServiceProcess service, Load.Memory memory) throws Exception {
    int before = memory.acknowledged.size();
    Await.until(
        memory + service.said(),
        () -> memory.acknowledged.size() > before + SOME || !memory.wrong.isEmpty());
  }

  /** And the service itself stays alive for whoever asks. */
  private static void refuses(ServiceProcess service, Load.Memory memory) throws Exception {
    int before = memory.count(503);
    Await.until(
        memory + service.said(),
        () -> memory.count(503) > before + SOME || !memory.wrong.isEmpty());
    assertThat(service.probe("/health/live")).isEqualTo(200);
  }
}
