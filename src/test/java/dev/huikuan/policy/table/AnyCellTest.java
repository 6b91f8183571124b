package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a cell is a test, a value or one finding at the cell, never an exception. */
class AnyCellTest {

  private static final List<String> PIECES =
      List.of(
          "1",
          "30",
          "0",
          "-",
          "..",
          "5",
          ",",
          "，",
          "、",
          ";",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">=",
          "!=",
          "=",
          "not(",
          "非(",
          "unknown",
          "尚未",
          "known",
          "%",
          "万",
          "k",
          ".",
          " ",
          "*",
          "+",
          "@",
          "\"",
          "'",
          "creditLimit",
          "account.",
          "HABIT",
          "DISPUTE_OPEN",
          "2026-01-31",
          "08:30",
          "yes",
          "min(",
          "max(",
          "{",
          "}",
          "至",
          "~",
          "\u3000",
          "\0",
          "\n",
          "\ud83d\ude00",
          "lprOneYear",
          "dueOn",
          "|",
          "accrual",
          "1-30",
          "٣",
          "²",
          "½");

  @Test
  void randomCellsNeverThrow() {
    Random random = new Random(20261121);
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(7); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      check(text.toString(), i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "1,",
        "1,000",
        "9",
        "a",
        "not(",
        "\"",
        "*",
        "- ",
        "1..",
        "万",
        "min(",
        ",",
        "min(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((`"
      })
  void longCellsAreReadInReasonableTime(String piece) {
    String text = piece.repeat(16_000 / piece.length());
    for (int term = 0; term < Words.VOCABULARY.terms().size(); term++) {
      check(term % 2 == 0 ? text : text + "|", term);
    }
  }

  private static void check(String text, int number) {
    List<Term> terms = List.copyOf(Words.VOCABULARY.terms());
    Term term = terms.get(number % terms.size());
    TermRef column = new TermRef(term, term.level());
    RawCell cell = RawCell.text(text, "B8", "t.csv#B8");
    check(CellParser.input(cell, column, Words.VOCABULARY, Level.ACCOUNT));
    if (!cell.isBlank()) {
      check(CellParser.output(cell, column, Words.VOCABULARY, Level.ACCOUNT));
      check(CellParser.literal(cell, term, Words.VOCABULARY));
      check(CellParser.words(cell, cell, column, Words.VOCABULARY, Level.ACCOUNT));
    }
  }

  private static void check(Parsed<?> parsed) {
    assertThat(parsed.value().isPresent()).isEqualTo(parsed.findings().isEmpty());
    for (Finding finding : parsed.findings()) {
      assertThat(finding.location()).isEqualTo("t.csv#B8");
      assertThat(finding.message().zh()).isNotBlank();
      assertThat(finding.message().en()).isNotBlank();
      assertThat(finding.message().en()).hasSizeLessThan(1_000);
    }
  }
}
