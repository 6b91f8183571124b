package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.policy.diff.Change;
import dev.huikuan.policy.diff.Difference;
import dev.huikuan.policy.diff.Section;
import dev.huikuan.web.studio.DiffView.Cell;
import dev.huikuan.web.studio.DiffView.Part;
import dev.huikuan.web.studio.DiffView.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a difference readable: what changed in which row of which table, old beside new. */
final class ReadDiff {

  static final int MOST_RESPELLED = 50;
  private static final int MOST_ROWS = 200;
  private static final int LONGEST = 400;

  private final Places now;
  private final Places before;
  private final Language language;
  private final List<Row> respelled = new ArrayList<>();

  ReadDiff(Places now, Places before, Language language) {
    this.now = now;
    this.before = before;
    this.language = language;
  }

  List<Part> parts(Difference difference) {
    List<Part> parts = new ArrayList<>();
    for (Change.OfSection section : difference.sections()) {
      Part part = part(section);
      if (!part.rows().isEmpty() || section.change() != Change.CHANGED) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** After {@link #parts}: what only looks different. */
  List<Row> respelled() {
    return respelled.subList(0, Math.min(MOST_RESPELLED, respelled.size()));
  }

  int moreRespelled() {
    return Math.max(0, respelled.size() - MOST_RESPELLED);
  }

  private Part part(Change.OfSection section) {
    List<Row> rows = new ArrayList<>();
    String title = title(section);
    keep(title, t(CheckPhrase.HEAD), Change.CHANGED, section.head(), "", section.after(), rows);
    boolean whole = section.kind() == Section.Kind.RULES || section.kind() == Section.Kind.CASES;
    for (Change.OfEntry entry : section.rows()) {
      if (whole) {
        rows.add(text(entry));
      } else {
        String place = entry.after().isEmpty() ? entry.before() : entry.after();
        String moved = entry.moved() ? moved(entry) : "";
        keep(title, entry.id(), entry.change(), entry.cells(), moved, place, rows);
      }
    }
    boolean entire = section.change() != Change.CHANGED;
    return new Part(
        section.kind().label().in(language),
        title,
        entire ? t(CheckPhrase.valueOf(section.change().name())) : "",
        style(section.change()),
        section.after().isEmpty()
            ? before.sheetUrl(section.before())
            : now.sheetUrl(section.after()),
        entire ? counted(CheckPhrase.SIZE, section.entries()) : "",
        rows.subList(0, Math.min(MOST_ROWS, rows.size())),
        rows.size() > MOST_ROWS ? counted(CheckPhrase.MORE, rows.size() - MOST_ROWS) : "");
  }

  /** A table by its name; a catalogue by its own; of everything else there is one. */
  private String title(Change.OfSection section) {
    String label = section.label().in(language);
    String name = label.isEmpty() ? section.name() : label;
    return switch (section.kind()) {
      case TABLE -> section.variant().isEmpty() ? name : name + " · " + section.variant();
      case CATALOGUE -> name;
      default -> "";
    };
  }

  private void keep(
      String title,
      String id,
      Change change,
      List<Change.OfCell> cells,
      String moved,
      String place,
      List<Row> rows) {
    List<Cell> differing = new ArrayList<>();
    List<Cell> same = new ArrayList<>();
    for (Change.OfCell cell : cells) {
      (cell.sameMeaning() ? same : differing).add(cell(cell));
    }
    String url = change == Change.REMOVED ? before.url(place) : now.url(place);
    String said = t(CheckPhrase.valueOf(change.name()));
    boolean whole = change == Change.ADDED || change == Change.REMOVED;
    if (whole || !differing.isEmpty() || !moved.isEmpty()) {
      rows.add(new Row(id, said, style(change), moved, url, differing));
    }
    if (!same.isEmpty()) {
      String named = title.isEmpty() ? id : title + " · " + id;
      respelled.add(new Row(named, "", "", "", url, same));
    }
  }

  /** Of a rule or a case only that its text is another. */
  private Row text(Change.OfEntry entry) {
    List<Cell> cells =
        entry.change() == Change.CHANGED
            ? List.of(new Cell(t(CheckPhrase.TEXT_CHANGED), "", "", ""))
            : List.of();
    String said = t(CheckPhrase.valueOf(entry.change().name()));
    return new Row(entry.id(), said, style(entry.change()), "", "", cells);
  }

  private Cell cell(Change.OfCell cell) {
    String url = cell.afterAt().isEmpty() ? before.url(cell.beforeAt()) : now.url(cell.afterAt());
    return new Cell(
        cell.label().in(language), shortened(cell.before()), shortened(cell.after()), url);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private String moved(Change.OfEntry entry) {
    return t(CheckPhrase.MOVED_TO)
        .replace("{now}", after(entry.follows()))
        .replace("{was}", after(entry.followed()));
  }

  private String after(String id) {
    return id.isEmpty() ? t(CheckPhrase.FIRST) : t(CheckPhrase.AFTER).replace("{id}", id);
  }

  String counted(CheckPhrase phrase, int count) {
    return t(phrase).replace("{count}", Integer.toString(count));
  }

  private static String style(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  private String t(CheckPhrase phrase) {
    return phrase.in(language);
  }
}
