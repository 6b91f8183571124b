package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile names of files and hostile cells on a real disk, through the command. */
class HostileNamesTest {

  private static final List<String> NAMES =
      List.of(
          "=cmd, calc.csv",
          "<script>alert(1)<_script>.csv",
          "${jndi:ldap}.csv",
          "%2e%2e%2f%2e%2e%2fetc%2fpasswd.csv",
          "-rf.csv",
          "a;b|c&d.csv");

  private static Path policy(Path folder, String cell) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("decision-tables"));
    for (int i = 0; i < NAMES.size(); i++) {
      Files.writeString(
          tables.resolve(NAMES.get(i)),
          "Decision,t"
              + i
              + "\nHit policy,R\n\n,When,Then\nRow,daysPastDue,nextAction\nR,\""
              + cell
              + "\",WAIT\n");
    }
    return folder;
  }

  @Test
  void everyFileIsNamedAsItIs(@TempDir Path folder) throws IOException {
    Terminal.Ran ran =
        new Terminal()
            .run("check", "--policy", policy(folder, "= 1+1").toString(), "--format", "json");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(NAMES)
        .allSatisfy(name -> assertThat(ran.out()).contains("decision-tables/" + name + "#B6"));
  }

  @Test
  void aCellDoesNotSteerTheTerminal(@TempDir Path folder) throws IOException {
    String path = policy(folder, "owned\u001b\u0007\u202Etxt").toString();
    for (String command : List.of("check", "test")) {
      Terminal.Ran ran = new Terminal().run(command, "--policy", path);
      assertThat(ran.status()).isEqualTo(1);
      assertThat(ran.out() + ran.err())
          .contains("owned\uFFFD")
          .doesNotContain("\u001b", "\u0007", "\u202E");
    }
  }
}
