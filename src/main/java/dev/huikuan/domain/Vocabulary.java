package dev.huikuan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All terms that a policy may use, found by code or by label in either language. */
public final class Vocabulary {

  private final Map<String, Term> byCode;
  private final Map<String, Term> byWord;

  /** Terms in their order; a later term with the same code replaces an earlier one. */
  public Vocabulary(Collection<Term> terms) {
    Map<String, Term> codes = new LinkedHashMap<>();
    terms.forEach(term -> codes.put(term.code(), term));
    Map<String, Term> words = new HashMap<>();
    for (Term term : codes.values()) {
      words.putIfAbsent(Wording.normalise(term.label().zh()), term);
      words.putIfAbsent(Wording.normalise(term.label().en()), term);
    }
    codes.values().forEach(term -> words.put(Wording.normalise(term.code()), term));
    this.byCode = Collections.unmodifiableMap(codes);
    this.byWord = Map.copyOf(words);
  }

  public Collection<Term> terms() {
    return byCode.values();
  }

  public Optional<Term> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The term; a bug when the product asks for one that its own vocabulary lacks. */
  public Term get(String code) {
    return find(code).orElseThrow(() -> new IllegalStateException("no term " + code));
  }

  /** By code or label, in either language, without regard to case, blanks and width. */
  public Optional<Term> named(String word) {
    return find(word).or(() -> Optional.ofNullable(byWord.get(Wording.normalise(word))));
  }

  /** Codes of the terms whose code or label is nearest to what was written, at most three. */
  public List<String> nearest(String word) {
    List<String> words = new ArrayList<>();
    Map<String, String> codeOf = new HashMap<>();
    for (Term term : byCode.values()) {
      for (String name : List.of(term.code(), term.label().zh(), term.label().en())) {
        words.add(name);
        codeOf.putIfAbsent(name, term.code());
      }
    }
    return Wording.nearest(word, words).stream().map(codeOf::get).distinct().toList();
  }

  /** This vocabulary and more terms; a term with the same code is replaced. */
  public Vocabulary with(Collection<Term> more) {
    List<Term> all = new ArrayList<>(byCode.values());
    all.addAll(more);
    return new Vocabulary(all);
  }
}
