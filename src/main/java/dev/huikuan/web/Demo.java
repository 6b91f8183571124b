package dev.huikuan.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A case to try that ships with the policy.
 *
 * @param title what it shows
 */
record Demo(String id, Text title, String json) {

  private static final String FOLDER = "test-scenarios/cases/";
  private static final String INDEX = FOLDER + "index.csv";
  private static final String ENDING = ".json";

  /** The cases that the index {@code test-scenarios/cases/index.csv} lists, in its order. */
  static List<Demo> among(List<PolicyFile> files) {
    Map<String, PolicyFile> byPath =
        files.stream()
            .collect(Collectors.toMap(PolicyFile::path, Function.identity(), (a, b) -> a));
    return Optional.ofNullable(byPath.get(INDEX))
        .map(index -> listed(text(index), byPath))
        .orElse(List.of());
  }

  private static List<Demo> listed(String index, Map<String, PolicyFile> byPath) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(index)) {
      return rows.stream()
          .filter(row -> byPath.containsKey(FOLDER + row.getField("file")))
          .map(row -> of(row, byPath.get(FOLDER + row.getField("file"))))
          .toList();
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static Demo of(NamedCsvRecord row, PolicyFile file) {
    String name = row.getField("file");
    String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return new Demo(
        id, new Text(row.getField("title (zh)"), row.getField("title (en)")), text(file));
  }

  private static String text(PolicyFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
