package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.ReservedWords;
import dev.huikuan.policy.table.TermNames;
import dev.huikuan.policy.table.exchange.dmn.FeelNode.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * FEEL's literals and names as an analyst spells them. Cells are put together from these and then
 * read by {@link CellParser} like any other, so that there is one grammar of cells.
 */
final class Spelling {

  private static final Pattern PLAIN_WORD =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/+-]*(?: [\\p{L}\\p{N}_.:/+-]+)*");
  private static final Pattern FORMULA_LIKE = Pattern.compile("(?is)(not|非|min|max|最小|最大)\\b.*");

  private final Term term;
  private final Level level;
  private final Vocabulary vocabulary;
  private final FeelNames names;
  private final Set<Text> nuances;

  /**
   * @param nuances what is read a little differently here, to be told
   */
  Spelling(Term term, Level level, Vocabulary vocabulary, FeelNames names, Set<Text> nuances) {
    this.term = term;
    this.level = level;
    this.vocabulary = vocabulary;
    this.names = names;
    this.nuances = nuances;
  }

  TermType type() {
    return term.type();
  }

  void nuance(String zh, String en) {
    nuances.add(new Text(zh, en));
  }

  /** A literal of the column's type. */
  String literal(Literal literal) {
    return switch (literal.kind()) {
      case NUMBER -> new BigDecimal(literal.value()).toPlainString();
      case FLAG -> literal.value().equals("true") ? "yes" : "no";
      case DATE, TIME -> literal.value();
      case STRING -> word(literal.value());
      case NULL, DURATION ->
          throw new FeelFault(
              "`" + literal.value() + "` 在这里不是值", "`" + literal.value() + "` is no value here");
    };
  }

  /** A code or text, in quotes where a cell would read it as something else. */
  private String word(String word) {
    boolean plain =
        PLAIN_WORD.matcher(word).matches()
            && !ReservedWords.contains(word)
            && !FORMULA_LIKE.matcher(word).matches();
    if (plain) {
      return word;
    }
    String quote = word.indexOf('"') < 0 ? "\"" : "'";
    boolean quotable =
        !word.isBlank()
            && word.equals(word.strip())
            && word.chars().noneMatch(c -> "“”„‟«»「」『』‘’\n".indexOf(c) >= 0)
            && word.indexOf(quote) < 0;
    if (!quotable) {
      throw new FeelFault(
          "`" + word + "` 含有引号或换行，单元格里写不出来",
          "`" + word + "` has quotes or line breaks that a cell cannot hold");
    }
    return quote + word + quote;
  }

  /** A term in the analyst's words: ours by its name, others by code or label. */
  String name(String written) {
    int at = written.indexOf(FeelNames.AT);
    if (at > 0) {
      Optional<String> parameter = names.code(written.substring(0, at), level);
      String on = written.substring(at + FeelNames.AT.length());
      Optional<String> date =
          on.equals(FeelNames.ACCRUAL) ? Optional.of(on) : names.code(on, level);
      if (parameter.isPresent() && date.isPresent()) {
        return parameter.get() + "@" + date.get();
      }
    }
    return code(written).orElse(written);
  }

  /** The term that a name means, with its prefix where one is needed; a path by its last step. */
  Optional<String> code(String written) {
    List<String> tries = new ArrayList<>(List.of(written));
    if (written.endsWith(FeelNames.PLAIN)) {
      tries.add(written.substring(0, written.length() - FeelNames.PLAIN.length()));
    }
    tries.add(written.substring(written.lastIndexOf('.') + 1));
    for (String one : tries) {
      Optional<String> ours = names.code(one, level);
      if (ours.isPresent()) {
        return ours;
      }
      if (TermNames.resolve(one, vocabulary, level).isPresent()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** A value, a term, or a term with a factor. */
  String operand(FeelNode node) {
    if (node instanceof Literal literal) {
      return literal(literal);
    }
    if (node instanceof FeelNode.Name name) {
      return name(name.name());
    }
    if (node instanceof FeelNode.Arithmetic product && product.sign() == '*') {
      return factor(product);
    }
    throw new FeelFault(
        "比较的另一边只能是值、词条或“数 * 词条”",
        "the other side of a comparison is a value, a term, or a number times a term");
  }

  /** {@code 0.5 * creditLimit}. */
  String factor(FeelNode.Arithmetic product) {
    boolean first = product.left() instanceof Literal;
    FeelNode number = first ? product.left() : product.right();
    FeelNode name = first ? product.right() : product.left();
    if (number instanceof Literal factor
        && factor.kind() == Literal.Kind.NUMBER
        && name instanceof FeelNode.Name other) {
      return literal(factor) + " * " + name(other.name());
    }
    throw new FeelFault("乘法只能是“数 * 词条”", "a product is a number times a term");
  }
}
