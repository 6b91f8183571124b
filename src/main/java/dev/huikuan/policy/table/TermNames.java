package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Terms as headers and cells name them: by code or label, with a prefix where one is needed. */
public final class TermNames {

  private static final Map<String, Level> PREFIXES =
      Map.ofEntries(
          Map.entry("account", Level.ACCOUNT),
          Map.entry("customer", Level.ACCOUNT),
          Map.entry("客户", Level.ACCOUNT),
          Map.entry("账户", Level.ACCOUNT),
          Map.entry("contract", Level.CONTRACT),
          Map.entry("合同", Level.CONTRACT),
          Map.entry("receivable", Level.RECEIVABLE),
          Map.entry("应收", Level.RECEIVABLE),
          Map.entry("应收款", Level.RECEIVABLE),
          Map.entry("option", Level.OPTION),
          Map.entry("方案", Level.OPTION));

  /** Nothing is near to a longer one. */
  private static final int LONGEST_NAME = 80;

  private TermNames() {}

  /**
   * The term that is meant in a table of that level: a bare name is the table's own level where the
   * term exists there, else the level where it exists and can be read from.
   *
   * @return empty when there is no such term, or none that a table of that level can read
   */
  public static Optional<TermRef> resolve(String written, Vocabulary vocabulary, Level tableLevel) {
    Optional<Term> bare = vocabulary.named(written);
    if (bare.isPresent()) {
      return bare.flatMap(term -> readable(term, tableLevel));
    }
    return Prefixed.of(written)
        .flatMap(
            name ->
                vocabulary
                    .named(name.rest)
                    .filter(term -> term.existsAt(name.level) && canSee(tableLevel, name.level))
                    .map(term -> new TermRef(term, name.level)));
  }

  /** The finding for a name that {@link #resolve} does not know, with the nearest terms. */
  public static Finding unknown(
      String written, Vocabulary vocabulary, Level tableLevel, String location) {
    String name = Prefixed.of(written).map(Prefixed::rest).orElse(written);
    Optional<Term> other = vocabulary.named(written).or(() -> vocabulary.named(name));
    boolean far = other.isPresent() || name.length() > LONGEST_NAME;
    List<String> nearest = far ? List.of() : vocabulary.nearest(name);
    Text message =
        other
            .map(term -> unreadable(written, term, tableLevel))
            .orElseGet(
                () ->
                    CellMessages.withNearest(
                        new Text(
                            "没有名为 `" + written + "` 的词条", "there is no term `" + written + "`"),
                        nearest));
    Text expected = new Text("词汇表中的代码或名称", "a code or label of the vocabulary");
    return Finding.error(Finding.Code.UNKNOWN_TERM, location, CellMessages.shortened(message))
        .found(CellMessages.shortened(written), expected, nearest);
  }

  private static Text unreadable(String written, Term term, Level tableLevel) {
    return new Text(
        "`" + written + "` 属于" + zh(term.level()) + "层，" + zh(tableLevel) + "层的决策表读不到它",
        "`"
            + written
            + "` is a term of the "
            + en(term.level())
            + "; a table of the "
            + en(tableLevel)
            + " cannot read it");
  }

  private static String zh(Level level) {
    return switch (level) {
      case ACCOUNT -> "客户";
      case CONTRACT -> "合同";
      case RECEIVABLE -> "应收款";
      case OPTION -> "方案";
    };
  }

  private static String en(Level level) {
    return switch (level) {
      case ACCOUNT -> "account";
      case CONTRACT -> "contract";
      case RECEIVABLE -> "receivable";
      case OPTION -> "option";
    };
  }

  private static Optional<TermRef> readable(Term term, Level tableLevel) {
    if (term.existsAt(tableLevel)) {
      return Optional.of(new TermRef(term, tableLevel));
    }
    if (canSee(tableLevel, term.level())) {
      return Optional.of(new TermRef(term, term.level()));
    }
    return term.onAccount() ? Optional.of(new TermRef(term, Level.ACCOUNT)) : Optional.empty();
  }

  /** An account table reads contract terms as those of the leading receivable's contract. */
  private static boolean canSee(Level from, Level of) {
    return switch (of) {
      case ACCOUNT -> true;
      case CONTRACT -> from != Level.OPTION;
      case RECEIVABLE -> from == Level.RECEIVABLE;
      case OPTION -> from == Level.OPTION;
    };
  }

  private record Prefixed(Level level, String rest) {

    static Optional<Prefixed> of(String written) {
      int dot = 0;
      while (dot < written.length() && ".·・．•".indexOf(written.charAt(dot)) < 0) {
        dot++;
      }
      if (dot == written.length()) {
        return Optional.empty();
      }
      String rest = written.substring(dot + 1);
      return Optional.ofNullable(PREFIXES.get(Wording.normalise(written.substring(0, dot))))
          .map(level -> new Prefixed(level, rest));
    }
  }
}
