package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where things of a version stand, and what the sheets there are called. */
final class Places {

  private static final String TABLES = "decision-tables/";

  private final String version;
  private final Map<String, String> titles = new HashMap<>();

  /**
   * @param tables the decision tables that a check lists
   * @param language as JSON has it
   */
  Places(String version, JsonNode tables, String language) {
    this.version = version;
    for (JsonNode table : tables) {
      String label = table.path("label").path(language).asText();
      String title = label.isEmpty() ? table.path("decision").asText() : label;
      titles.put(sheetOf(table.path("location").asText()), title);
    }
  }

  String version() {
    return version;
  }

  /** The place without its cell: {@code path#Sheet}, or the path of a CSV or a text file. */
  static String sheetOf(String location) {
    return SheetAddress.of("", location)
        .map(at -> at.sheet().isEmpty() ? at.file() : at.file() + "#" + at.sheet())
        .orElseGet(() -> fileOf(location));
  }

  /** The path alone. */
  static String fileOf(String location) {
    int end = location.indexOf('#');
    String path = end < 0 ? location : location.substring(0, end);
    return path.replaceFirst(":\\d+$", "");
  }

  /** The cell or line alone; empty for a whole file. */
  static String cellOf(String location) {
    Optional<SheetAddress> cell = SheetAddress.of("", location);
    if (cell.isPresent()) {
      return cell.get().cell();
    }
    String file = fileOf(location);
    return location.length() > file.length() ? location.substring(file.length() + 1) : "";
  }

  /** The address of a cell of a decision table or another sheet beside it; else empty. */
  String url(String location) {
    return SheetAddress.of(version, location)
        .filter(at -> at.file().startsWith(TABLES))
        .map(SheetAddress::url)
        .orElse("");
  }

  /** The address of the sheet in which a place is; else empty. */
  String sheetUrl(String location) {
    return SheetAddress.of(version, location)
        .filter(at -> at.file().startsWith(TABLES))
        .map(at -> new SheetAddress(version, at.file(), at.sheet(), "").url())
        .orElse("");
  }

  /** What the table of a sheet is called; else the sheet's name, else the file's. */
  String title(String sheet) {
    String name = sheet.substring(sheet.lastIndexOf('/') + 1);
    return titles.getOrDefault(sheet, name.substring(name.indexOf('#') + 1));
  }
}
