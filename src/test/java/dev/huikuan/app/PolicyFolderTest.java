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

  @Test
  void filesAreNamedByTheirPathAndHiddenOnesAndOtherFoldersAreLeftOut() throws IOException {
    write("decision-tables/下一步.csv");
    write("decision-tables/a b#1.csv");
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
