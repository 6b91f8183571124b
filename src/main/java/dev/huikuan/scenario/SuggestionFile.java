package dev.huikuan.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes suggested scenarios as a file that runs as it is once it lies in test-scenarios. */
public enum SuggestionFile {
  /** One sheet for each table. */
  XLSX,
  /** One sheet for all. */
  CSV,
  YAML;

  private static final int LONGEST_SHEET_NAME = 31;

  /** By the end of the file's name. */
  public static Optional<SuggestionFile> named(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return Optional.of(XLSX);
    }
    if (name.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return name.endsWith(".yaml") || name.endsWith(".yml") ? Optional.of(YAML) : Optional.empty();
  }

  /** The bytes of the file, its words in one language. */
  public byte[] written(List<Suggestion> scenarios, Language language) throws IOException {
    return switch (this) {
      case XLSX -> workbook(scenarios, language);
      case CSV -> csv(grid(scenarios, language));
      case YAML -> yaml(scenarios, language);
    };
  }

  private static byte[] workbook(List<Suggestion> scenarios, Language language)
      throws IOException {
    Map<String, List<Suggestion>> byTable = new LinkedHashMap<>();
    scenarios.forEach(s -> byTable.computeIfAbsent(s.decision(), d -> new ArrayList<>()).add(s));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Huikuan", "1.0")) {
      int number = 0;
      for (Map.Entry<String, List<Suggestion>> table : byTable.entrySet()) {
        number++;
        String name = table.getKey().replaceAll("[\\\\/?*\\[\\]:']", " ");
        boolean fits = name.length() <= LONGEST_SHEET_NAME;
        sheet(
            workbook.newWorksheet(
                fits ? name : number + " " + name.substring(0, LONGEST_SHEET_NAME - 5)),
            grid(table.getValue(), language));
      }
    }
    return bytes.toByteArray();
  }

  private static void sheet(Worksheet sheet, List<List<String>> grid) {
    for (int row = 0; row < grid.size(); row++) {
      for (int column = 0; column < grid.get(row).size(); column++) {
        String cell = grid.get(row).get(column);
        if (!cell.isEmpty()) {
          sheet.inlineString(row, column, cell);
        }
        if (row < 2) {
          sheet.style(row, column).bold().fillColor("D9E2F3").wrapText(true).set();
        } else {
          // Text, so that a spreadsheet changes nothing when it is edited.
          sheet.style(row, column).format("@").set();
        }
      }
    }
    int columns = grid.get(0).size();
    sheet.width(0, 48);
    for (int column = 1; column < columns - 1; column++) {
      sheet.width(column, 18);
    }
    sheet.width(columns - 1, 60);
    sheet.freezePane(1, 2);
  }

  private static byte[] csv(List<List<String>> grid) throws IOException {
    StringWriter text = new StringWriter().append('\uFEFF');
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      grid.forEach(row -> writer.writeRecord(row));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<List<String>> grid(List<Suggestion> scenarios, Language language) {
    Set<String> given = new LinkedHashSet<>();
    Set<String> expect = new LinkedHashSet<>();
    scenarios.forEach(s -> given.addAll(s.given().keySet()));
    scenarios.forEach(s -> expect.addAll(s.expect().keySet()));
    List<String> bands = new ArrayList<>(List.of(new Text("场景", "Scenarios").in(language), ""));
    List<String> headers = new ArrayList<>();
    headers.add(new Text("场景", "Scenario").in(language));
    headers.add(new Text("截至", "As of").in(language));
    band(bands, headers, new Text("给定", "Given").in(language), given);
    band(bands, headers, new Text("预期", "Expect").in(language), expect);
    band(
        bands,
        headers,
        new Text("备注", "Notes").in(language),
        Set.of(new Text("说明", "Note").in(language)));
    List<List<String>> grid = new ArrayList<>(List.of(bands, headers));
    for (Suggestion scenario : scenarios) {
      List<String> row = new ArrayList<>();
      row.add(scenario.name().in(language));
      row.add(scenario.asOf().map(Object::toString).orElse(""));
      given.forEach(term -> row.add(scenario.given().getOrDefault(term, "")));
      expect.forEach(
          term -> row.add(scenario.expect().getOrDefault(term, Text.EMPTY).in(language)));
      row.add(Suggestion.NOTE.in(language));
      grid.add(row);
    }
    return grid;
  }

  private static void band(
      List<String> bands, List<String> headers, String band, Set<String> names) {
    String word = band;
    for (String name : names) {
      bands.add(word);
      headers.add(name);
      word = "";
    }
  }

  private static byte[] yaml(List<Suggestion> scenarios, Language language) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    YAMLFactory factory =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    try (JsonGenerator yaml = factory.createGenerator(bytes)) {
      yaml.writeStartArray();
      for (Suggestion scenario : scenarios) {
        yaml.writeStartObject();
        yaml.writeStringField("name", scenario.name().in(language));
        yaml.writeStringField("note", Suggestion.NOTE.in(language));
        if (scenario.asOf().isPresent()) {
          yaml.writeStringField("asOf", scenario.asOf().get().toString());
        }
        yaml.writeObjectFieldStart("given");
        for (Map.Entry<String, String> cell : scenario.given().entrySet()) {
          yaml.writeStringField(cell.getKey(), cell.getValue());
        }
        yaml.writeEndObject();
        yaml.writeObjectFieldStart("expect");
        for (Map.Entry<String, Text> cell : scenario.expect().entrySet()) {
          yaml.writeStringField(cell.getKey(), cell.getValue().in(language));
        }
        yaml.writeEndObject();
        yaml.writeEndObject();
      }
      yaml.writeEndArray();
    }
    return bytes.toByteArray();
  }
}
