package dev.huikuan.web.studio;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Term;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.Address;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.SheetLayout;
import dev.huikuan.policy.table.TermWords;
import dev.huikuan.policy.table.WorkbookReader;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.studio.SheetView.Column;
import dev.huikuan.web.studio.SheetView.Link;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the view of a sheet of what is stored of it and what the reader has changed. */
final class ReadSheet {

  /** More values than this are a list to look up, not to choose from. */
  private static final int MOST_VALUES = 200;

  private final OpenSheet sheet;
  private final SheetChanges changes;
  private final SheetReport report;
  private final ReadRows.Asked asked;
  private final Frame frame;
  private final SheetLayout layout;

  ReadSheet(
      OpenSheet sheet,
      SheetChanges changes,
      Optional<StoredCheck> check,
      ReadRows.Asked asked,
      Frame frame) {
    this.sheet = sheet;
    this.changes = changes;
    this.report = SheetReport.of(sheet, changes, check, frame.language());
    this.asked = asked;
    this.frame = frame;
    this.layout = sheet.layout(changes.grid());
  }

  /**
   * The view.
   *
   * @param problem why nothing was done; empty: nothing is the matter
   */
  SheetView read(String problem, String note, String noteFault) {
    boolean editable = frame.visitor().isAnalyst();
    int wanted = asked.near().isEmpty() ? 0 : Address.parse(asked.near()).row();
    ShownRows shown =
        ShownRows.of(
            changes.grid(),
            Math.max(layout.headerRow(), layout.bandRow()),
            wanted,
            editable && changes.grid().lastRow() > 0);
    FoundOnCells found = new FoundOnCells(sheet, report, layout, frame, cell -> link(shown, cell));
    Map<Integer, Column> columns = columns();
    return new SheetView(
        frame,
        sheet.version(),
        sheet.file().path(),
        sheet.grid().sheet(),
        layout.label().in(frame.language()),
        kind(),
        layout.code(),
        editable,
        problem,
        books(),
        found.all(),
        List.copyOf(columns.values()),
        layout.kind() == SheetKind.DECISION,
        new ReadRows(sheet, changes, layout, report, asked, frame, shown, columns, found.marks())
            .read(),
        shown.isPart() ? Optional.of(pages(shown)) : Optional.empty(),
        changed(note, noteFault),
        asked.hits());
  }

  private String kind() {
    return frame.t(SheetPhrase.valueOf("KIND_" + layout.kind().name()));
  }

  private String link(ShownRows shown, String cell) {
    return shown.shows(Address.parse(cell).row()) ? "#" + cell : at(cell) + "#" + cell;
  }

  private String at(String cell) {
    return "/studio/"
        + sheet.version()
        + "/sheet"
        + PageLanguage.url(
            List.of("file", sheet.file().path(), "sheet", sheet.grid().sheet(), "cell", cell));
  }

  private SheetView.Pages pages(ShownRows shown) {
    String said =
        frame
            .t(SheetPhrase.ROWS_SHOWN)
            .replace("{from}", Integer.toString(shown.first()))
            .replace("{to}", Integer.toString(shown.last()));
    return new SheetView.Pages(
        said, shown.before().map(row -> at("A" + row)), shown.after().map(row -> at("A" + row)));
  }

  private Map<Integer, Column> columns() {
    Map<Integer, Column> columns = new TreeMap<>();
    int last = Math.max(changes.grid().lastColumn(), sheet.grid().lastColumn());
    for (int at = 1; at <= last; at++) {
      columns.put(at, column(at, Optional.ofNullable(layout.columns().get(at))));
    }
    return columns;
  }

