package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.WrittenSheets;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sheets of the versions that were looked at last: reading workbooks takes longer than all else
 * of a page, and the tables of a version never change. Given up when memory is short. Thread-safe.
 */
final class SheetShelf {

  private static final int MOST_VERSIONS = 8;

  private final PolicyArchive archive;
  private final Map<String, SoftReference<Shelved>> byVersion =
      new LinkedHashMap<>(MOST_VERSIONS, 0.75f, true);

  SheetShelf(PolicyArchive archive) {
    this.archive = archive;
  }

  /**
   * The sheets of a version.
   *
   * @param titled those that are worth a line in a list, by the path of their file
   */
  record Shelved(WrittenSheets sheets, Map<String, List<Titled>> titled) {

    private static Shelved read(String version, List<PolicyFile> files) {
      WrittenSheets sheets = WrittenSheets.of(files);
      return new Shelved(
          sheets,
          sheets.grids().stream()
              .filter(grid -> grid.lastRow() > 0)
              .map(grid -> Titled.of(version, grid))
              .filter(sheet -> sheet.kind() != SheetKind.NOTE)
              .filter(sheet -> sheet.kind() != SheetKind.SCENARIOS)
              .collect(Collectors.groupingBy(Titled::path)));
    }
  }

  /**
   * A sheet in a list.
   *
   * @param path of its file
   * @param place of the sheet as a whole, as findings name it
   */
  record Titled(String path, String place, String url, SheetKind kind) {

    private static Titled of(String version, Grid grid) {
      return new Titled(
          grid.path(),
          Places.sheetOf(grid.location()),
          new SheetAddress(version, grid.path(), grid.sheet(), "").url(),
          SheetKind.of(grid));
    }
  }

  /** The sheets of a version. */
  Shelved of(String version) {
    return kept(version)
        .orElseGet(() -> keep(version, Shelved.read(version, archive.files(version))));
  }

  private synchronized Optional<Shelved> kept(String version) {
    return Optional.ofNullable(byVersion.get(version)).map(SoftReference::get);
  }

  private synchronized Shelved keep(String version, Shelved sheets) {
    byVersion.put(version, new SoftReference<>(sheets));
    if (byVersion.size() > MOST_VERSIONS) {
      byVersion.remove(byVersion.keySet().iterator().next());
    }
    return sheets;
  }
}
