package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.policy.table.exchange.ExportFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads options with a closed list of values, without regard to case in any locale. */
final class Choice {

  private Choice() {}

  static ITypeConverter<Language> language() {
    return written -> Language.valueOf(one(written, List.of("zh", "en")).toUpperCase(Locale.ROOT));
  }

  /** The forms of an answer on standard output. */
  enum Format {
    JSON,
    TEXT
  }

  static ITypeConverter<Format> format() {
    return written ->
        Format.valueOf(one(written, List.of("json", "text")).toUpperCase(Locale.ROOT));
  }

  /** The forms of a simulation's answer. */
  enum SimulationFormat {
    TEXT,
    JSON,
    XLSX
  }

  static ITypeConverter<SimulationFormat> simulationFormat() {
    return written ->
        SimulationFormat.valueOf(
            one(written, List.of("text", "json", "xlsx")).toUpperCase(Locale.ROOT));
  }

  static ITypeConverter<ExportFormat> exportFormat() {
    List<String> names = Arrays.stream(ExportFormat.values()).map(ExportFormat::written).toList();
    return written -> ExportFormat.named(one(written, names)).orElseThrow();
  }

  private static String one(String written, List<String> choices) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(word)) {
      throw new TypeConversionException(
          "must be one of " + String.join(", ", choices) + ", got `" + written + "`");
    }
    return word;
  }
}
