package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of input-cells.tsv: a cell, the values that it lets pass and those it does not. */
class InputCellCorpusTest {

  private static final String LOCATION = "decision-tables/t.xlsx#T!B14";

  @TestFactory
  Stream<DynamicTest> aCellMeansWhatItsLineSays() throws IOException {
    return Corpus.lines("input-cells.tsv")
        .map(line -> DynamicTest.dynamicTest(line.name(), () -> check(line.fields())));
  }

  @Test
  void theCorpusIsNotAShortOne() throws IOException {
    assertThat(Corpus.lines("input-cells.tsv").count()).isGreaterThan(200);
  }

  private static void check(List<String> line) {
    TermRef column = Words.ref(line.get(0));
    RawCell cell = WrittenValue.cell(line.get(1), LOCATION);
    Parsed<UnaryTest> parsed = CellParser.input(cell, column, Words.VOCABULARY, Level.ACCOUNT);
    if (line.get(2).startsWith("!")) {
      Corpus.assertError(parsed.findings(), line, cell, LOCATION);
      assertThat(parsed.value()).isEmpty();
      return;
    }
    assertThat(parsed.findings()).extracting(Finding::message).isEmpty();
    UnaryTest test = parsed.value().orElseThrow();
    TermType type = column.term().type();
    inside(line.get(2))
        .forEach(v -> assertThat(matches(test, v, line.get(0), type)).as(v).isTrue());
    inside(line.get(3))
        .forEach(v -> assertThat(matches(test, v, line.get(0), type)).as(v).isFalse());
  }

  private static Stream<String> inside(String values) {
    return Stream.of(values.split(" ")).filter(v -> !v.isEmpty());
  }

  private static boolean matches(UnaryTest test, String written, String term, TermType type) {
    Map<String, Value> values = new HashMap<>(Words.known());
    Value value = WrittenValue.value(written, type);
    values.put(term, value);
    return test.matches(value, Words.reading(values, Words.AS_OF));
  }
}
