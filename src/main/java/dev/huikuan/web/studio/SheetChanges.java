package dev.huikuan.web.studio;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.ChangedWorkbook;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.WorkbookReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet with the changes that somebody has made to it and not yet made a draft of.
 *
 * @param texts what was typed, by cell
 * @param file the changed file; empty when the changes cannot be written
 * @param grid the sheet as it would be; as it is when it cannot be written
 * @param findings what loading the whole policy says of it; empty while nothing is changed
 * @param refused why it cannot be written
 */
record SheetChanges(
    Map<String, String> texts,
    Optional<PolicyFile> file,
    Grid grid,
    List<Finding> findings,
    List<Finding> refused) {

  /** Nothing is changed. */
  static SheetChanges none(OpenSheet sheet) {
    return new SheetChanges(Map.of(), Optional.empty(), sheet.grid(), List.of(), List.of());
  }

  /** Writes the changed file and loads the policy with it. */
  static SheetChanges of(OpenSheet sheet, Map<String, String> texts) {
    if (texts.isEmpty()) {
      return none(sheet);
    }
    ChangedWorkbook.Changed changed =
        ChangedWorkbook.of(sheet.file().path(), sheet.file().bytes(), sheet.grid().sheet(), texts);
    if (changed.bytes().isEmpty()) {
      return new SheetChanges(texts, Optional.empty(), sheet.grid(), List.of(), changed.findings());
    }
    PolicyFile file = new PolicyFile(sheet.file().path(), changed.bytes().get());
    Grid grid =
        WorkbookReader.read(file.path(), file.bytes()).grids().stream()
            .filter(one -> one.sheet().equals(sheet.grid().sheet()))
            .findFirst()
            .orElseThrow();
    List<PolicyFile> files = new ArrayList<>(sheet.files());
    files.removeIf(one -> one.path().equals(file.path()));
    files.add(file);
    return new SheetChanges(
        texts, Optional.of(file), grid, PolicyLoader.load(files).findings(), List.of());
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }
}
