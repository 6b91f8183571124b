package dev.huikuan.scenario;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.Parsed;
import dev.huikuan.policy.table.RawCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what was found against what a cell expects. */
final class Comparison {

  private static final int MONEY_DECIMALS = 2;

  private final Vocabulary vocabulary;

  Comparison(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A mismatch, or empty when the cell holds. */
  Optional<ScenarioResult.Mismatch> compare(Scenario.Entry expected, Term term, Decided found)
      throws ScenarioFault {
    return holds(expected, term, found.value())
        ? Optional.empty()
        : Optional.of(mismatch(expected, found, Text.EMPTY));
  }

  /**
   * @param more what else helps to understand it
   */
  static ScenarioResult.Mismatch mismatch(Scenario.Entry expected, Decided found, Text more) {
    String actual = Written.of(found.value());
    String by = found.by().isEmpty() ? "" : "`" + found.by() + "` (" + found.at() + ")";
    Text message =
        new Text(
            "`"
                + expected.field()
                + "`：应为 `"
                + expected.written()
                + "`，实为 `"
                + actual
                + "`"
                + (by.isEmpty() ? "" : "，由 " + by + " 决定")
                + more.zh(),
            "`"
                + expected.field()
                + "`: expected `"
                + expected.written()
                + "`, got `"
                + actual
                + "`"
                + (by.isEmpty() ? "" : ", decided by " + by)
                + more.en());
    return new ScenarioResult.Mismatch(
        expected.cell().location(),
        expected.field(),
        expected.written(),
        actual,
        found.by(),
        message);
  }

  private boolean holds(Scenario.Entry expected, Term term, Value actual) throws ScenarioFault {
    String written = expected.written();
    boolean aCode = term.type() == TermType.CODE && isCode(written, term);
    if (ScenarioWords.isNothing(written) && !aCode) {
      return !actual.isPresent() || actual.equals(Value.codes(List.of()));
    }
    if (term.type() == TermType.TEXT) {
      return actual instanceof Value.Words words
          && (words.text().zh().contains(written) || words.text().en().contains(written));
    }
    if (actual instanceof Value.Codes codes) {
      return holds(expected, term, codes.codes());
    }
    if (term.type() == TermType.CODES) {
      codes(expected, term);
      return false;
    }
    Value value = literal(expected.cell(), term);
    if (value instanceof Value.Num wanted && actual instanceof Value.Num number) {
      return isSame(expected, term, wanted.decimal(), number.decimal());
    }
    return value.equals(actual);
  }

  /** A list of codes holds those named; a list of candidates begins with them. */
  private boolean holds(Scenario.Entry expected, Term term, List<String> actual)
      throws ScenarioFault {
    List<String> wanted = codes(expected, term);
    if (term.type() == TermType.CODE) {
      return actual.size() >= wanted.size() && actual.subList(0, wanted.size()).equals(wanted);
    }
    return actual.containsAll(wanted)
        && (!ScenarioWords.startsWithOnly(expected.written()) || wanted.containsAll(actual));
  }

  private List<String> codes(Scenario.Entry expected, Term term) throws ScenarioFault {
    List<String> codes = new ArrayList<>();
    RawCell cell = expected.cell();
    for (String part : ScenarioWords.list(ScenarioWords.afterOnly(expected.written()))) {
      Value value = literal(RawCell.text(part, cell.address(), cell.location()), term);
      if (value instanceof Value.Codes several) {
        codes.addAll(several.codes());
      } else if (value instanceof Value.Code one) {
        codes.add(one.code());
      }
    }
    return codes;
  }

  private boolean isCode(String written, Term term) {
    RawCell cell = RawCell.text(written, "", "");
    return CellParser.literal(cell, term, vocabulary).value().stream()
        .anyMatch(Value.Code.class::isInstance);
  }

  /** Money, percents and ratios compare at the precision at which they were written. */
  private static boolean isSame(
      Scenario.Entry expected, Term term, BigDecimal wanted, BigDecimal actual) {
    boolean rounds =
        term.type() == TermType.MONEY
            || term.type() == TermType.PERCENT
            || term.type() == TermType.RATIO;
    if (!rounds) {
      return wanted.compareTo(actual) == 0;
    }
    int decimals = decimals(expected, term, wanted);
    return actual.setScale(decimals, RoundingMode.HALF_UP).compareTo(wanted) == 0;
  }

  /** A number cell of a workbook does not say how many zeros it shows: money has cents there. */
  private static int decimals(Scenario.Entry expected, Term term, BigDecimal wanted) {
    int own = Math.max(0, wanted.scale());
    if (expected.cell().kind() == RawCell.Kind.NUMBER) {
      return term.type() == TermType.MONEY ? Math.max(MONEY_DECIMALS, own) : own;
    }
    String text = expected.written();
    int point = Math.max(text.indexOf('.'), text.indexOf('．'));
    int written = 0;
    for (int i = point + 1; point >= 0 && i < text.length() && isDigit(text.charAt(i)); i++) {
      written++;
    }
    boolean percentOfRatio = term.type() == TermType.RATIO && text.contains("%");
    return Math.max(own, percentOfRatio ? written + 2 : written);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Value literal(RawCell cell, Term term) throws ScenarioFault {
    return literal(cell, term, vocabulary);
  }

  /** The value that a cell says; a finding of code SCENARIO when it does not fit its term. */
  static Value literal(RawCell cell, Term term, Vocabulary vocabulary) throws ScenarioFault {
    Parsed<Value> parsed = CellParser.literal(cell, term, vocabulary);
    if (parsed.value().isPresent()) {
      return parsed.value().get();
    }
    var first = parsed.findings().get(0);
    throw new ScenarioFault(
        cell.location(),
        new Text(
            "`" + term.code() + "`：" + first.message().zh(),
            "`" + term.code() + "`: " + first.message().en()),
        cell.text(),
        List.of());
  }
}
