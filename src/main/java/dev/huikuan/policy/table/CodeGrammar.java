package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tests of codes, lists of codes and texts: a word is a value, never an interval. */
record CodeGrammar(CellScanner scan, Term term) implements InputCells.Grammar {

  /** Labels may hold commas and brackets: the whole cell is tried first. */
  @Override
  public Optional<UnaryTest> whole() {
    return term.type() == TermType.TEXT
        ? Optional.empty()
        : Codes.find(scan.written(), term).map(code -> new UnaryTest.CodeIn(Set.of(code)));
  }

  @Override
  public UnaryTest compared(Comparison comparison, boolean inNot) {
    return switch (comparison) {
      case EQUAL -> plain(inNot);
      case NOT_EQUAL -> new UnaryTest.NoneOf(List.of(plain(inNot)));
      default -> throw CellMessages.noOrder(comparison, term);
    };
  }

  @Override
  public UnaryTest plain(boolean inNot) {
    CellScanner.Item item = scan.takeItem(inNot);
    return term.type() == TermType.TEXT
        ? new UnaryTest.TextIn(Set.of(item.written()))
        : new UnaryTest.CodeIn(Set.of(Codes.get(item, term)));
  }
}
