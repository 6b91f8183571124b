package dev.huikuan.policy.diff;

import dev.huikuan.policy.diff.Section.Cell;
import dev.huikuan.policy.diff.Section.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two versions: sections by name, entries by id, cells by column. Places, files
 * and spellings do not count; what is written differently and means the same is marked.
 *
 * @param sections those in which something changed, in the order of their kinds, then the new
 *     version's, those that are gone last
 */
public record Difference(List<Change.OfSection> sections) {

  public Difference {
    sections = List.copyOf(sections);
  }

  /** Holds the sections of two versions against each other. */
  public static Difference of(List<Section> before, List<Section> after) {
    List<Change.OfSection> changes = new ArrayList<>();
    for (Section.Kind kind : Section.Kind.values()) {
      Map<Section, Section> pairs = paired(of(kind, before), of(kind, after));
      Set<Section> kept = new HashSet<>(pairs.values());
      for (Section section : of(kind, after)) {
        Optional.ofNullable(pairs.get(section))
            .map(old -> changed(old, section))
            .orElseGet(() -> Optional.of(whole(section, Change.ADDED)))
            .ifPresent(changes::add);
      }
      of(kind, before).stream()
          .filter(section -> !kept.contains(section))
          .map(section -> whole(section, Change.REMOVED))
          .forEach(changes::add);
    }
    return new Difference(changes);
  }

  private static List<Section> of(Section.Kind kind, List<Section> sections) {
    return sections.stream().filter(section -> section.kind() == kind).toList();
  }

  /** After → before: the same name and variant, else the next of that name that is left. */
  private static Map<Section, Section> paired(List<Section> before, List<Section> after) {
    Map<Section, Section> pairs = new LinkedHashMap<>();
    List<Section> left = new ArrayList<>(before);
    for (boolean exact : List.of(true, false)) {
      for (Section section : after) {
        if (!pairs.containsKey(section)) {
          left.stream()
              .filter(old -> old.name().equals(section.name()))
              .filter(old -> !exact || old.variant().equals(section.variant()))
              .findFirst()
              .ifPresent(
                  old -> {
                    pairs.put(section, old);
                    left.remove(old);
                  });
        }
      }
    }
    return pairs;
  }

  private static Change.OfSection whole(Section section, Change change) {
    boolean added = change == Change.ADDED;
    return new Change.OfSection(
        section.kind(),
        section.name(),
        section.variant(),
        section.label(),
        change,
        added ? "" : section.location(),
        added ? section.location() : "",
        section.entries().size(),
        List.of(),
        List.of());
  }

