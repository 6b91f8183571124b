package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.WrittenSheets;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetLayout;
import dev.huikuan.policy.table.WorkbookReader;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a version, as it is stored.
 *
 * @param files of the version, without the rules: these are never compiled from the archive
 * @param file in which the sheet is
 */
record OpenSheet(
    ArchivedPolicy policy,
    List<PolicyFile> files,
    PolicyFile file,
    Grid grid,
    WrittenSheets sheets) {

  private static final String RULES = "rules";

  /**
   * Finds a sheet.
   *
   * @param path of its file; empty: the first of the version
   * @param name of the sheet; empty: the first of the file
   * @return empty when the version has no such sheet, or its file cannot be read
   * @throws PolicyRefusal when there is no such version
   */
  static Optional<OpenSheet> find(
      PolicyArchive archive, SheetShelf shelf, String version, String path, String name) {
    ArchivedPolicy policy = archive.find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
    List<PolicyFile> files =
        archive.files(version).stream().filter(file -> !file.folder().equals(RULES)).toList();
    WrittenSheets sheets = shelf.of(version).sheets();
    String wanted =
        path.isEmpty() && !sheets.grids().isEmpty() ? sheets.grids().get(0).path() : path;
    for (PolicyFile file : files) {
      if (file.path().equals(wanted) && WorkbookReader.isSheetFile(wanted)) {
        return grid(file, sheets, name)
            .map(grid -> new OpenSheet(policy, files, file, grid, sheets));
      }
    }
    return Optional.empty();
  }

  private static Optional<Grid> grid(PolicyFile file, WrittenSheets sheets, String name) {
    List<Grid> grids = sheets.of(file.path());
    List<Grid> all =
        grids.isEmpty() ? WorkbookReader.read(file.path(), file.bytes()).grids() : grids;
    return all.stream().filter(grid -> name.isEmpty() || grid.sheet().equals(name)).findFirst();
  }

  String version() {
    return policy.version();
  }

  /** What its rows and columns are; those of another grid when it was changed. */
  SheetLayout layout(Grid shown) {
    return SheetLayout.of(shown, sheets.vocabulary());
  }

  /** True when a finding's place is in this sheet. */
  boolean holds(SheetAddress place) {
    return place.file().equals(file.path()) && place.sheet().equals(grid.sheet());
  }
}
