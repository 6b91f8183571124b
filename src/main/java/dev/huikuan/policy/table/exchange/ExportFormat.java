package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the tables of a policy can be written. */
public enum ExportFormat {
  CSV(new CsvExport()),
  MD(new MarkdownExport()),
  DRL(new DrlExport());

  private final TableExport export;

  ExportFormat(TableExport export) {
    this.export = export;
  }

  /** By name, without regard to case. */
  public static Optional<ExportFormat> named(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
  }

  /** As one writes it: {@code csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The files of a policy's tables, one for each table, named after its decision. */
  public List<ExportedFile> files(List<DecisionTable> tables, Vocabulary words) {
    FileNames names = new FileNames();
    List<ExportedFile> files = new ArrayList<>();
    for (DecisionTable table : tables) {
      files.add(
          new ExportedFile(names.of(table) + "." + export.extension(), export.write(table, words)));
    }
    return List.copyOf(files);
  }
}
