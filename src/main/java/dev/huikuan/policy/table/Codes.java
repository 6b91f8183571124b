package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Codes as people write them: the code or a label, in any case, width and quotes. */
final class Codes {

  private static final Pattern OPEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_./:+-]*");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_ ./:+()-]*");

  /** Nothing is near to a longer one. */
  private static final int LONGEST_CODE = 80;

  private Codes() {}

  /** The allowed value that is meant; codes go before labels. */
  static Optional<String> find(String written, Term term) {
    if (term.allowed(written).isPresent()) {
      return Optional.of(written);
    }
    String form = Wording.normalise(written);
    for (AllowedValue value : term.values()) {
      if (form.equals(Wording.normalise(value.code()))) {
        return Optional.of(value.code());
      }
    }
    for (AllowedValue value : term.values()) {
      if (form.equals(Wording.normalise(value.label().zh()))
          || form.equals(Wording.normalise(value.label().en()))) {
        return Optional.of(value.code());
      }
    }
    return Optional.empty();
  }

  /** The code, as written where the term's values are open. */
  static String get(CellScanner.Item item, Term term) {
    if (term.values().isEmpty()) {
      if (!OPEN.matcher(item.plain()).matches()) {
        throw CellMessages.notReadable(item.written(), term);
      }
      return item.plain();
    }
    return find(item.written(), term)
        .or(() -> find(item.plain(), term))
        .orElseThrow(() -> unknown(item, term));
  }

  private static CellFault unknown(CellScanner.Item item, Term term) {
    if (!WORDS.matcher(item.plain()).matches()) {
      return CellMessages.notReadable(item.written(), term);
    }
    boolean far = item.plain().length() > LONGEST_CODE;
    List<String> nearest = far ? List.of() : nearest(item.plain(), term);
    Text fit = nearest.isEmpty() ? CellMessages.expected(term) : Text.EMPTY;
    Text message =
        new Text(
            "`"
                + term.code()
                + "` 没有 `"
                + item.written()
                + "` 这个值"
                + (fit.isEmpty() ? "" : "，" + fit.zh()),
            "`"
                + term.code()
                + "` has no value `"
                + item.written()
                + "`"
                + (fit.isEmpty() ? "" : "; write " + fit.en()));
    return new CellFault(
        term.catalogue().isEmpty() ? Finding.Code.CELL_TYPE : Finding.Code.UNKNOWN_CODE,
        CellMessages.withNearest(message, nearest),
        nearest);
  }

  private static List<String> nearest(String written, Term term) {
    List<String> words = new ArrayList<>();
    for (AllowedValue value : term.values()) {
      words.add(value.code());
      words.add(value.label().zh());
      words.add(value.label().en());
    }
    return Wording.nearest(written, words).stream()
        .map(word -> find(word, term).orElse(word))
        .distinct()
        .toList();
  }
}
