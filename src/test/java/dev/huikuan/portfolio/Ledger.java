package dev.huikuan.portfolio;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A portfolio run on the default policy, as a test wants it. */
final class Ledger {

  /** What came of it. */
  record Ran(Summary summary, byte[] output) {
    String text() {
      return new String(output, StandardCharsets.UTF_8);
    }

    /** The CSV's rows by customer, each by column. */
    Map<String, Map<String, String>> byCustomer() {
      Map<String, Map<String, String>> result = new LinkedHashMap<>();
      List<String> header = List.of();
      for (var row :
          de.siegmar.fastcsv.reader.CsvReader.builder()
              .detectBomHeader(true)
              .ofCsvRecord(new ByteArrayInputStream(output))) {
        if (header.isEmpty()) {
          header = row.getFields();
        } else {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.getField(i));
          }
          result.put(row.getField(0), cells);
        }
      }
      return result;
    }
  }

  private static DecisionPipeline pipeline;

  private String name = "ledger.csv";
  private byte[] input = new byte[0];
  private Optional<byte[]> mapping = Optional.empty();
  private Optional<String> asOf = Optional.of("2025-09-30");
  private WorklistFormat format = WorklistFormat.CSV;
  private Language language = Language.EN;
  private long inMemory = 32_000_000;

  /** One pipeline for all tests: compiling the rules takes seconds. */
  static synchronized DecisionPipeline pipeline() throws IOException {
    if (pipeline == null) {
      var files = PolicyFolder.read(Path.of("").toAbsolutePath());
      pipeline = new DecisionPipeline(PolicyLoader.load(files).policy().orElseThrow());
    }
    return pipeline;
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Ledger.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** The synthetic ledger of the test resources with its mapping. */
  static Ledger shipped() throws IOException {
    return new Ledger().csv(resource("ledger.csv")).mapping(resource("ledger-mapping.json"));
  }

  /** A ledger whose headers are the targets. */
  static Ledger of(String... lines) {
    return new Ledger().csv((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Ledger csv(byte[] bytes) {
    this.input = bytes;
    return this;
  }

  Ledger encoded(Charset charset) {
    this.input = new String(input, StandardCharsets.UTF_8).getBytes(charset);
    return this;
  }

  Ledger named(String fileName) {
    this.name = fileName;
    return this;
  }

  Ledger mapping(byte[] json) {
    this.mapping = Optional.of(json);
    return this;
  }

  Ledger mapping(String json) {
    return mapping(json.getBytes(StandardCharsets.UTF_8));
  }

  Ledger asOf(String day) {
    this.asOf = Optional.of(day);
    return this;
  }

  Ledger ownAsOf() {
    this.asOf = Optional.empty();
    return this;
  }

  Ledger as(WorklistFormat wanted) {
    this.format = wanted;
    return this;
  }

  Ledger in(Language wanted) {
    this.language = wanted;
    return this;
  }

  /** The same rows, last first. */
  Ledger reversed() {
    List<String> lines =
        new ArrayList<>(new String(input, StandardCharsets.UTF_8).lines().toList());
    String header = lines.remove(0);
    java.util.Collections.reverse(lines);
    lines.add(0, header);
    return csv((String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8));
  }

  /** Rows go to disk beyond so many bytes. */
  Ledger inMemory(long bytes) {
    this.inMemory = bytes;
    return this;
  }

  Ran run() throws IOException, InvalidLedger {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Portfolio.Order order =
        new Portfolio.Order(
            asOf,
            LocalDate.of(2026, 1, 15),
            Instant.parse("2026-01-15T00:00:00Z"),
            language,
            format,
            Progress.NONE);
    Summary summary =
        Portfolio.run(
            pipeline(),
            new PortfolioInput(name, new ByteArrayInputStream(input), mapping),
            order,
            out,
            inMemory);
    return new Ran(summary, out.toByteArray());
  }
}
