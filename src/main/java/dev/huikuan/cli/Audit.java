package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.AuditLog;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: who changed what and when, the latest first. */
@CommandLine.Command(
    name = "audit",
    description = "Show who changed what and when, the latest first.")
final class Audit extends Command {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      descriptionKey = "auditLimit",
      description = "At most so many entries (default: 50).")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "auditFormat",
      description = "text (default), or json: one entry a line.")
  private Choice.Format format;

  @Mixin private DatabaseOption database;

  Audit(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    if (limit < 1) {
      throw Refusal.usage("--limit 应为正整数，实为 " + limit, "--limit must be above 0, got " + limit);
    }
    try (House.Cellar access = house().cellar(database.url())) {
      List<AuditEntry> entries = read(access.audit());
      PrintWriter out = console().answer();
      if (format == Choice.Format.JSON) {
        for (AuditEntry entry : entries) {
          out.println(json(entry));
        }
      } else {
        out.println(text(entries));
      }
      return Exit.DONE;
    }
  }

  private List<AuditEntry> read(AuditLog audit) {
    List<AuditEntry> entries = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<AuditEntry> page = audit.read(Math.min(Page.MOST, limit - entries.size()), cursor);
      entries.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor.isPresent() && entries.size() < limit);
    return entries;
  }

  private String text(List<AuditEntry> entries) {
    TextTable table = new TextTable();
    table.row(
        new Text("时间", "at").in(language()),
        new Text("操作者", "who").in(language()),
        new Text("操作", "deed").in(language()),
        new Text("对象", "target").in(language()),
        new Text("说明", "detail").in(language()));
    entries.forEach(
        e ->
            table.row(e.at().toString(), or(e.who()), e.deed().name(), or(e.target()), e.detail()));
    return table.written();
  }

  private static String or(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String json(AuditEntry entry) throws IOException {
    return JsonMapper.builder()
        .build()
        .writeValueAsString(
            JsonNodeFactory.instance
                .objectNode()
                .put("at", entry.at().toString())
                .put("who", entry.who())
                .put("deed", entry.deed().name())
                .put("target", entry.target())
                .put("detail", entry.detail()));
  }
}
