package dev.huikuan.decision;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A policy of the product's own words, without tables and rules; tests may change parameters. */
public final class BuiltIn {

  private BuiltIn() {}

  public static Policy policy() {
    return policy(Map.of(), List.of());
  }

  /** With undated parameters of these values in place of the built-in ones, and more terms. */
  public static Policy policy(Map<String, Value> changed, List<Term> more) {
    List<Parameters.Row> rows = new ArrayList<>(parameters());
    rows.removeIf(row -> changed.containsKey(row.code()));
    changed.forEach((c, v) -> rows.add(new Parameters.Row(c, v, Optional.empty(), "", "test")));
    Map<String, Catalogue> catalogues = new LinkedHashMap<>();
    for (String name : List.of("actions", "holds", "alerts", "advice", "roles")) {
      catalogues.put(name, catalogue(name));
    }
    return new Policy(
        "test",
        new Vocabulary(terms()).with(more),
        catalogues,
        new Parameters(rows),
        List.of(),
        RuleBook.compile(Map.of()).rules().orElseThrow());
  }

  /** The terms of vocabulary.csv. */
  public static List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    for (NamedCsvRecord row : rows("vocabulary")) {
      terms.add(
          new Term(
              row.getField("Code"),
              new Text(row.getField("Label (zh)"), row.getField("Label (en)")),
              Level.valueOf(row.getField("Level").toUpperCase(Locale.ROOT)),
              row.getField("On account").equals("yes"),
              Origin.valueOf(row.getField("Origin").toUpperCase(Locale.ROOT)),
              type(row.getField("Type")),
              row.getField("Unit"),
              micros(row.getField("Min")),
              micros(row.getField("Max")),
              "",
              values(row.getField("Values")),
              row.getField("Where"),
              row.getField("Overridable").equals("yes")));
    }
    return terms;
  }

  private static List<Parameters.Row> parameters() {
    return rows("parameters").stream()
        .map(
            row ->
                new Parameters.Row(
                    row.getField("Code"),
                    value(type(row.getField("Type")), row.getField("Value")),
                    Optional.of(row.getField("Effective from"))
                        .filter(text -> !text.isEmpty())
                        .map(LocalDate::parse),
                    row.getField("Source"),
                    "parameters.csv"))
        .toList();
  }

  private static Catalogue catalogue(String name) {
    Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(name)) {
      Text label = new Text(row.getField("Label (zh)"), row.getField("Label (en)"));
      entries.put(
          row.getField("Code"),
          new CatalogueEntry(
              row.getField("Code"), label, false, row.getFieldsAsMap(), name + ".csv"));
    }
    return new Catalogue(name, entries);
  }

  private static Value value(TermType type, String text) {
    return switch (type) {
      case CODE -> Value.code(text);
      case TIME -> Value.time(LocalTime.parse(text));
      default -> Value.number(new BigDecimal(text));
    };
  }

  private static TermType type(String label) {
    return Arrays.stream(TermType.values())
        .filter(type -> type.label().en().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Long> micros(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Micros.exact(new BigDecimal(text)));
  }

  private static List<AllowedValue> values(String text) {
    return text.isEmpty() || text.startsWith("catalogue:")
        ? List.of()
        : Arrays.stream(text.split(", "))
            .map(pair -> pair.split("=")[0].strip())
            .map(code -> new AllowedValue(code, Text.same(code)))
            .toList();
  }

  /** The records of a built-in file below its first line, which says what it is. */
  private static List<NamedCsvRecord> rows(String name) {
    String resource = "/dev/huikuan/policy/" + name + ".csv";
    try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String table = text.substring(text.indexOf('\n') + 1);
      return CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(table).stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
