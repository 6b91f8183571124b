package dev.huikuan.scenario;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.util.Map;
import java.util.Optional;

/**
 * A term as a header names it: by code or label, with or without a level in front.
 *
 * @param level empty when the header does not say it
 */
record TermName(Term term, Optional<Level> level) {

  private static final Map<String, Level> PREFIXES =
      Map.of(
          "account", Level.ACCOUNT,
          "customer", Level.ACCOUNT,
          "客户", Level.ACCOUNT,
          "账户", Level.ACCOUNT,
          "contract", Level.CONTRACT,
          "合同", Level.CONTRACT,
          "receivable", Level.RECEIVABLE,
          "应收款", Level.RECEIVABLE,
          "应收", Level.RECEIVABLE);

  static Optional<TermName> of(String header, Vocabulary vocabulary) {
    Optional<Term> bare = vocabulary.named(header);
    if (bare.isPresent()) {
      return Optional.of(new TermName(bare.get(), Optional.empty()));
    }
    String[] parts = header.split("[.·・．•]", 2);
    if (parts.length < 2) {
      return several(header, vocabulary);
    }
    Optional<Level> level = Optional.ofNullable(PREFIXES.get(Wording.normalise(parts[0])));
    return level.flatMap(
        found -> vocabulary.named(parts[1]).map(term -> new TermName(term, Optional.of(found))));
  }

  /** Several names of the same term, {@code 逾期天数 / daysPastDue}. */
  private static Optional<TermName> several(String header, Vocabulary vocabulary) {
    TermName found = null;
    for (String name : header.split("[/\\n]")) {
      Optional<Term> term = vocabulary.named(name);
      if (term.isEmpty() || found != null && !found.term().code().equals(term.get().code())) {
        return Optional.empty();
      }
      found = new TermName(term.get(), Optional.empty());
    }
    return Optional.ofNullable(found);
  }
}