  private static Optional<Change.OfSection> changed(Section before, Section after) {
    List<Change.OfCell> head = cells(before.head(), after.head());
    List<Change.OfEntry> rows = rows(before, after);
    return head.isEmpty() && rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Change.OfSection(
                after.kind(),
                after.name(),
                after.variant(),
                after.label(),
                Change.CHANGED,
                before.location(),
                after.location(),
                after.entries().size(),
                head,
                rows));
  }

  private static List<Change.OfEntry> rows(Section before, Section after) {
    Map<String, Entry> old = byId(before);
    Map<String, Entry> now = byId(after);
    Set<String> moved =
        before.ordered() || after.ordered()
            ? Order.moved(List.copyOf(old.keySet()), List.copyOf(now.keySet()))
            : Set.of();
    Map<String, String> followed = previous(old);
    Map<String, String> follows = previous(now);
    List<Change.OfEntry> rows = new ArrayList<>();
    now.forEach(
        (id, entry) -> {
          Entry earlier = old.get(id);
          boolean elsewhere = moved.contains(id);
          if (earlier == null) {
            rows.add(row(id, Change.ADDED, Optional.empty(), Optional.of(entry), follows, followed));
            return;
          }
          List<Change.OfCell> cells = cells(earlier.cells(), entry.cells());
          if (!cells.isEmpty() || elsewhere) {
            boolean differs = cells.stream().anyMatch(cell -> !cell.sameMeaning());
            rows.add(
                new Change.OfEntry(
                    id,
                    elsewhere && !differs ? Change.MOVED : Change.CHANGED,
                    earlier.location(),
                    entry.location(),
                    cells,
                    elsewhere,
                    follows.get(id),
                    followed.get(id)));
          }
        });
    old.forEach(
        (id, entry) -> {
          if (!now.containsKey(id)) {
            rows.add(
                row(id, Change.REMOVED, Optional.of(entry), Optional.empty(), follows, followed));
          }
        });
    return rows;
  }

  private static Change.OfEntry row(
      String id,
      Change change,
      Optional<Entry> before,
      Optional<Entry> after,
      Map<String, String> follows,
      Map<String, String> followed) {
    return new Change.OfEntry(
        id,
        change,
        before.map(Entry::location).orElse(""),
        after.map(Entry::location).orElse(""),
        cells(
                before.map(Entry::cells).orElse(List.of()),
                after.map(Entry::cells).orElse(List.of()))
            .stream()
            .filter(cell -> !cell.sameMeaning())
            .toList(),
        false,
        follows.getOrDefault(id, ""),
        followed.getOrDefault(id, ""));
  }

  /** By id; an id that stands twice, an error of its own, is told apart by its number. */
  private static Map<String, Entry> byId(Section section) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    for (Entry entry : section.entries()) {
      String id = entry.id();
      for (int i = 2; byId.containsKey(id); i++) {
        id = entry.id() + " (" + i + ")";
      }
      byId.put(id, entry);
    }
    return byId;
  }

  private static Map<String, String> previous(Map<String, Entry> entries) {
    Map<String, String> previous = new HashMap<>();
    String last = "";
    for (String id : entries.keySet()) {
      previous.put(id, last);
      last = id;
    }
    return previous;
  }

  private static List<Change.OfCell> cells(List<Cell> before, List<Cell> after) {
    Map<String, Cell> old = byField(before);
    Map<String, Cell> now = byField(after);
    List<Change.OfCell> changes = new ArrayList<>();
    Set<String> fields = new java.util.LinkedHashSet<>(now.keySet());
    fields.addAll(old.keySet());
    for (String field : fields) {
      Optional<Cell> from = Optional.ofNullable(old.get(field));
      Optional<Cell> to = Optional.ofNullable(now.get(field));
      String was = from.map(Cell::written).orElse("");
      String is = to.map(Cell::written).orElse("");
      boolean same =
          from.map(Cell::meaning).orElse("").equals(to.map(Cell::meaning).orElse(""));
      if (!same || !was.equals(is)) {
        changes.add(
            new Change.OfCell(
                field,
                to.or(() -> from).orElseThrow().label(),
                was,
                is,
                from.map(Cell::location).orElse(""),
                to.map(Cell::location).orElse(""),
                same));
      }
    }
    return changes;
  }

  private static Map<String, Cell> byField(List<Cell> cells) {
    Map<String, Cell> byField = new LinkedHashMap<>();
    for (Cell cell : cells) {
      String field = cell.field();
      for (int i = 2; byField.containsKey(field); i++) {
        field = cell.field() + " (" + i + ")";
      }
      byField.put(field, cell);
    }
    return byField;
  }

  /** How many things changed in meaning: sections, head lines, entries by their cells. */
  public int count() {
    return sections.stream().mapToInt(Difference::count).sum();
  }

  private static int count(Change.OfSection section) {
    if (section.change() != Change.CHANGED) {
      return 1;
    }
    int cells = differing(section.head());
    for (Change.OfEntry row : section.rows()) {
      boolean whole = row.change() == Change.ADDED || row.change() == Change.REMOVED;
      cells += whole ? 1 : differing(row.cells()) + (row.moved() ? 1 : 0);
    }
    return cells;
  }

  private static int differing(List<Change.OfCell> cells) {
    return (int) cells.stream().filter(cell -> !cell.sameMeaning()).count();
  }
}
