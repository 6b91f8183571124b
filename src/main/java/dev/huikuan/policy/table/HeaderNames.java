package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The term that a header names: by one code or label, or by several names of the same term
 * separated by {@code /}, {@code ·} or a line break.
 */
final class HeaderNames {

  private final Vocabulary vocabulary;
  private final Complaints complaints;

  HeaderNames(Vocabulary vocabulary, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.complaints = complaints;
  }

  /** The names in a header: all of it when that is one, else its parts. */
  private List<String> names(String header) {
    if (isName(header)) {
      return List.of(header);
    }
    List<String> names = new ArrayList<>();
    for (String part : header.split("[/／\\n\\r]")) {
      boolean whole = isName(part) || TermNames.resolve(part, vocabulary, Level.OPTION).isPresent();
      boolean prefixed = TermNames.resolve(part, vocabulary, Level.RECEIVABLE).isPresent();
      names.addAll(whole || prefixed ? List.of(part) : Arrays.asList(part.split("[·・•]")));
    }
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private boolean isName(String written) {
    return vocabulary.named(written).isPresent();
  }

  /** The term as a table of this level reads it; empty when reported. */
  Optional<TermRef> resolve(RawCell cell, String header, Level level) {
    Optional<TermRef> first = Optional.empty();
    for (String name : names(header)) {
      Optional<TermRef> term = TermNames.resolve(name, vocabulary, level);
      if (term.isEmpty()) {
        complaints.add(TermNames.unknown(name, vocabulary, level, cell.location()));
        return Optional.empty();
      }
      if (first.isPresent() && !first.equals(term)) {
        differ(cell, first.get().code(), term.get().code());
        return Optional.empty();
      }
      first = term;
    }
    return first;
  }

  /** The term that an output column decides, at its own level; empty when reported. */
  Optional<TermRef> decided(RawCell cell, String header) {
    Optional<TermRef> first = Optional.empty();
    for (String name : names(header)) {
      Optional<TermRef> term =
          vocabulary.named(name).map(found -> new TermRef(found, found.level()));
      if (term.isEmpty()) {
        complaints.add(TermNames.unknown(name, vocabulary, Level.ACCOUNT, cell.location()));
        return Optional.empty();
      }
      if (first.isPresent() && !first.equals(term)) {
        differ(cell, first.get().code(), term.get().code());
        return Optional.empty();
      }
      first = term;
    }
    return first;
  }

  private void differ(RawCell cell, String one, String other) {
    complaints.unknown(
        Code.HEAD,
        cell,
        new Text(
            "同一列标题写了两个不同的词条 `" + one + "` 和 `" + other + "`；一列只能对应一个",
            "the header names two different terms, `"
                + one
                + "` and `"
                + other
                + "`; a column is"
                + " one term"),
        new Text("同一词条的代码或名称", "names of one term"),
        List.of());
  }
}
