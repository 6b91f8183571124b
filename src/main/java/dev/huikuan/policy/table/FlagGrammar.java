package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import java.util.List;

/** Tests of yes and no. */
record FlagGrammar(CellScanner scan, Term term) implements InputCells.Grammar {

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
    return new UnaryTest.Is(
        ReservedWords.flag(item.plain())
            .orElseThrow(() -> CellMessages.notReadable(item.written(), term)));
  }
}
