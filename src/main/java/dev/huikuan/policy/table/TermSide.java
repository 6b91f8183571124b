package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.Optional;

/** Other terms that a cell may name, and which of them fit the term of its column. */
record TermSide(Term term, Vocabulary vocabulary, Level tableLevel) {

  Optional<TermRef> find(String name) {
    return name.isBlank() ? Optional.empty() : TermNames.resolve(name, vocabulary, tableLevel);
  }

  /** The term, or the fault that says why there is none. */
  TermRef get(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  private CellFault missing(String name) {
    if (name.isBlank()) {
      return CellFault.syntax("运算符后面缺少一个值或词条", "a value or term is missing behind the sign");
    }
    boolean word =
        name.codePoints().allMatch(TermSide::isWordLike)
            && name.codePoints().anyMatch(Character::isLetter);
    if (!word) {
      return CellMessages.neither(name);
    }
    Finding unknown = TermNames.unknown(name, vocabulary, tableLevel, "");
    return new CellFault(unknown.code(), unknown.message(), unknown.nearest());
  }

  /** The other term where it may stand beside this one. */
  TermRef fitting(TermRef other, boolean withFactor) {
    if (!takesValuesOf(other.term()) && term.type() == other.term().type()) {
      throw CellFault.type(
          "`" + other.code() + "` 的取值不都是 `" + term.code() + "` 允许的值",
          "`" + other.code() + "` can have values that `" + term.code() + "` does not allow");
    }
    if (!fits(term.type(), other.term().type(), withFactor)) {
      Text one = CellMessages.kind(term.type());
      Text two = CellMessages.kind(other.term().type());
      throw CellFault.type(
          "`" + other.code() + "` 是" + two.zh() + "，`" + term.code() + "` 是" + one.zh() + "，两者对不上",
          "`"
              + other.code()
              + "` is "
              + two.en()
              + " and `"
              + term.code()
              + "` is "
              + one.en()
              + "; they do not go together");
    }
    return other;
  }

  /** A closed list takes values only from a list that says nothing else. */
  private boolean takesValuesOf(Term other) {
    return term.values().isEmpty()
        || !other.values().isEmpty()
            && other.values().stream().allMatch(v -> term.allowed(v.code()).isPresent());
  }

  /**
   * Numbers of different kinds go together only through a factor, which then carries the unit;
   * counts, days and plain numbers go together as they are.
   */
  private static boolean fits(TermType one, TermType other, boolean withFactor) {
    if (!one.isNumeric() || !other.isNumeric()) {
      return one == other && !withFactor;
    }
    return one == other || withFactor || isPlain(one) && isPlain(other);
  }

  private static boolean isPlain(TermType type) {
    return type.isWhole() || type == TermType.NUMBER;
  }

  private static boolean isWordLike(int c) {
    return Character.isLetterOrDigit(c) || " _.·-%()".indexOf(c) >= 0;
  }
}
