package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV is a sheet whose rows are records. */
class CsvGridTest {

  private static Grid read(String text) {
    WorkbookReader.Sheets sheets =
        WorkbookReader.read("decision-tables/t.csv", text.getBytes(StandardCharsets.UTF_8));
    assertThat(sheets.findings()).isEmpty();
    return sheets.grids().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Decision,t\nRow,a b\n",
        "\uFEFFDecision,t\r\nRow,a b\r\n",
        "Decision;t\nRow;a b",
        "Decision\tt\nRow\ta b\n",
        "\"Decision\",\"t\"\r\"Row\",\"a b\"\r"
      })
  void marksLineEndsAndSeparatorsDoNotMatter(String text) {
    Grid grid = read(text);

    assertThat(grid.cell(1, 1).text()).isEqualTo("Decision");
    assertThat(grid.cell(1, 2).text()).isEqualTo("t");
    assertThat(grid.cell(2, 2).text()).isEqualTo("a b");
    assertThat(grid.cell(2, 2).location()).isEqualTo("decision-tables/t.csv#B2");
  }

  @Test
  void rowsAreRecordsBlankLinesIncluded() {
    Grid grid = read("Decision,t\n\n\n\"two\nlines\",x\nlast\n");

    assertThat(grid.cell(4, 1).text()).isEqualTo("two\nlines");
    assertThat(grid.cell(5, 1).text()).isEqualTo("last");
    assertThat(grid.lastRow()).isEqualTo(5);
  }

  @Test
  void quotesInsideFieldsAreText() {
    Grid grid = read("Decision,t\nR-1,\"say \"\"yes\"\"\",5\" pipe,'1+1'\n");

    assertThat(grid.cell(2, 2).text()).isEqualTo("say \"yes\"");
    assertThat(grid.cell(2, 3).text()).isEqualTo("5\" pipe");
    assertThat(grid.cell(2, 4).text()).isEqualTo("'1+1'");
  }

  @Test
  void aReturnInsideQuotesDoesNotSwallowTheNextRow() {
    Grid grid = read("Decision,\"a\rb\"\nlast,\"\r\"\r\nmore\n");

    assertThat(grid.cell(1, 2).text()).isEqualTo("a\nb");
    assertThat(grid.cell(2, 1).text()).isEqualTo("last");
    assertThat(grid.cell(3, 1).text()).isEqualTo("more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+1          | '=1+1",
        "'=1           | ''=1",
        "@SUM(A1)      | '@SUM(A1)",
        "-2+cmd()      | '-2+cmd()",
        "-             | -",
        "-5            | -5",
        "-5..3         | -5..3",
        "-2.5 %        | -2.5 %",
        "-5万至3万      | -5万至3万",
        ">= 5          | >= 5",
        "'A, B', C     | 'A, B', C"
      })
  void whatCouldBeAFormulaIsMarkedAndReadBack(String cell, String inTheFile) {
    assertThat(FormulaMark.put(cell)).isEqualTo(inTheFile);
    assertThat(read("Decision,\"" + inTheFile + "\"\n").cell(1, 2).text()).isEqualTo(cell);
  }

  @Test
  void aQuoteThatNeverEndsIsRefused() {
    WorkbookReader.Sheets sheets =
        WorkbookReader.read(
            "decision-tables/t.csv",
            "Decision,t\nR-1,\"open\nR-2,x\n".getBytes(StandardCharsets.UTF_8));

    assertThat(sheets.grids()).isEmpty();
    assertThat(sheets.findings().get(0).message().en()).contains("quotes do not match");
  }
}
