package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook for people: frozen header, sober colours, every cell a text cell so that no
 * spreadsheet program changes what was written, drop-down lists of codes (anything else may still
 * be typed), and a note on every header that says what its term is.
 */
public final class TidyWorkbook implements TableExport {

  private static final String HEAD = "F2F2F2";
  private static final String WHEN = "DDEBF7";
  private static final String THEN = "E2EFDA";
  private static final String NOTES = "EDEDED";
  private static final String BORDER = "BFBFBF";

  /** Rows under the last one that are ready to be written. */
  private static final int SPARE_ROWS = 50;

  /** Height of a line in points, and the most lines that a row is made high for. */
  private static final double LINE = 15;

  private static final int MOST_LINES = 12;

  private static final int LONGEST_CELL = 32_767;

  private final Language language;

  public TidyWorkbook(Language language) {
    this.language = language;
  }

  @Override
  public String extension() {
    return "xlsx";
  }

  @Override
  public byte[] write(DecisionTable table, Vocabulary words) {
    return write(List.of(table), words);
  }

  /** Several tables, a sheet each, in one workbook. */
  public byte[] write(List<DecisionTable> tables, Vocabulary words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Huikuan", "1.0")) {
      SheetNames names = new SheetNames();
      ValueLists lists = new ValueLists();
      for (DecisionTable table : tables) {
        new Sheet(workbook.newWorksheet(names.of(table)), table, words, lists).write();
      }
      lists.write(workbook, names.free(ValueLists.NAME));
      workbook.finish();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  /** One sheet. */
  private final class Sheet {

    private final Worksheet sheet;
    private final DecisionTable table;
    private final List<List<String>> rows;
    private final List<Optional<Term>> terms;
    private final int bandRow;
    private final int width;
    private final ValueLists lists;

    Sheet(Worksheet sheet, DecisionTable table, Vocabulary words, ValueLists lists) {
      this.sheet = sheet;
      this.table = table;
      this.lists = lists;
      this.rows = LayoutWords.in(language, TableLayout.rows(table, words));
      this.bandRow = rows.size() - table.rows().size() - 2;
      this.terms = terms();
      this.width = rows.get(bandRow + 1).size();
    }

    /** The term of each column, from A; none for columns of the layout itself. */
    private List<Optional<Term>> terms() {
      List<Optional<Term>> all = new ArrayList<>(List.of(Optional.empty()));
      table.inputs().forEach(column -> all.add(Optional.of(column.term().term())));
      for (Column column : table.outputs()) {
        all.add(Optional.of(column.term().term()));
        if (column.term().term().type() == TermType.TEXT) {
          all.add(Optional.of(column.term().term()));
        }
      }
      return all;
    }

    void write() {
      for (int row = 0; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        for (int column = 0; column < cells.size(); column++) {
          if (!cells.get(column).isEmpty()) {
            sheet.inlineString(row, column, shortened(cells.get(column)));
          }
        }
      }
      head();
      headers();
      body();
      int[] widths = IntStream.range(0, width).map(this::widthOf).toArray();
      for (int column = 0; column < width; column++) {
        sheet.width(column, widths[column] + 2);
      }
      for (int row = 0; row < rows.size(); row++) {
        sheet.rowHeight(row, LINE * lines(rows.get(row), row < bandRow ? new int[0] : widths));
      }
      sheet.freezePane(1, bandRow + 2);
      sheet.pageOrientation("landscape");
      sheet.setFitToPage(true);
      sheet.fitToWidth((short) 1);
      sheet.fitToHeight((short) 0);
    }

    private void head() {
      for (int row = 0; row < bandRow; row++) {
        if (!rows.get(row).isEmpty()) {
          sheet.style(row, 0).bold().fillColor(HEAD).format("@").set();
          sheet.range(row, 1, row, 3).style().format("@").set();
        }
      }
    }

    private void headers() {
      for (int column = 0; column < width; column++) {
        String colour = colour(column);
        sheet.style(bandRow, column).bold().fillColor(colour).format("@").set();
        sheet
            .style(bandRow + 1, column)
            .bold()
            .fillColor(colour)
            .format("@")
            .wrapText(true)
            .verticalAlignment("center")
            .borderStyle("thin")
            .borderColor(BORDER)
            .set();
        if (column < terms.size() && terms.get(column).isPresent()) {
          sheet.comment(bandRow + 1, column, TermNote.of(terms.get(column).get()));
        }
      }
    }

    private String colour(int column) {
      if (column == 0) {
        return HEAD;
      }
      return column <= table.inputs().size() ? WHEN : column < terms.size() ? THEN : NOTES;
    }

    private void body() {
      int first = bandRow + 2;
      int last = rows.size() - 1 + SPARE_ROWS;
      sheet
          .range(first, 0, rows.size() - 1, width - 1)
          .style()
          .format("@")
          .wrapText(true)
          .verticalAlignment("top")
          .borderStyle("thin")
          .borderColor(BORDER)
          .set();
      sheet.range(rows.size(), 0, last, width - 1).style().format("@").wrapText(true).set();
      for (int column = 1; column < terms.size(); column++) {
        Optional<String> values = terms.get(column).flatMap(lists::of);
        if (values.isPresent()) {
          sheet
              .range(first, column, last, column)
              .validateWithListByFormula(values.get())
              .allowBlank(true)
              .showErrorMessage(false)
              .errorTitle("")
              .error("");
        }
      }
    }

    /** By the widest line below the head, within reason; Chinese characters take two. */
    private int widthOf(int column) {
      int widest = column == 0 ? 11 : 8;
      for (int row = bandRow + 1; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        String cell = column < cells.size() ? cells.get(column) : "";
        int most = row == bandRow + 1 ? 22 : 40;
        widest =
            Math.max(
                widest,
                Math.min(
                    most,
                    Arrays.stream(cell.split("\n")).mapToInt(Sheet::columns).max().orElse(0)));
      }
      return widest;
    }

    /** Lines that a row takes: spreadsheet programs do not work that out when they open a file. */
    private static int lines(List<String> cells, int[] widths) {
      int most = 1;
      for (int column = 0; column < cells.size(); column++) {
        int wide = column < widths.length ? widths[column] : Integer.MAX_VALUE;
        int lines =
            Arrays.stream(cells.get(column).split("\n"))
                .mapToInt(line -> Math.max(1, (int) ((columns(line) + wide - 1L) / wide)))
                .sum();
        most = Math.max(most, Math.min(MOST_LINES, lines));
      }
      return most;
    }

    private static int columns(String line) {
      return line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    private static String shortened(String cell) {
      return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
    }
  }

  /** The values that a drop-down list offers. */
  static List<String> offered(Term term) {
    return switch (term.type()) {
      case YES_NO -> List.of("yes", "no");
      case CODE, CODES -> term.values().stream().map(AllowedValue::code).toList();
      default -> List.of();
    };
  }
}
