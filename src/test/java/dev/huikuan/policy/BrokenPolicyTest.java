package dev.huikuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.huikuan.domain.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The folder {@code broken-policy}: each file has one mistake that analysts make, and {@code
 * expected.csv} says with which code and at which cell it must be reported. Nothing else may be.
 */
class BrokenPolicyTest {

  private static final Path FOLDER = Path.of("src/test/resources/broken-policy");

  @TestFactory
  Stream<DynamicTest> everyMistakeIsNamedAtItsCell() throws IOException {
    return expected().entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(),
                    () -> {
                      List<Finding> findings =
                          PolicyLoader.load(List.of(file(entry.getKey()))).findings();

                      assertThat(findings)
                          .extracting(f -> f.code() + " " + f.location())
                          .containsExactlyElementsOf(entry.getValue());
                      assertThat(findings)
                          .allSatisfy(
                              f -> {
                                assertThat(f.message().zh()).isNotBlank();
                                assertThat(f.message().en()).isNotBlank();
                              });
                    }));
  }

  @Test
  void allMistakesOfAFolderAreReportedInOneRunInTheOrderOfReading() throws IOException {
    Map<String, List<String>> expected = expected();
    List<PolicyFile> files = new ArrayList<>();
    for (String name : expected.keySet()) {
      files.add(file(name));
    }

    List<String> found =
        PolicyLoader.load(files).findings().stream()
            .filter(f -> f.code() != Finding.Code.PERIOD_OVERLAP)
            .map(f -> f.code() + " " + f.location())
            .toList();

    // What a broken sheet may decide is not known, so nothing is said about missing providers.
    List<String> all =
        expected.values().stream()
            .flatMap(List::stream)
            .filter(line -> !line.startsWith("NO_PROVIDER"))
            .toList();
    assertThat(found).containsExactlyElementsOf(all);
  }

  private static PolicyFile file(String name) throws IOException {
    return new PolicyFile("decision-tables/" + name, Files.readAllBytes(FOLDER.resolve(name)));
  }

  /** File name → code and location of each finding. */
  private static Map<String, List<String>> expected() throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(FOLDER.resolve("expected.csv"), StandardCharsets.UTF_8);
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(",");
      expected
          .computeIfAbsent(parts[0], f -> new ArrayList<>())
          .add(parts[1] + " decision-tables/" + parts[0] + "#" + parts[2]);
    }
    return expected;
  }
}
