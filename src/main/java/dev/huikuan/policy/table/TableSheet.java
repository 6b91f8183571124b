package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision sheet as it stands, cell by cell with what each means; unlike a {@link DecisionTable}
 * it can be read where cells are wrong, so that two versions can be compared all the same.
 *
 * @param code name of the decision
 * @param ordered the order of its rows matters
 * @param location of its head
 */
public record TableSheet(
    String code,
    Text label,
    boolean ordered,
    Period effective,
    String location,
    List<Field> head,
    List<Line> rows) {

  /**
   * A cell and what stands above it.
   *
   * @param name stable: a term's code, or the layout's own word
   * @param meaning equal for cells that mean the same
   */
  public record Field(String name, Text label, RawCell cell, Object meaning) {}

  /** A row by its id; one without an id goes by its place. */
  public record Line(String id, String location, List<Field> fields) {

    public Line {
      fields = List.copyOf(fields);
    }
  }

  /** A column and how its cells are understood. */
  private record Place(int at, String name, Text label, Optional<TermRef> term, boolean input) {}

  public TableSheet {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /** Reads a sheet that says Decision; what is wrong in it has been reported elsewhere. */
  public static TableSheet of(Grid grid, Vocabulary vocabulary) {
    Complaints unheard = new Complaints();
    TableHead head = new HeadReader(grid, vocabulary, unheard).read();
    List<Line> rows = new ArrayList<>();
    if (head.headerRow() > 0) {
      Columns columns =
          head.bandRow() > 0
              ? new HeaderReader(grid, head, vocabulary, unheard).read()
              : new Columns(Level.ACCOUNT, List.of(), List.of(), 0, 0, 0, 0, 0);
      List<Place> places = places(grid, head.headerRow(), columns);
      for (int row : grid.rows().tailMap(head.headerRow(), false).keySet()) {
        line(grid, row, places, columns.level(), vocabulary).ifPresent(rows::add);
      }
    }
    boolean ordered =
        head.hitPolicy()
            .filter(policy -> policy == HitPolicy.FIRST || policy == HitPolicy.RULE_ORDER)
            .isPresent();
    return new TableSheet(
        head.code(),
        head.label(),
        ordered,
        head.effective(),
        head.location(),
        head(grid, head),
        rows);
  }

  private static List<Field> head(Grid grid, TableHead head) {
    List<Field> fields = new ArrayList<>();
    for (int row : grid.rows().keySet()) {
      Optional<TableHead.Line> line = TableHead.LINES.find(grid.cell(row, 1).text());
      if (row >= head.headerRow() && head.headerRow() > 0 || line.isEmpty()) {
        continue;
      }
      RawCell second = grid.cell(row, 2);
      switch (line.get()) {
        case DECISION -> {
          fields.add(plain("label", new Text("名称", "label"), grid.cell(row, 3)));
          fields.add(plain("label 2", new Text("名称", "label"), grid.cell(row, 4)));
        }
        case HIT_POLICY ->
            fields.add(
                field(
                    "hitPolicy",
                    new Text("命中策略", "hit policy"),
                    second,
                    head.hitPolicy().map(Enum::name)));
        case EFFECTIVE -> {
          fields.add(
              field(
                  "effectiveFrom",
                  new Text("生效", "effective from"),
                  second,
                  head.effective().from()));
          fields.add(
              field(
                  "effectiveUntil",
                  new Text("失效", "effective until"),
                  grid.cell(row, 3),
                  head.effective().until()));
        }
        case DESCRIPTION -> fields.add(plain("description", new Text("说明", "description"), second));
        case NO_MATCH ->
            fields.add(
                field(
                    "noMatch",
                    new Text("无匹配", "no match"),
                    second,
                    Optional.of(head.noMatch())
                        .filter(said -> said != DecisionTable.NoMatch.DEFAULT)));
      }
    }
    return fields;
  }

  private static Field plain(String name, Text label, RawCell cell) {
    return field(name, label, cell, Optional.empty());
  }

  /** Where it could not be read, a cell means what is written in it. */
  private static Field field(String name, Text label, RawCell cell, Optional<?> meaning) {
    return new Field(
        name, label, cell, meaning.map(Object.class::cast).orElse(cell.text().strip()));
  }

  private static List<Place> places(Grid grid, int headerRow, Columns columns) {
    Map<Integer, Place> places = new LinkedHashMap<>();
    for (Columns.Input input : columns.inputs()) {
      TermRef term = input.column().term();
      String name = term.qualifiedFrom(columns.level());
      places.put(
          input.at(), new Place(input.at(), name, term.term().label(), Optional.of(term), true));
    }
    for (Columns.Output output : columns.outputs()) {
      TermRef term = output.column().term();
      Text label = term.term().label();
      boolean words = output.english() > 0;
      places.put(
          output.at(),
          new Place(
              output.at(),
              words ? term.code() + " (zh)" : term.code(),
              words ? new Text(label.zh() + "（中文）", label.en() + " (zh)") : label,
              words ? Optional.empty() : Optional.of(term),
              false));
      if (words) {
        Text english = new Text(label.zh() + "（英文）", label.en() + " (en)");
        places.put(
            output.english(),
            new Place(output.english(), term.code() + " (en)", english, Optional.empty(), false));
      }
    }
    own(places, columns.from(), "effectiveFrom", new Text("生效", "effective from"));
    own(places, columns.until(), "effectiveUntil", new Text("失效", "effective until"));
    own(places, columns.reasonZh(), "reason (zh)", new Text("理由（中文）", "Reason (zh)"));
    own(places, columns.reasonEn(), "reason (en)", new Text("理由（英文）", "Reason (en)"));
    own(places, columns.note(), "note", new Text("备注", "Note"));
    for (int column = 2; column <= grid.lastColumn(); column++) {
      String header = grid.cell(headerRow, column).text().strip();
      if (!header.isEmpty()) {
        places.putIfAbsent(
            column, new Place(column, header, Text.same(header), Optional.empty(), false));
      }
    }
    return places.values().stream().sorted((a, b) -> Integer.compare(a.at(), b.at())).toList();
  }

  private static void own(Map<Integer, Place> places, int at, String name, Text label) {
    if (at > 0) {
      places.put(at, new Place(at, name, label, Optional.empty(), false));
    }
  }

  private static Optional<Line> line(
      Grid grid, int row, List<Place> places, Level level, Vocabulary vocabulary) {
    String id = grid.cell(row, 1).text().strip();
    List<Field> fields = new ArrayList<>();
    boolean blank = id.isEmpty();
    for (Place place : places) {
      RawCell cell = grid.spanned(row, place.at());
      blank &= cell.isBlank();
      Object meaning = meaning(cell, place, level, vocabulary);
      fields.add(new Field(place.name(), place.label(), cell, meaning));
    }
    return blank
        ? Optional.empty()
        : Optional.of(new Line(id.isEmpty() ? "#" + row : id, grid.location(row, 1), fields));
  }

  private static Object meaning(RawCell cell, Place place, Level level, Vocabulary vocabulary) {
    Optional<?> meaning = Optional.empty();
    if (place.term().isPresent() && place.input()) {
      meaning =
          CellParser.input(cell, place.term().get(), vocabulary, level)
              .value()
              .map(test -> CellMeaning.of(test, place.term().get().term().type()));
    } else if (place.term().isPresent() && !cell.isBlank()) {
      meaning = CellParser.output(cell, place.term().get(), vocabulary, level).value();
    } else if (cell.date().isPresent()) {
      meaning = cell.date().map(at -> at.toLocalDate().toString());
    }
    return meaning.map(Object.class::cast).orElse(cell.text().strip());
  }
}
