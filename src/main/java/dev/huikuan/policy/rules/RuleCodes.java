package dev.huikuan.policy.rules;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The words that a rule may use: catalogues by name, and the vocabulary. */
public record RuleCodes(Map<String, Catalogue> catalogues, Vocabulary vocabulary) {

  public RuleCodes {
    catalogues = Map.copyOf(catalogues);
  }

  /** What a method of {@link RuleOutput} or {@link TermReader} takes as its code. */
  enum Use {
    HOLD("holds", "保留事项目录", "holds of the catalogue"),
    ALERT("alerts", "提示目录", "alerts of the catalogue"),
    ADVICE("advice", "建议目录", "advice of the catalogue"),
    ACTION("actions", "动作目录", "actions of the catalogue"),
    ACTION_OR_KIND("actions", "动作目录及其类型", "actions of the catalogue and their kinds"),
    TERM("", "词汇表", "terms of the vocabulary"),
    RULE_TERM("", "由规则设定的词", "terms whose origin is rule");

    private final String catalogue;
    private final Text label;

    Use(String catalogue, String zh, String en) {
      this.catalogue = catalogue;
      this.label = new Text(zh, en);
    }

    /** In an author's words. */
    Text label() {
      return label;
    }
  }

  boolean allows(Use use, String code) {
    return switch (use) {
      case HOLD, ALERT, ADVICE, ACTION -> codesOf(use.catalogue).contains(code);
      case ACTION_OR_KIND ->
          codesOf(use.catalogue).contains(code) || CatalogueColumns.ACTION_KINDS.contains(code);
      case TERM -> vocabulary.find(code).isPresent();
      case RULE_TERM -> vocabulary.find(code).filter(RuleCodes::isSetByRules).isPresent();
    };
  }

  List<String> nearest(Use use, String code) {
    return Wording.nearest(code, allowed(use));
  }

  /** The code; a complaint at the rule when nobody knows it. */
  String known(Use use, String code) {
    if (code == null || !allows(use, code)) {
      throw new IllegalArgumentException(complaint(use, String.valueOf(code)));
    }
    return code;
  }

  /** The value; a complaint at the rule when the term cannot have it. */
  Value fitting(String code, Value value) {
    Term term = vocabulary.get(code);
    boolean fits =
        switch (term.type()) {
          case DATE -> value instanceof Value.Day || value == Value.NOT_YET;
          case YES_NO -> value instanceof Value.Flag;
          case CODE ->
              value instanceof Value.Code one
                  && (term.values().isEmpty() || term.allowed(one.code()).isPresent());
          case CODES -> value instanceof Value.Codes;
          case TEXT -> value instanceof Value.Words;
          case TIME -> value instanceof Value.Clock;
          default -> value instanceof Value.Num;
        };
    if (!fits && !value.isUnknown()) {
      throw new IllegalArgumentException(
          "`%s` takes a %s, not `%s`".formatted(code, term.type().label().en(), value));
    }
    return value;
  }

  private String complaint(Use use, String code) {
    List<String> near = nearest(use, code);
    return "`%s` is not among the %s".formatted(code, use.label().en())
        + (near.isEmpty() ? "" : "; nearest: " + String.join(", ", near));
  }

  private Collection<String> allowed(Use use) {
    return switch (use) {
      case HOLD, ALERT, ADVICE, ACTION -> codesOf(use.catalogue);
      case ACTION_OR_KIND -> {
        List<String> all = new ArrayList<>(codesOf(use.catalogue));
        all.addAll(CatalogueColumns.ACTION_KINDS);
        yield all;
      }
      case TERM -> vocabulary.terms().stream().map(Term::code).toList();
      case RULE_TERM ->
          vocabulary.terms().stream().filter(RuleCodes::isSetByRules).map(Term::code).toList();
    };
  }

  private static boolean isSetByRules(Term term) {
    return term.origin() == Origin.RULE && !term.code().equals("holds");
  }

  private Collection<String> codesOf(String catalogue) {
    return catalogues.containsKey(catalogue) ? catalogues.get(catalogue).codes() : List.of();
  }
}
