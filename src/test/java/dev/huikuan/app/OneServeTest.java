package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.cli.House;
import dev.huikuan.cli.Refusal;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.store.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One {@code serve} for one SQLite file; as the command starts it. */
class OneServeTest {

  private final HouseOnDisk house = new HouseOnDisk(Clock.systemUTC());
  private final String url = Databases.SQLITE.fresh();

  private House.Service listening(Path folder) throws Exception {
    return house.listen(
        new House.Place(
            "127.0.0.1",
            0,
            Optional.of(url),
            Optional.of(folder.toString()),
            Doorkeeper.Rules.USUAL));
  }

  private House.Service serving(Path folder) throws Exception {
    House.Service service = listening(folder);
    var files = house.policy(Optional.of(folder.toString()));
    service.open(files, PolicyLoader.load(files), new House.Start(false, false, Optional.empty()));
    return service;
  }

  @Test
  void aSecondOneIsRefusedUntilTheFirstHasStopped(@TempDir Path folder) throws Exception {
    SmallPolicy.write(folder, SmallPolicy.saying("first"));
    House.Service first = serving(folder);
    assertThat(first.isServing()).isTrue();
    assertThatThrownBy(() -> listening(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("in use by another huikuan serve");
    first.stop();
    House.Service second = serving(folder);
    assertThat(second.isServing()).isTrue();
    second.stop();
  }
}
