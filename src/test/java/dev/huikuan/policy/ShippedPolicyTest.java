package dev.huikuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policy that the repository ships, and what comes with the product itself. */
class ShippedPolicyTest {

  @Test
  void theBuiltInSheetsHaveNothingToComplainAbout() {
    assertThat(PolicyWords.read(PolicySheets.read(List.of())).builtIn()).isEmpty();
  }

  @Test
  void theShippedPolicyLoadsWithoutErrors() {
    PolicyLoader.Loaded loaded = PolicyLoader.load(shipped());

    assertThat(loaded.findings()).filteredOn(Finding::isError).isEmpty();
    assertThat(loaded.policy()).isPresent();
  }

  @Test
  void itsVersionDoesNotDependOnTheOrderOfFiles() {
    List<PolicyFile> reversed = new ArrayList<>(shipped());
    java.util.Collections.reverse(reversed);

    assertThat(PolicyLoader.load(reversed).policy().orElseThrow().version())
        .isEqualTo(PolicyLoader.load(shipped()).policy().orElseThrow().version());
  }

  private static List<PolicyFile> shipped() {
    List<PolicyFile> files = new ArrayList<>();
    for (String folder : List.of("decision-tables", "rules")) {
      if (!Files.isDirectory(Path.of(folder))) {
        continue;
      }
      try (Stream<Path> found = Files.list(Path.of(folder))) {
        for (Path path : found.sorted().toList()) {
          files.add(new PolicyFile(folder + "/" + path.getFileName(), Files.readAllBytes(path)));
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return files;
  }
}
