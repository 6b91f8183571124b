package dev.huikuan.domain;

import java.util.List;
import java.util.Optional;

/**
 * A word of the policy: a named fact, decision or parameter with type and bounds.
 *
 * @param level the finest level at which it exists
 * @param onAccount also readable at account level (an aggregate, or the leading receivable's)
 * @param unit what a number counts, e.g. {@code days}; empty when the type says it
 * @param min smallest allowed number, in millionths
 * @param max greatest allowed number, in millionths
 * @param catalogue name of the catalogue whose codes are its values; empty when {@code values} says
 * @param values the closed list of a code term, in order; empty for open codes and other types
 * @param where path in the case for given terms, e.g. {@code customer.creditScore}
 * @param overridable a what-if or scenario may set it in place of what is computed
 */
public record Term(
    String code,
    Text label,
    Level level,
    boolean onAccount,
    Origin origin,
    TermType type,
    String unit,
    Optional<Long> min,
    Optional<Long> max,
    String catalogue,
    List<AllowedValue> values,
    String where,
    boolean overridable) {

  public Term {
    values = List.copyOf(values);
  }

  /** True when the term can be read by a bare code or with a prefix at this level. */
  public boolean existsAt(Level wanted) {
    return level == wanted || onAccount && wanted == Level.ACCOUNT;
  }

  public Optional<AllowedValue> allowed(String valueCode) {
    for (AllowedValue value : values) {
      if (value.code().equals(valueCode)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The same term with its values taken from a catalogue that has been read since. */
  public Term withValues(List<AllowedValue> newValues) {
    return new Term(
        code,
        label,
        level,
        onAccount,
        origin,
        type,
        unit,
        min,
        max,
        catalogue,
        newValues,
        where,
        overridable);
  }
}
