package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in pairs of cells, and single values of parameters and scenarios. */
class CellTextsAndLiteralsTest {

  private static RawCell cell(String text, String address) {
    return RawCell.text(text, address, "t.xlsx#T!" + address);
  }

  private static Parsed<OutputEntry> words(String zh, String en) {
    return CellParser.words(
        cell(zh, "E8"), cell(en, "F8"), Words.ref("talkingPoint"), Words.VOCABULARY, Level.ACCOUNT);
  }

  private static Parsed<Value> literal(String term, String written) {
    return CellParser.literal(
        WrittenValue.cell(written, "p.csv#B2"), Words.ref(term).term(), Words.VOCABULARY);
  }

  @Test
  void aPairOfTextsIsKeptWithItsPlaceholders() {
    OutputEntry entry =
        words("逾期 {daysPastDue} 天，{客户·可催收额}", "{Days past due} days late").value().orElseThrow();
    assertThat(entry.value(Words.reading(Words.known(), Words.AS_OF)))
        .isEqualTo(
            Value.words(new Text("逾期 {daysPastDue} 天，{客户·可催收额}", "{Days past due} days late")));
  }

  @ParameterizedTest
  @CsvSource({"你好,'',F8", "'',hello,E8"})
  void aMissingLanguageIsNamedAtItsOwnCell(String zh, String en, String address) {
    Finding finding = words(zh, en).findings().get(0);
    assertThat(finding.code()).isEqualTo(Finding.Code.MISSING_TEXT);
    assertThat(finding.location()).isEqualTo("t.xlsx#T!" + address);
    assertThat(words(zh, en).value()).isEmpty();
  }

  @Test
  void anUnknownPlaceholderIsAnErrorWithTheNearestTerms() {
    Parsed<OutputEntry> parsed = words("逾期 {daysPastDeu} 天", "{nonsense} {daysPastDue}");
    assertThat(parsed.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.UNKNOWN_TERM, Finding.Code.UNKNOWN_TERM);
    assertThat(parsed.findings().get(0).location()).isEqualTo("t.xlsx#T!E8");
    assertThat(parsed.findings().get(0).nearest()).containsExactly("daysPastDue");
    assertThat(parsed.findings().get(1).location()).isEqualTo("t.xlsx#T!F8");
    assertThat(parsed.findings().get(1).message().zh()).contains("`nonsense`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"逾期 {daysPastDue 天", "逾期 daysPastDue} 天", "{{daysPastDue}}"})
  void bracesThatDoNotMatchAreAnError(String zh) {
    assertThat(words(zh, "fine").findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.CELL_SYNTAX);
  }

  @Test
  void anEmptyReasonIsAllowedAndHalfOneIsNot() {
    RawCell blank = RawCell.blank("H8", "t.xlsx#T!H8");
    assertThat(CellParser.text(blank, blank, Words.VOCABULARY, Level.ACCOUNT).value())
        .contains(Text.EMPTY);
    assertThat(CellParser.text(cell("因为", "G8"), blank, Words.VOCABULARY, Level.ACCOUNT).findings())
        .extracting(Finding::location)
        .containsExactly("t.xlsx#T!H8");
  }

  @Test
  void placeholdersOfAnyTextCanBeChecked() {
    Text text = new Text("{daysPastDue}", "{days}{nothingLikeIt}");
    assertThat(CellParser.placeholders(text, "c.csv#D4", Words.VOCABULARY, Level.ACCOUNT))
        .extracting(Finding::location)
        .containsExactly("c.csv#D4", "c.csv#D4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "balance | 10万 | 100000",
        "balance | number:12.5 | 12.5",
        "discountPercent | percent:0.0345 | 3.45",
        "onTimeRatio | 80 % | 0.8",
        "acceptedOn | 2026-01-31 | 2026-01-31",
        "acceptedOn | date:2026-01-31 | 2026-01-31",
        "acceptedOn | not yet | not-yet",
        "acceptedOn | 尚未 | not-yet",
        "balance | unknown | unknown",
        "delayReason | 未知 | unknown",
        "delayReason | 资金紧张 | CASH_FLOW",
        "contactFrom | 8:00 | 08:00",
        "doNotContact | 是 | yes",
        "holds | DISPUTE_OPEN、承诺期内 | DISPUTE_OPEN+PROMISE_OPEN",
        "holds | none | []",
        "holds | 无 | []",
        "region | 长三角、华东 | 长三角、华东"
      })
  void oneValueIsReadByItsTerm(String term, String written, String value) {
    assertThat(literal(term, written))
        .isEqualTo(Parsed.of(WrittenValue.value(value, Words.ref(term).term().type())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "balance | known",
        "balance | not yet",
        "balance | 1, 2",
        "balance | > 5",
        "balance | creditLimit",
        "delayReason | HABIT, QUALITY",
        "creditScore | 1200"
      })
  void whatIsNotOneValueIsAnErrorAtItsCell(String term, String written) {
    List<Finding> findings = literal(term, written).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).location()).isEqualTo("p.csv#B2");
    assertThat(findings.get(0).message().en()).isNotBlank();
    assertThat(findings.get(0).message().zh()).isNotBlank();
  }

  @Test
  void wordsOfTheCellLanguageAreReserved() {
    assertThat(List.of("unknown", "未知", "Known", "已知", "not yet", "尚未", "NOT", "非", "-"))
        .allMatch(ReservedWords::contains);
    assertThat(List.of("none", "yes", "HABIT", "否")).noneMatch(ReservedWords::contains);
  }
}
