package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.lifecycle.FolderState;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy folder that changes while the service runs: reported, and served only if told to. */
class FolderWatchTest {

  private static final List<PolicyFile> FIRST = SmallPolicy.saying("first");
  private static final List<PolicyFile> SECOND = SmallPolicy.saying("second");

  @TempDir private Path folder;
  private LiveService service;

  @BeforeEach
  void start() throws IOException {
    SmallPolicy.write(folder, FIRST);
    service = LiveService.over(Databases.SQLITE.fresh(), FIRST).start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private FolderWatch watch(Optional<String> follower) throws IOException {
    return new FolderWatch(folder, service.workshops().life(), follower, Clock.systemUTC());
  }

  private Optional<FolderState> seen() {
    return service.workshops().life().registry().folder();
  }

  @Test
  void aChangeIsReportedOnceItHasSettledAndNotServed() throws IOException {
    FolderWatch watch = watch(Optional.empty());
    watch.look();
    SmallPolicy.write(folder, SECOND);
    watch.look();
    assertThat(seen()).isEmpty();
    watch.look();
    assertThat(seen().orElseThrow().version()).isEqualTo(SmallPolicy.version(SECOND));
    assertThat(seen().orElseThrow().errors()).isZero();
    assertThat(service.decide().body()).contains("first");
  }

  @Test
  void aChangeIsServedWhereThatWasAskedForButNeverOneWithErrors() throws IOException {
    FolderWatch watch = watch(Optional.of("open mode"));
    SmallPolicy.write(folder, SECOND);
    watch.look();
    watch.look();
    assertThat(service.decide().body()).contains("second");
    assertThat(service.active()).isEqualTo(SmallPolicy.version(SECOND));
    Files.writeString(
        folder.resolve(SmallPolicy.TABLE), SmallPolicy.table("x").replace("30", "3O"));
    watch.look();
    watch.look();
    assertThat(seen().orElseThrow().errors()).isEqualTo(1);
    assertThat(service.decide().body()).contains("second");
  }

  @Test
  void aFolderThatGoesAwayChangesNothing() throws IOException {
    FolderWatch watch = watch(Optional.of("open mode"));
    Files.move(folder.resolve("decision-tables"), folder.resolve("away"));
    Files.move(folder.resolve("test-scenarios"), folder.resolve("gone"));
    watch.look();
    watch.look();
    assertThat(service.decide().body()).contains("first");
  }
}
