package dev.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any sheet in a policy gives a report: what is wrong at its cell, or the analysis of its table.
 */
class PolicyFuzz {

  /** Sheets with mistakes, and tables that are good. */
  static List<byte[]> sheets() throws IOException {
    List<byte[]> sheets = new ArrayList<>();
    for (String folder : List.of("broken-policy", "dev/huikuan/scenario/policy/decision-tables")) {
      try (var files =
          Files.newDirectoryStream(Path.of("src/test/resources").resolve(folder), "*.csv")) {
        for (Path file : files) {
          sheets.add(Files.readAllBytes(file));
        }
      }
    }
    return sheets;
  }

  @MethodSource("sheets")
  @FuzzTest
  void anySheet(byte[] csv) {
    PolicyFile sheet = new PolicyFile("decision-tables/t.csv", csv);
    CheckReport report = CheckReport.of(List.of(sheet), Demands.NONE);
    assertThat(report.json(Language.ZH)).isNotEmpty();
    if (report.policyVersion().isEmpty()) {
      assertThat(report.findings()).isNotEmpty();
    }
    report.findings().forEach(f -> assertThat(f.location()).startsWith("decision-tables/t.csv"));
  }
}
