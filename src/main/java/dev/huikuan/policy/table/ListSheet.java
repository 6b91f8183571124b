package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet of named columns, one row for one thing: catalogues, attributes, parameters, days. Its
 * header row is the first one below the first line that has its key column, mostly {@code Code}.
 */
public final class ListSheet {

  /** Name of the key column of most lists. */
  public static final String CODE = "Code";

  /** A row: its cells by column name, blank where the sheet has no such column. */
  public record Line(RawCell first, Map<String, RawCell> cells) {

    public RawCell cell(String column) {
      RawCell cell = cells.get(column);
      return cell == null ? RawCell.blank(first.address(), first.location()) : cell;
    }

    public String text(String column) {
      return cell(column).text().strip();
    }
  }

  private final Grid grid;
  private final SheetWords<String> words;
  private final String key;
  private final Complaints complaints;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  private ListSheet(Grid grid, SheetWords<String> words, String key, Complaints complaints) {
    this.grid = grid;
    this.words = words;
    this.key = key;
    this.complaints = complaints;
  }

  /** The names of a column in English and Chinese. */
  public static void name(SheetWords<String> words, String column, String... chinese) {
    words.with(column, column).with(column, chinese);
  }

  /** The names of a pair of columns, {@code Label (zh)} and {@code Label (en)}. */
  public static void namePair(SheetWords<String> words, String column, String... chinese) {
    words.with(column + " (zh)", column + " (zh)").with(column + " (en)", column + " (en)");
    for (String name : chinese) {
      words.with(column + " (zh)", name + "（中文）", "中文" + name, name + "（zh）");
      words.with(column + " (en)", name + "（英文）", "英文" + name, name + "（en）");
    }
  }

  /**
   * Reads the rows below the header row.
   *
   * @param required columns without which nothing can be read, the key column first
   */
  public static List<Line> read(
      Grid grid, SheetWords<String> words, List<String> required, Complaints complaints) {
    return new ListSheet(grid, words, required.get(0), complaints).lines(required);
  }

  private List<Line> lines(List<String> required) {
    Optional<Integer> header = headerRow();
    if (header.isEmpty()) {
      complaints.error(
          Code.HEAD,
          grid.cell(grid.firstRow(), 1),
          "找不到标题行；请在第一行之下写 `" + (key.equals(CODE) ? "代码" : key) + "` 等列名",
          "no header row; write `" + key + "` and the other column names below the first line");
      return List.of();
    }
    readHeaders(header.get());
    for (String column : required) {
      if (!columns.containsKey(column)) {
        complaints.error(
            Code.HEAD,
            grid.cell(header.get(), 1),
            "缺少列 `" + column + "`",
            "the column `" + column + "` is missing");
      }
    }
    return columns.keySet().containsAll(required) ? rows(header.get()) : List.of();
  }

  private Optional<Integer> headerRow() {
    for (Map.Entry<Integer, ? extends Map<Integer, RawCell>> row : grid.rows().entrySet()) {
      boolean coded =
          row.getValue().values().stream()
              .anyMatch(cell -> words.find(cell.text()).filter(key::equals).isPresent());
      if (coded && row.getKey() > grid.firstRow()) {
        return Optional.of(row.getKey());
      }
    }
    return Optional.empty();
  }

  private void readHeaders(int row) {
    for (RawCell cell : grid.rows().get(row).values()) {
      Optional<String> column = words.find(cell.text());
      int at = Address.parse(cell.address()).column();
      if (column.isEmpty()) {
        complaints.unknown(
            Code.HEAD,
            cell,
            new Text("没有列 `" + cell.text() + "`", "there is no column `" + cell.text() + "`"),
            new Text(String.join("、", words.words()), String.join(", ", words.words())),
            words.nearest(cell.text()));
      } else if (columns.putIfAbsent(column.get(), at) != null) {
        String earlier = new Address(row, columns.get(column.get())).written();
        complaints.error(
            Code.DUPLICATE,
            cell,
            "与 " + earlier + " 是同一列；请只保留一列",
            "the same column as " + earlier + "; keep one");
      }
    }
  }

  private List<Line> rows(int header) {
    List<Line> lines = new ArrayList<>();
    int last = header;
    for (int row : grid.rows().tailMap(header, false).keySet()) {
      Map<String, RawCell> cells = new HashMap<>();
      columns.forEach((name, column) -> cells.put(name, grid.spanned(row, column)));
      if (cells.values().stream().allMatch(RawCell::isBlank)) {
        continue;
      }
      if (row > last + 1) {
        complaints.info(
            Code.BLANK_ROW,
            grid.location(last + 1, 1),
            "空行已跳过，表格继续",
            "a blank row is skipped; the sheet goes on");
      }
      last = row;
      cells.values().forEach(this::checkFormula);
      lines.add(new Line(grid.cell(row, columns.get(key)), cells));
    }
    return lines;
  }

  private void checkFormula(RawCell cell) {
    if (cell.kind() == RawCell.Kind.ERROR || cell.kind() == RawCell.Kind.NO_VALUE) {
      complaints.error(
          Code.FORMULA,
          cell,
          "公式出错或没有结果；请改写为数值",
          "a formula without a value; write the value itself");
    }
  }
}
