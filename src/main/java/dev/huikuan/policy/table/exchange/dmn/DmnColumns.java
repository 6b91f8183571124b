package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Bilingual;
import dev.huikuan.policy.table.SheetDraft;
import dev.huikuan.policy.table.TermNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The clauses of a DMN decision table as columns of a sheet: which term each of them means. */
final class DmnColumns {

  /** A column of the sheet, or the two of a row's period. */
  record Column(Kind kind, int at, Optional<TermRef> term, Text words) {
    enum Kind {
      TEST,
      PERIOD,
      ENTRY,
      TEXT
    }

    int width() {
      return kind == Kind.PERIOD ? 2 : 1;
    }
  }

  private final XmlTree decision;
  private final XmlTree table;
  private final boolean ours;
  private final Vocabulary vocabulary;
  private final FeelNames names;
  private final Level level;

  /**
   * @param ours we wrote the table ourselves, so that its names say their level
   */
  DmnColumns(
      XmlTree decision, XmlTree table, boolean ours, Vocabulary vocabulary, FeelNames names) {
    this.decision = decision;
    this.table = table;
    this.ours = ours;
    this.vocabulary = vocabulary;
    this.names = names;
    this.level = level();
  }

  private Level level() {
    return outputs().stream()
        .flatMap(output -> outputTerm(output).stream())
        .map(Term::level)
        .findFirst()
        .orElse(Level.ACCOUNT);
  }

  private List<XmlTree> outputs() {
    return table.all("output").toList();
  }

  /** An input clause; its header is put into the sheet. */
  Column input(XmlTree input, int column, int row, SheetDraft sheet, DmnPlaces places) {
    Optional<XmlTree> element = input.first("inputExpression");
    String expression = element.map(e -> e.textOf("text")).orElse("").strip();
    Text words = columnWords(input.attribute("label"), expression);
    places.at(row, column, element.orElse(input), words);
    if (expression.equals(FeelNames.AS_OF)) {
      sheet.put(row, column, "Effective from");
      sheet.put(row, column + 1, "Effective until");
      places.at(row, column + 1, element.orElse(input), words);
      return new Column(Column.Kind.PERIOD, column, Optional.empty(), words);
    }
    Optional<String> code = inputCode(expression, input.attribute("label"));
    Optional<TermRef> term = code.flatMap(c -> TermNames.resolve(c, vocabulary, level));
    sheet.put(
        row,
        column,
        term.map(t -> header(input.attribute("label"), code.get(), t)).orElse(expression));
    if (expression.isEmpty()) {
      sheet.put(row, column, "?");
    }
    return new Column(Column.Kind.TEST, column, term, words);
  }

  private static Text columnWords(String label, String expression) {
    String name = label.isBlank() ? expression : label;
    return new Text("列“" + name + "”", "column \"" + name + "\"");
  }

  /** The term of an input expression, which may be written in several ways. */
  private Optional<String> inputCode(String expression, String label) {
    Spelling spelling = spelling(Optional.empty(), new LinkedHashSet<>());
    Optional<String> name = expressionName(expression).flatMap(n -> named(n, spelling));
    return name.or(() -> parts(label).flatMap(part -> named(part, spelling).stream()).findFirst());
  }

  /** Our own names say their level; another modeler's mean the table's own. */
  private Optional<String> named(String name, Spelling spelling) {
    return ours || TermNames.resolve(name, vocabulary, level).isEmpty()
        ? spelling.code(name)
        : Optional.of(name);
  }

  private static Optional<String> expressionName(String expression) {
    try {
      FeelNode node = FeelParser.expression(expression);
      // Ours for a list that other rows decided: if x = null then [] else …
      if (node instanceof FeelNode.If choice
          && choice.condition() instanceof FeelNode.Compare compare) {
        node = compare.left();
      }
      return node instanceof FeelNode.Name name
          ? Optional.of(name.name())
          : Optional.of(expression);
    } catch (FeelFault other) {
      return Optional.of(expression);
    }
  }

  private static Stream<String> parts(String label) {
    return Stream.concat(Stream.of(label), Stream.of(label.split("[/／·\\n\\r]")))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  /** The header as it was written where it still names the term, else the code. */
  private String header(String label, String code, TermRef term) {
    boolean same =
        !label.isBlank()
            && Stream.of(label.split("[/／\\n\\r]"))
                .map(part -> TermNames.resolve(part.strip(), vocabulary, level))
                .allMatch(found -> found.filter(term::equals).isPresent());
    return same ? label : code;
  }

  private Optional<Term> outputTerm(XmlTree output) {
    boolean alone = outputs().size() == 1;
    Stream<String> tries =
        Stream.of(
                output.attribute("name"),
                output.attribute("label"),
                alone ? table.attribute("outputLabel") : "",
                alone ? decision.attribute("name") : "")
            .flatMap(DmnColumns::parts);
    return tries.flatMap(one -> term(one).stream()).findFirst();
  }

  private Optional<Term> term(String written) {
    String bare = Bilingual.of(written).map(Bilingual::base).orElse(written);
    String plain = bare.replaceFirst("_(zh|en)$", "");
    return Stream.of(bare, plain)
        .flatMap(one -> names.code(one, Level.ACCOUNT).or(() -> Optional.of(one)).stream())
        .map(one -> one.startsWith("account.") ? one.substring("account.".length()) : one)
        .flatMap(one -> vocabulary.named(one).stream())
        .findFirst();
  }

  /** An output clause; its header is put into the sheet. */
  Column output(XmlTree output, int column, int row, SheetDraft sheet, DmnPlaces places) {
    Optional<Term> term = outputTerm(output);
    String name = output.attribute("name");
    String label = output.attribute("label");
    Text words = columnWords(label, name.isEmpty() ? decision.attribute("name") : name);
    places.at(row, column, output, words);
    String written = name.isEmpty() ? label : name;
    if (term.isEmpty()) {
      sheet.put(row, column, written.isBlank() ? decision.attribute("name") : written);
      return new Column(Column.Kind.ENTRY, column, Optional.empty(), words);
    }
    TermRef ref = new TermRef(term.get(), term.get().level());
    if (term.get().type() == TermType.TEXT) {
      boolean english =
          name.endsWith("_en")
              || Bilingual.of(label).filter(b -> b.header().endsWith("(en)")).isPresent();
      boolean chinese =
          name.endsWith("_zh")
              || Bilingual.of(label).filter(b -> b.header().endsWith("(zh)")).isPresent();
      String language = english ? " (en)" : chinese ? " (zh)" : "";
      sheet.put(row, column, term.get().code() + language);
      return new Column(Column.Kind.TEXT, column, Optional.of(ref), words);
    }
    sheet.put(row, column, outputHeader(label, term.get()));
    return new Column(Column.Kind.ENTRY, column, Optional.of(ref), words);
  }

  private String outputHeader(String label, Term term) {
    boolean same =
        !label.isBlank()
            && Stream.of(label.split("[/／\\n\\r]"))
                .allMatch(part -> vocabulary.named(part.strip()).filter(term::equals).isPresent());
    return same ? label : term.code();
  }

  /** How cells of a column are spelled. */
  Spelling spelling(Optional<TermRef> term, Set<Text> nuances) {
    return new Spelling(
        term.map(TermRef::term).orElseGet(() -> vocabulary.terms().iterator().next()),
        level,
        vocabulary,
        names,
        nuances);
  }
}
