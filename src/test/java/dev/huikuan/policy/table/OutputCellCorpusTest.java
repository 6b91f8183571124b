package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line of output-cells.tsv: a cell, its value in one reading, the terms that it reads. */
class OutputCellCorpusTest {

  private static final String LOCATION = "decision-tables/t.xlsx#T!E14";

  @TestFactory
  Stream<DynamicTest> anEntryHasTheValueThatItsLineSays() throws IOException {
    return Corpus.lines("output-cells.tsv")
        .map(line -> DynamicTest.dynamicTest(line.name(), () -> check(line.fields())));
  }

  private static void check(List<String> line) {
    TermRef column = Words.ref(line.get(0));
    RawCell cell = WrittenValue.cell(line.get(1), LOCATION);
    Parsed<OutputEntry> parsed = CellParser.output(cell, column, Words.VOCABULARY, Level.ACCOUNT);
    if (line.get(2).startsWith("!")) {
      Corpus.assertError(parsed.findings(), line, cell, LOCATION);
      assertThat(parsed.value()).isEmpty();
      return;
    }
    assertThat(parsed.findings()).extracting(Finding::message).isEmpty();
    OutputEntry entry = parsed.value().orElseThrow();
    assertThat(entry.value(Words.reading(Words.known(), Words.AS_OF)))
        .isEqualTo(WrittenValue.value(line.get(2), column.term().type()));
    List<String> reads = line.get(3).isEmpty() ? List.of() : List.of(line.get(3).split("\\+"));
    assertThat(entry.reads()).extracting(TermRef::code).containsExactlyInAnyOrderElementsOf(reads);
  }
}
