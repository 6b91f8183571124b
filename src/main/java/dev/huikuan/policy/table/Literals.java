package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The text of a cell that holds one value of a term. */
final class Literals {

  private Literals() {}

  /** The value; a fault when the text is not one, and nothing but one. */
  static Value parse(String text, Term term) {
    CellScanner scan = new CellScanner(text);
    Value value = value(scan, term);
    scan.skipBlanks();
    if (!scan.atEnd()) {
      throw CellMessages.leftOver(scan.rest(), scan.written());
    }
    return value;
  }

  private static Value value(CellScanner scan, Term term) {
    Supplier<CellFault> unreadable = () -> CellMessages.notReadable(scan.written(), term);
    if (term.type().isNumeric()) {
      return number(scan, term);
    }
    return switch (term.type()) {
      case DATE -> Dates.scanDate(scan).map(Value::date).orElseThrow(unreadable);
      case TIME -> Dates.scanTime(scan).map(Value::time).orElseThrow(unreadable);
      case YES_NO ->
          ReservedWords.flag(scan.takeItem(false).plain()).map(Value::flag).orElseThrow(unreadable);
      case CODE ->
          whole(scan, term).orElseGet(() -> Value.code(Codes.get(scan.takeItem(false), term)));
      case CODES -> Value.codes(codes(scan, term));
      default -> text(scan);
    };
  }

  private static Value number(CellScanner scan, Term term) {
    int start = scan.position();
    if (!Numerals.standsAt(scan) || Dates.scanDate(scan).isPresent()) {
      throw CellMessages.notReadable(scan.written(), term);
    }
    scan.backTo(start);
    Numeral numeral = Numerals.scan(scan).unambiguous();
    return Value.number(TermNumbers.micros(numeral, term));
  }

  private static Optional<Value> whole(CellScanner scan, Term term) {
    Optional<String> code = Codes.find(scan.written(), term);
    code.ifPresent(c -> scan.toEnd());
    return code.map(Value::code);
  }

  private static List<String> codes(CellScanner scan, Term term) {
    Optional<String> one = Codes.find(scan.written(), term);
    if (one.isPresent()) {
      scan.toEnd();
      return List.of(one.get());
    }
    List<String> codes = new ArrayList<>();
    do {
      scan.skipBlanks();
      if (scan.atItemEnd(false)) {
        throw CellMessages.missing(scan.written());
      }
      String code = Codes.get(scan.takeItem(false), term);
      if (!codes.contains(code)) {
        codes.add(code);
      }
      scan.skipBlanks();
    } while (scan.takeSeparator());
    return codes;
  }

  private static Value text(CellScanner scan) {
    scan.toEnd();
    return Value.words(Text.same(scan.written()));
  }
}