  private Column column(int at, Optional<SheetLayout.Column> column) {
    Language language = frame.language();
    String fitting = column.map(c -> c.fitting().in(language)).orElse("");
    boolean tested =
        column.filter(c -> c.part() == SheetLayout.Part.WHEN && c.term().isPresent()).isPresent();
    String more =
        tested ? (language == Language.ZH ? "；" : "; ") + frame.t(SheetPhrase.ANYTHING) : "";
    List<AllowedValue> values = column.map(SheetLayout.Column::values).orElse(List.of());
    return new Column(
        at,
        Address.letters(at),
        column.map(c -> c.part().name().toLowerCase(Locale.ROOT)).orElse("plain"),
        fitting.isEmpty()
            ? ""
            : frame.t(SheetPhrase.ALLOWED) + (language == Language.ZH ? "：" : " ") + fitting + more,
        values.size() > MOST_VALUES
            ? List.of()
            : values.stream()
                .map(value -> new SheetView.Value(value.code(), value.label().in(language)))
                .toList(),
        column.flatMap(SheetLayout.Column::term).map(term -> meaning(term.term())));
  }

  private SheetView.Meaning meaning(Term term) {
    Language language = frame.language();
    String separator = language == Language.ZH ? "；" : "; ";
    List<String> facts = new ArrayList<>();
    Language other = language == Language.ZH ? Language.EN : Language.ZH;
    facts.add(term.label().in(other));
    facts.addAll(Arrays.asList(TermWords.description(term).in(language).split(separator)));
    return new SheetView.Meaning(term.label().in(language), term.code(), facts);
  }

  private List<SheetView.Book> books() {
    Map<String, List<Link>> books = new LinkedHashMap<>();
    for (Grid grid : sheet.sheets().grids()) {
      String label = grid.sheet().isEmpty() ? fileName(grid.path()) : grid.sheet();
      books
          .computeIfAbsent(grid.path(), path -> new ArrayList<>())
          .add(link(grid.path(), grid.sheet(), label));
    }
    for (PolicyFile file : sheet.files()) {
      boolean unread = !books.containsKey(file.path()) && !file.folder().equals("decision-tables");
      if (unread && WorkbookReader.isSheetFile(file.path())) {
        books.put(file.path(), List.of(link(file.path(), "", fileName(file.path()))));
      }
    }
    return books.entrySet().stream()
        .map(book -> new SheetView.Book(book.getKey(), book.getValue()))
        .toList();
  }

  private Link link(String path, String name, String label) {
    boolean current =
        path.equals(sheet.file().path())
            && (name.equals(sheet.grid().sheet()) || !path.startsWith("decision-tables/"));
    return new Link(new SheetAddress(sheet.version(), path, name, "").url(), label, current);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private SheetView.Changes changed(String note, String noteFault) {
    List<SheetView.Change> list = new ArrayList<>();
    changes
        .texts()
        .forEach(
            (address, text) -> {
              Address at = Address.parse(address);
              String was = sheet.grid().cell(at.row(), at.column()).text();
              list.add(new SheetView.Change(address, heading(at), shown(was), shown(text), text));
            });
    return new SheetView.Changes(list, said(list.size()), report.errors() > 0, note, noteFault);
  }

  /** The row's id and what the column is about, where the cell has them. */
  private String heading(Address at) {
    List<String> words = new ArrayList<>();
    Optional.ofNullable(layout.rowIds().get(at.row())).ifPresent(words::add);
    Optional.ofNullable(layout.columns().get(at.column()))
        .filter(column -> at.row() > layout.headerRow())
        .flatMap(SheetLayout.Column::term)
        .ifPresent(term -> words.add(term.term().label().in(frame.language())));
    return String.join(" · ", words);
  }

  private String shown(String text) {
    return text.isEmpty() ? frame.t(SheetPhrase.NOTHING) : text;
  }

  private String said(int count) {
    if (count == 0) {
      return frame.t(SheetPhrase.NO_CHANGES);
    }
    long errors = report.errors();
    SheetPhrase changed = count == 1 ? SheetPhrase.ONE_CHANGE : SheetPhrase.MANY_CHANGES;
    SheetPhrase wrong =
        errors == 0
            ? SheetPhrase.NO_ERRORS
            : errors == 1 ? SheetPhrase.ONE_ERROR : SheetPhrase.MANY_ERRORS;
    return frame.t(changed).replace("{count}", Integer.toString(count))
        + (frame.language() == Language.ZH ? "，" : ", ")
        + frame.t(wrong).replace("{count}", Long.toString(errors));
  }
}
