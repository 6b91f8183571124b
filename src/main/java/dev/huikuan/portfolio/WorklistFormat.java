package dev.huikuan.portfolio;

import dev.huikuan.domain.Text;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a worklist is written, told by the name of the file. */
public enum WorklistFormat {
  CSV,
  NDJSON,
  XLSX;

  /** What can be written, for messages. */
  public static final Text CHOICES =
      new Text("可用 .csv、.ndjson、.jsonl 或 .xlsx", "use .csv, .ndjson, .jsonl or .xlsx");

  public static Optional<WorklistFormat> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    if (lower.endsWith(".xlsx")) {
      return Optional.of(XLSX);
    }
    return lower.endsWith(".ndjson") || lower.endsWith(".jsonl")
        ? Optional.of(NDJSON)
        : Optional.empty();
  }
}
