package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what an analyst wrote into a cell (policy format, "Input cells" and "Output cells"). What
 * does not fit is a finding at the cell, never an exception; nothing in a cell is ever run.
 */
public final class CellParser {

  private CellParser() {}

  /** The test of an input cell; an empty cell or {@code -} passes any value. */
  public static Parsed<UnaryTest> input(
      RawCell cell, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    return parsed(
        cell,
        column.term(),
        () ->
            TypedCells.value(cell, column.term())
                .map(value -> equalTo(value, column.term()))
                .orElseGet(() -> test(cell, column, vocabulary, tableLevel)));
  }

  private static UnaryTest test(
      RawCell cell, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    return cell.isBlank() || new CellScanner(cell.text()).isDash()
        ? new UnaryTest.Anything()
        : InputCells.parse(cell.text(), column, vocabulary, tableLevel);
  }

  private static UnaryTest equalTo(Value value, Term term) {
    if (value instanceof Value.Flag flag) {
      return new UnaryTest.Is(flag.yes());
    }
    Interval.Axis axis = Interval.Axis.of(term.type());
    return new UnaryTest.Within(Interval.single(axis, axis.point(value)));
  }

  /**
   * The entry of an output cell that is not blank; ask {@link RawCell#isBlank} first, a blank one
   * means <em>not decided</em>. For text terms see {@link #words}.
   */
  public static Parsed<OutputEntry> output(
      RawCell cell, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    return parsed(
        cell,
        column.term(),
        () ->
            TypedCells.value(cell, column.term())
                .<OutputEntry>map(OutputEntry.Literal::new)
                .orElseGet(() -> OutputCells.parse(cell.text(), column, vocabulary, tableLevel)));
  }

  /**
   * One value of the term: a parameter's, or one that a scenario gives. The words unknown and (for
   * dates) not yet are values here; a list of codes may be {@code none}; a text reads the same in
   * both languages. The cell must not be blank.
   */
  public static Parsed<Value> literal(RawCell cell, Term term, Vocabulary vocabulary) {
    return parsed(
        cell, term, () -> TypedCells.value(cell, term).orElseGet(() -> valueOf(cell, term)));
  }

  private static Value valueOf(RawCell cell, Term term) {
    Optional<UnaryTest.State> state = ReservedWords.state(cell.text());
    if (state.filter(s -> s == UnaryTest.State.UNKNOWN).isPresent()) {
      return Value.UNKNOWN;
    }
    if (state.filter(s -> s == UnaryTest.State.NOT_YET).isPresent()
        && term.type() == TermType.DATE) {
      return Value.NOT_YET;
    }
    boolean none = ReservedWords.isNone(cell.text()) && Codes.find(cell.text(), term).isEmpty();
    return none && term.type() == TermType.CODES
        ? Value.codes(List.of())
        : Literals.parse(cell.text(), term);
  }

  /**
   * The entry of a text term that is written in two columns; placeholders are checked and kept. At
   * least one cell must not be blank.
   */
  public static Parsed<OutputEntry> words(
      RawCell zh, RawCell en, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    Parsed<Text> text = text(zh, en, vocabulary, tableLevel);
    return new Parsed<>(
        text.value().map(pair -> new OutputEntry.Literal(Value.words(pair))), text.findings());
  }

  /**
   * A text in two cells, as in the Reason columns: both languages or neither ({@link Text#EMPTY}),
   * and every placeholder a term.
   */
  public static Parsed<Text> text(RawCell zh, RawCell en, Vocabulary vocabulary, Level tableLevel) {
    if (zh.isBlank() && en.isBlank()) {
      return Parsed.of(Text.EMPTY);
    }
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Placeholders.check(zh, vocabulary, tableLevel));
    findings.addAll(Placeholders.check(en, vocabulary, tableLevel));
    return findings.isEmpty()
        ? Parsed.of(new Text(zh.text().strip(), en.text().strip()))
        : new Parsed<>(Optional.empty(), findings);
  }

  /** What is wrong with the placeholders of a text that was not read from two cells. */
  public static List<Finding> placeholders(
      Text text, String location, Vocabulary vocabulary, Level tableLevel) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Placeholders.check(text.zh(), location, vocabulary, tableLevel));
    findings.addAll(Placeholders.check(text.en(), location, vocabulary, tableLevel));
    return findings;
  }

  private static <T> Parsed<T> parsed(RawCell cell, Term term, Supplier<T> reader) {
    try {
      return Parsed.of(reader.get());
    } catch (CellFault fault) {
      return Parsed.failed(fault.finding(cell, CellMessages.expected(term)));
    }
  }
}
