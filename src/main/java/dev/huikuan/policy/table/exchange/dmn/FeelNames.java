package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that FEEL can read in place of codes of terms. What a receivable table reads of its own
 * receivable or contract is called {@code receivable_daysPastDue}; without the prefix a name is the
 * account's.
 */
final class FeelNames {

  static final String AS_OF = "asOf";

  /** Behind the name of a date: whether it is known not to have come. */
  static final String NOT_YET = "_notYet";

  /** Behind the name of a text: in small letters, half width, without blanks. */
  static final String PLAIN = "_plain";

  /** Between a parameter and the date at which it is read. */
  static final String AT = "_at_";

  /** The date of a parameter that changes while interest accrues. */
  static final String ACCRUAL = "accrual";

  private static final String BELOW = "receivable_";

  /** Words and functions of FEEL that a term could be called. */
  private static final Set<String> TAKEN =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "true",
          "false",
          "null",
          "satisfies",
          "between",
          "instance",
          "of",
          "function",
          "external",
          "date",
          "time",
          "duration",
          "item",
          "min",
          "max",
          "sum",
          "count",
          "list",
          "string",
          "number",
          "rows",
          "values",
          AS_OF);

  private final Map<String, Named> byName = new HashMap<>();

  /** What a name stands for: a term, read by its own receivable or not. */
  private record Named(Term term, boolean below) {}

  FeelNames(Vocabulary vocabulary) {
    for (Term term : vocabulary.terms()) {
      byName.putIfAbsent(plain(term.code()), new Named(term, false));
      byName.putIfAbsent(BELOW + plain(term.code()), new Named(term, true));
    }
  }

  /** The name of what a table of that level reads or decides. */
  static String of(TermRef ref, Level tableLevel) {
    boolean below =
        tableLevel == Level.RECEIVABLE
            && (ref.level() == Level.RECEIVABLE || ref.level() == Level.CONTRACT);
    return below ? BELOW + plain(ref.code()) : plain(ref.code());
  }

  /** A name of ASCII letters, digits and underscores that is no word of FEEL. */
  static String plain(String code) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean fits = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
      name.append(fits ? c : '_');
    }
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      name.insert(0, '_');
    }
    return TAKEN.contains(name.toString()) ? name + "_" : name.toString();
  }

  /**
   * What an analyst writes in a table of that level for a name of ours: a code, with the prefix
   * that says the level where one is needed.
   */
  Optional<String> code(String name, Level tableLevel) {
    return Optional.ofNullable(byName.get(name))
        .map(
            named ->
                named.below
                    ? named.term.code()
                    : new TermRef(named.term, Level.ACCOUNT).qualifiedFrom(tableLevel));
  }
}
