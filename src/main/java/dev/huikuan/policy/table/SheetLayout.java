package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rows and columns of a sheet are, so that it can be shown as its analyst knows it; a
 * sheet with errors has a layout, too.
 *
 * @param code of the decision; empty when the sheet is none
 * @param label of the decision, else the sheet's name
 * @param bandRow the row of When, Then, Notes; 0 when there is none
 * @param headerRow the row of headers; 0 when there is none
 * @param columns those that mean something, by their place
 * @param rowIds ids of the rows of a decision table, by row
 */
public record SheetLayout(
    SheetKind kind,
    String code,
    Text label,
    int bandRow,
    int headerRow,
    Map<Integer, Column> columns,
    NavigableMap<Integer, String> rowIds) {

  /** What the columns of a decision table are. */
  public enum Part {
    WHEN,
    THEN,
    NOTES
  }

  /**
   * A column of a decision table.
   *
   * @param term what it is about; empty for columns of the layout itself
   * @param half one language of a text that is written in two columns
   */
  public record Column(Part part, Optional<TermRef> term, boolean half) {

    /** What may stand in its cells; empty when anything may. */
    public Text fitting() {
      if (term.isEmpty() || half) {
        return Text.EMPTY;
      }
      Text expected = CellMessages.expected(term.get().term());
      Text examples = CellMessages.examples(term.get().term());
      boolean listed = expected.equals(examples) || term.get().term().type() == TermType.YES_NO;
      if (part != Part.WHEN || listed) {
        return expected;
      }
      Text both =
          new Text(expected.zh() + "；" + examples.zh(), expected.en() + "; write " + examples.en());
      return new Text(both.zh().replace("`", ""), both.en().replace("`", ""));
    }

    /** The values that it takes, where these are few and known. */
    public List<AllowedValue> values() {
      if (half || term.isEmpty()) {
        return List.of();
      }
      Term about = term.get().term();
      return about.type() == TermType.YES_NO
          ? List.of(
              new AllowedValue("yes", new Text("是", "yes")),
              new AllowedValue("no", new Text("否", "no")))
          : about.values();
    }
  }

  public SheetLayout {
    columns = Map.copyOf(columns);
  }

  /** The layout of a sheet of any kind. */
  public static SheetLayout of(Grid grid, Vocabulary vocabulary) {
    SheetKind kind = SheetKind.of(grid);
    if (kind != SheetKind.DECISION) {
      String name = grid.sheet().isEmpty() ? fileName(grid.path()) : grid.sheet();
      int header = kind == SheetKind.NOTE ? 0 : headerOfList(grid);
      return new SheetLayout(kind, "", Text.same(name), 0, header, Map.of(), new TreeMap<>());
    }
    Complaints unheard = new Complaints();
    TableHead head = new HeadReader(grid, vocabulary, unheard).read();
    Map<Integer, Column> columns = new TreeMap<>();
    if (head.bandRow() > 0) {
      bands(grid, head.bandRow(), columns);
      if (head.headerRow() > 0) {
        terms(new HeaderReader(grid, head, vocabulary, unheard).read(), columns);
      }
    }
    NavigableMap<Integer, String> ids = new TreeMap<>();
    if (head.headerRow() > 0) {
      for (int row : grid.rows().tailMap(head.headerRow(), false).keySet()) {
        String id = grid.cell(row, 1).text().strip();
        if (!id.isEmpty()) {
          ids.put(row, id);
        }
      }
    }
    return new SheetLayout(
        kind, head.code(), head.label(), head.bandRow(), head.headerRow(), columns, ids);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The first row below the first line in which more than one cell is written. */
  private static int headerOfList(Grid grid) {
    return grid.rows().tailMap(grid.firstRow(), false).entrySet().stream()
        .filter(row -> row.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private static void bands(Grid grid, int row, Map<Integer, Column> columns) {
    Bands bands = Bands.read(grid, row, new Complaints());
    for (int column = 2; column <= grid.lastColumn(); column++) {
      Optional<Part> part = bands.of(column).map(band -> Part.valueOf(band.name()));
      if (part.isPresent()) {
        columns.put(column, new Column(part.get(), Optional.empty(), false));
      }
    }
  }

  private static void terms(Columns read, Map<Integer, Column> columns) {
    read.inputs()
        .forEach(input -> columns.put(input.at(), of(Part.WHEN, input.column().term(), false)));
    for (Columns.Output output : read.outputs()) {
      boolean half = output.english() > 0;
      columns.put(output.at(), of(Part.THEN, output.column().term(), half));
      if (half) {
        columns.put(output.english(), of(Part.THEN, output.column().term(), true));
      }
    }
    List<Integer> own = new ArrayList<>(List.of(read.from(), read.until()));
    own.removeIf(place -> place == 0);
    own.forEach(place -> columns.put(place, new Column(Part.NOTES, Optional.empty(), false)));
  }

  private static Column of(Part part, TermRef term, boolean half) {
    return new Column(part, Optional.of(term), half);
  }
}
