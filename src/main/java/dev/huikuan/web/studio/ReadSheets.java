package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.StoredFile;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.web.studio.SheetShelf.Titled;
import dev.huikuan.web.studio.SheetsView.FileLine;
import dev.huikuan.web.studio.SheetsView.SheetLine;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the sheets and files of a version with what its check says of each. */
final class ReadSheets {

  private static final int MOST_UNCOVERED = 30;

  private final Frame frame;
  private final Places places;
  private final JsonNode report;
  private final Map<String, JsonNode> coverage = new HashMap<>();
  private final Map<String, int[]> found = new HashMap<>();

  /**
   * @param report of its check; without properties when there is none
   */
  ReadSheets(Frame frame, Places places, JsonNode report) {
    this.frame = frame;
    this.places = places;
    this.report = report;
    report
        .path("coverage")
        .forEach(table -> coverage.put(Places.sheetOf(table.path("location").asText()), table));
    report.path("findings").forEach(this::count);
  }

  private void count(JsonNode finding) {
    if (finding.path("acknowledged").isTextual()) {
      return;
    }
    String sheet = Places.sheetOf(finding.path("location").asText());
    int[] counts = found.computeIfAbsent(sheet, s -> new int[2]);
    switch (finding.path("severity").asText()) {
      case "ERROR" -> counts[0]++;
      case "WARNING" -> counts[1]++;
      default -> {}
    }
  }

  SheetsView read(List<StoredFile> files, Map<String, List<Titled>> titled) {
    List<SheetLine> sheets = new ArrayList<>();
    List<FileLine> tables = new ArrayList<>();
    List<FileLine> scenarios = new ArrayList<>();
    boolean clean = report.path("errors").asInt(1) == 0;
    for (StoredFile file : files) {
      if (file.folder().equals(DraftRequest.TABLES)) {
        List<SheetLine> lines = sheets(file, titled.getOrDefault(file.path(), List.of()));
        sheets.addAll(lines);
        boolean decides = lines.stream().anyMatch(line -> !line.rows().isEmpty());
        tables.add(
            line(file, clean && decides ? Downloads.tidyUrl(places.version(), file.path()) : ""));
      } else if (file.folder().equals(DraftRequest.SCENARIOS)) {
        scenarios.add(line(file, ""));
      }
    }
    sheets.sort(Comparator.comparing(line -> line.rows().isEmpty()));
    return new SheetsView(
        sheets, tables, scenarios, clean ? Downloads.tidyUrl(places.version()) : "");
  }

  private FileLine line(StoredFile file, String tidy) {
    long kilobytes = Math.max(1, Math.round(file.length() / 1000.0));
    return new FileLine(
        file.path().substring(file.folder().length() + 1),
        kilobytes + " kB",
        Downloads.url(places.version(), file.path()),
        tidy);
  }

  private List<SheetLine> sheets(StoredFile file, List<Titled> sheets) {
    return sheets.isEmpty() ? List.of(whole(file)) : sheets.stream().map(this::sheet).toList();
  }

  /** A file of which nothing can be read, or nothing is a sheet of the policy. */
  private SheetLine whole(StoredFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    boolean broken = found.containsKey(file.path());
    CheckPhrase kind = broken ? CheckPhrase.KIND_UNREADABLE : CheckPhrase.KIND_NOTE;
    return new SheetLine(name, frame.t(kind), "", name, "", "", "", said(file.path()), broken);
  }

  private SheetLine sheet(Titled listed) {
    String sheet = listed.place();
    JsonNode table = coverage.get(sheet);
    int rows = table == null ? -1 : table.path("rows").asInt();
    return new SheetLine(
        places.title(sheet),
        frame.t(kind(listed.kind())),
        listed.url(),
        listed.path().substring(listed.path().lastIndexOf('/') + 1),
        table == null ? "" : Integer.toString(rows),
        table == null ? "" : (rows - table.path("uncovered").size()) + "/" + rows,
        table == null ? "" : uncovered(table.path("uncovered")),
        said(sheet),
        found.getOrDefault(sheet, new int[2])[0] > 0);
  }

  private String uncovered(JsonNode rows) {
    List<String> ids = new ArrayList<>();
    for (JsonNode row : rows) {
      if (ids.size() == MOST_UNCOVERED) {
        int more = rows.size() - ids.size();
        ids.add(frame.t(CheckPhrase.MORE).replace("{count}", Integer.toString(more)));
        break;
      }
      ids.add(row.asText());
    }
    return String.join(frame.language() == Language.ZH ? "、" : ", ", ids);
  }

  private String said(String sheet) {
    int[] counts = found.getOrDefault(sheet, new int[2]);
    return ReadStudio.found(counts[0], counts[1], "", frame);
  }

  private static CheckPhrase kind(SheetKind kind) {
    return switch (kind) {
      case DECISION -> CheckPhrase.KIND_DECISION;
      case CATALOGUE -> CheckPhrase.KIND_CATALOGUE;
      case ATTRIBUTES -> CheckPhrase.KIND_ATTRIBUTES;
      case PARAMETERS -> CheckPhrase.KIND_PARAMETERS;
      case CALENDAR -> CheckPhrase.KIND_CALENDAR;
      case SCENARIOS, NOTE -> CheckPhrase.KIND_NOTE;
    };
  }
}
