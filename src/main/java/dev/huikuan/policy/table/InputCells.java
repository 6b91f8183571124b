package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one input cell, read from left to right: lists, {@code not(…)}, words, tests. */
final class InputCells {

  /** What tests a column of one kind can hold. */
  interface Grammar {

    /** A test after a comparison sign; the position stands behind the sign. */
    UnaryTest compared(Comparison comparison, boolean inNot);

    /** A value, or an interval. */
    UnaryTest plain(boolean inNot);

    /** The whole cell as one value, tried before anything else. */
    default Optional<UnaryTest> whole() {
      return Optional.empty();
    }
  }

  private final CellScanner scan;
  private final Term term;
  private final Grammar grammar;

  private InputCells(CellScanner scan, Term term, Grammar grammar) {
    this.scan = scan;
    this.term = term;
    this.grammar = grammar;
  }

  static UnaryTest parse(String text, TermRef column, Vocabulary vocabulary, Level tableLevel) {
    CellScanner scan = new CellScanner(text);
    Term term = column.term();
    TermSide terms = new TermSide(term, vocabulary, tableLevel);
    return new InputCells(scan, term, grammar(scan, term, terms)).cell();
  }

  private static Grammar grammar(CellScanner scan, Term term, TermSide terms) {
    return switch (term.type()) {
      case YES_NO -> new FlagGrammar(scan, term);
      case CODE, CODES, TEXT -> new CodeGrammar(scan, term);
      default -> new OrderedGrammar(scan, term, terms);
    };
  }

  private UnaryTest cell() {
    Optional<UnaryTest> whole = grammar.whole();
    if (whole.isPresent()) {
      return whole.get();
    }
    List<UnaryTest> parts = list(false);
    boolean excludes = parts.stream().anyMatch(part -> part instanceof UnaryTest.NoneOf);
    boolean includes =
        parts.stream()
            .anyMatch(
                part -> !(part instanceof UnaryTest.NoneOf) && !(part instanceof UnaryTest.State));
    boolean several = parts.stream().filter(part -> part instanceof UnaryTest.NoneOf).count() > 1;
    if (excludes && includes || several) {
      throw CellFault.syntax(
          "`" + scan.written() + "` 把“不是”和别的值并列，等于什么都符合；请写 `not(A, B)`",
          "`"
              + scan.written()
              + "` lists an exclusion beside other values, which lets everything"
              + " pass; write `not(A, B)`");
    }
    return parts.size() == 1 ? parts.get(0) : new UnaryTest.AnyOf(parts);
  }

  private List<UnaryTest> list(boolean inNot) {
    List<UnaryTest> parts = new ArrayList<>();
    do {
      scan.skipBlanks();
      int start = scan.position();
      if (scan.atItemEnd(inNot)) {
        throw CellMessages.missing(scan.written());
      }
      parts.add(item(inNot));
      scan.skipBlanks();
      if (!scan.atItemEnd(inNot)) {
        throw CellMessages.leftOver(scan.rest(), scan.written().substring(start));
      }
    } while (scan.takeSeparator());
    return parts;
  }

  private UnaryTest item(boolean inNot) {
    int start = scan.position();
    if (scan.takeNot()) {
      return not(inNot);
    }
    Optional<UnaryTest.State> state = scan.takeState(inNot);
    if (state.isPresent()) {
      return stateFor(state.get(), start);
    }
    Optional<Comparison> comparison = scan.takeComparison();
    scan.skipBlanks();
    return comparison
        .map(sign -> grammar.compared(sign, inNot))
        .orElseGet(() -> grammar.plain(inNot));
  }

  private UnaryTest not(boolean inNot) {
    if (inNot) {
      throw CellFault.syntax("`not(…)` 里不能再写 not", "`not(…)` cannot hold another not");
    }
    List<UnaryTest> parts = list(true);
    if (!scan.take(")")) {
      throw CellFault.syntax(
          "`" + scan.written() + "` 缺少右括号 `)`", "`)` is missing in `" + scan.written() + "`");
    }
    return new UnaryTest.NoneOf(parts);
  }

  private UnaryTest stateFor(UnaryTest.State state, int start) {
    if (state == UnaryTest.State.NOT_YET && term.type() != TermType.DATE) {
      Text kind = CellMessages.kind(term.type());
      String word = scan.writtenFrom(start);
      throw CellFault.type(
          "`" + word + "` 只用于日期，`" + term.code() + "` 是" + kind.zh(),
          "`" + word + "` is for dates; `" + term.code() + "` is " + kind.en());
    }
    return state;
  }
}
