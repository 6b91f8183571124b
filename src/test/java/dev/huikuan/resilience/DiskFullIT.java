package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full under load, and has room again: on SQLite, where it is our file. */
class DiskFullIT {

  private static final int SOME = 40;
  private static final int PIECE = 4096;

  /** Runs what follows with a small disk mounted on a folder that only it sees. */
  private static final List<String> SMALL_DISK =
      List.of(
          "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$@\"");

  /**
   * A real disk without room for one more byte where this system mounts one for us, and a system
   * that lets no file grow, as quotas do; at least one of them is tried.
   */
  @TestFactory
  List<DynamicTest> aFullDiskRefusesAndRecovers(@TempDir Path folder) throws Exception {
    List<DynamicTest> ways = new ArrayList<>();
    if (runs(onSmallDisk(folder, "true"))) {
      ways.add(dynamicTest("no room on the disk", () -> noRoom(folder.resolve("small"))));
    }
    if (runs(List.of("prlimit", "--version"))) {
      ways.add(dynamicTest("files may not grow", () -> noGrowth(folder.resolve("quota"))));
    }
    assertThat(ways).as("install util-linux: unshare or prlimit fills the disk").isNotEmpty();
    return ways;
  }

  private static List<String> onSmallDisk(Path folder, String... command) {
    List<String> all = new ArrayList<>(SMALL_DISK);
    all.add(folder.toString());
    all.addAll(List.of(command));
    return all;
  }

  private static void noRoom(Path folder) throws Exception {
    Files.createDirectory(folder);
    try (ServiceProcess service =
        ServiceProcess.start(onSmallDisk(folder), "jdbc:sqlite:" + folder.resolve("records.db"))) {
      service.port();
      Path inside = Path.of("/proc/" + service.pid() + "/root" + folder.toRealPath().toString());
      Path filler = inside.resolve("filler");
      under(service, inside, () -> fill(filler), () -> Files.delete(filler));
    }
  }

  private static void noGrowth(Path folder) throws Exception {
    Files.createDirectory(folder);
    try (ServiceProcess service =
        ServiceProcess.start("jdbc:sqlite:" + folder.resolve("records.db"))) {
      service.port();
      String pid = String.valueOf(service.pid());
      under(
          service,
          folder,
          () -> runs(List.of("prlimit", "--pid", pid, "--fsize=60000:")),
          () -> runs(List.of("prlimit", "--pid", pid, "--fsize=unlimited:")));
    }
  }

  private interface Step {
    void take() throws Exception;
  }

  private static void under(ServiceProcess service, Path folder, Step full, Step room)
      throws Exception {
    Load.Memory memory = new Load.Memory();
    Load load = Load.start(service.url(), memory, 12, 2);
    for (int round = 0; round < 2; round++) {
      goesOn(service, memory);
      full.take();
      refuses(service, memory);
      room.take();
    }
    goesOn(service, memory);
    load.end();
    assertThat(memory.wrong).as(memory.toString()).isEmpty();
    assertThat(memory.statuses).as(memory.toString()).containsOnlyKeys(201, 503);
    new Load(service.url(), memory).sendAgain();
    assertThat(memory.unacknowledged()).isEmpty();
    assertThat(service.said()).contains("cannot be written").doesNotContain("OutOfMemoryError");
    Path copy = Files.createTempDirectory("huikuan-copy");
    Stored.copy(folder, copy);
    Stored.in("jdbc:sqlite:" + copy.resolve("records.db")).holdsExactly(memory, memory.toString());
    System.out.println("disk full and room again, twice: " + memory);
  }

  private static void goesOn(ServiceProcess service, Load.Memory memory) throws Exception {
    int before = memory.acknowledged.size();
    Await.until(
        memory + service.said(),
        () -> memory.acknowledged.size() > before + SOME || !memory.wrong.isEmpty());
  }

  private static void refuses(ServiceProcess service, Load.Memory memory) throws Exception {
    int before = memory.count(503);
    Await.until(
        memory + service.said(),
        () -> memory.count(503) > before + SOME || !memory.wrong.isEmpty());
    assertThat(service.probe("/health/live")).isEqualTo(200);
  }

  private static void fill(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] piece = new byte[PIECE];
      while (true) {
        out.write(piece);
      }
    } catch (IOException full) {
      assertThat(Files.size(filler)).isGreaterThan(PIECE);
    }
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
