package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text in a cell is a test, an entry, a value, or findings at the cell. The first byte says
 * which term's column it stands in.
 */
class CellParserFuzz {

  private static final List<Term> TERMS = List.copyOf(Words.VOCABULARY.terms());

  /** Every cell of the hand-written corpora, in a column of its term. */
  static Stream<byte[]> cells() throws IOException {
    return Stream.concat(Corpus.lines("input-cells.tsv"), Corpus.lines("output-cells.tsv"))
        .map(line -> bytes(line.fields().get(0), line.fields().get(1)));
  }

  private static byte[] bytes(String code, String cell) {
    int term = 0;
    while (term < TERMS.size() - 1 && !TERMS.get(term).code().equals(code)) {
      term++;
    }
    return ((char) term + cell).getBytes(StandardCharsets.UTF_8);
  }

  @MethodSource("cells")
  @FuzzTest
  void anyText(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Term term = TERMS.get((data[0] & 0xFF) % TERMS.size());
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    RawCell cell = RawCell.text(text, "B8", "t.csv#B8");
    TermRef column = new TermRef(term, term.level());
    good(CellParser.input(cell, column, Words.VOCABULARY, Level.ACCOUNT));
    if (!cell.isBlank()) {
      good(CellParser.output(cell, column, Words.VOCABULARY, Level.ACCOUNT));
      good(CellParser.words(cell, cell, column, Words.VOCABULARY, Level.ACCOUNT));
      good(CellParser.literal(cell, term, Words.VOCABULARY));
    }
  }

  private static void good(Parsed<?> parsed) {
    assertThat(parsed.value().isPresent()).isEqualTo(parsed.findings().isEmpty());
    parsed
        .findings()
        .forEach(
            finding -> {
              assertThat(finding.location()).isEqualTo("t.csv#B8");
              assertThat(finding.message().en()).isNotBlank().hasSizeLessThan(2_000);
            });
  }
}
