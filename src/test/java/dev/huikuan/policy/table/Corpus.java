package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Files of hand-written cells, one a line, fields separated by tabs, {@code #} for comments. */
final class Corpus {

  /** A line's fields, at least four. */
  record Line(int number, List<String> fields) {
    String name() {
      return number + ": " + fields.get(0) + " " + fields.get(1);
    }
  }

  private Corpus() {}

  static Stream<Line> lines(String file) throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      List<Line> found = new ArrayList<>();
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isBlank() && !lines[i].startsWith("# ")) {
          List<String> fields = new ArrayList<>(Arrays.asList(lines[i].split("\t", -1)));
          while (fields.size() < 4) {
            fields.add("");
          }
          found.add(new Line(i + 1, fields));
        }
      }
      return found.stream();
    }
  }

  /** Field 2 is {@code !CODE}, field 3 a part of the English message. */
  static void assertError(List<Finding> findings, List<String> line, RawCell cell, String at) {
    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.code()).as(finding.message().en()).hasToString(line.get(2).substring(1));
    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
    assertThat(finding.location()).isEqualTo(at);
    assertThat(finding.found()).isEqualTo(cell.text());
    assertThat(finding.message().en()).contains(line.get(3)).matches("\\p{ASCII}.*|`.*");
    assertThat(finding.message().zh()).isNotBlank().isNotEqualTo(finding.message().en());
    assertThat(finding.expected().zh()).isNotBlank();
    assertThat(finding.expected().en()).isNotBlank();
  }
}
