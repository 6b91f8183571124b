package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy as it lies on the disk or in the program. */
class PolicyFolderTest {

  @TempDir private Path folder;

  private void write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }

  /**
   * Makes a Chinese name from its bytes: under LC_ALL=C Java cannot, but must be able to read it.
   */
  private void shell(String command) throws IOException {
    try {
      Process made =
          new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).inheritIO().start();
      assertThat(made.waitFor()).isZero();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void filesAreNamedByTheirPathAndHiddenOnesAndOtherFoldersAreLeftOut() throws IOException {
    write("decision-tables/a b#1.csv");
    shell(
        "cp 'decision-tables/a b#1.csv' \"$(printf 'decision-tables/%b.csv' '"
            + "\\344\\270\\213\\344\\270\\200\\346\\255\\245')\"");
    write("decision-tables/.hidden.csv");
    write("decision-tables/.git/x.csv");
    write("test-scenarios/cases/one.json");
    write("rules/holds.drl");
    write("target/x.csv");
    write("README.md");
    assertThat(PolicyFolder.read(folder))
        .extracting(PolicyFile::path)
        .containsExactly(
            "decision-tables/a b#1.csv",
            "decision-tables/下一步.csv",
            "rules/holds.drl",
            "test-scenarios/cases/one.json");
  }

  @Test
  void theProgramBringsTheDefaultPolicyAlong() throws IOException {
    assertThat(PolicyFolder.builtIn())
        .extracting(PolicyFile::path)
        .contains("decision-tables/next-action.xlsx", "rules/holds.drl")
        .isSorted();
  }

  @Test
  void aFolderWithoutAnyOfTheThreeIsNoPolicy() throws IOException {
    assertThat(PolicyFolder.isPolicy(folder)).isFalse();
    write("rules/x.drl");
    assertThat(PolicyFolder.isPolicy(folder)).isTrue();
  }
}
