package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.TermWords;

/** The note on a header: what the column's term is, in both languages. */
final class TermNote {

  private static final int LONGEST = 1_500;

  private TermNote() {}

  static String of(Term term) {
    Text words = TermWords.description(term);
    String note =
        term.code()
            + "\n"
            + term.label().zh()
            + " / "
            + term.label().en()
            + "\n"
            + words.zh()
            + "\n"
            + words.en();
    return note.length() > LONGEST ? note.substring(0, LONGEST) + "…" : note;
  }
}
