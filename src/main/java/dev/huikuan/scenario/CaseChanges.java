package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.RawCell;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a case scenario gives: changes of its base, and terms that are set in place of computed. */
final class CaseChanges {

  private static final Set<String> TRUE = Set.of("true", "yes", "是");
  private static final Set<String> FALSE = Set.of("false", "no", "否");

  private final Vocabulary vocabulary;
  private final ShortForms shortForms;
  private final ObjectNode json;
  private final Map<String, Value> overrides = new LinkedHashMap<>();

  CaseChanges(Vocabulary vocabulary, ShortForms shortForms, ObjectNode json) {
    this.vocabulary = vocabulary;
    this.shortForms = shortForms;
    this.json = json;
  }

  Map<String, Value> overrides() {
    return overrides;
  }

  void apply(Scenario.Entry entry) throws ScenarioFault {
    Optional<String> property = ShortForms.property(entry.field());
    if (property.isPresent()) {
      shortForms.apply(property.get(), entry.cell(), json);
      return;
    }
    Optional<TermName> name = TermName.of(entry.field(), vocabulary);
    if (name.isPresent()) {
      term(name.get().term(), entry);
      return;
    }
    CasePath path =
        CasePath.of(entry.field(), vocabulary)
            .orElseThrow(() -> Headers.unknown(entry.header(), vocabulary, false));
    set(path, path.term(vocabulary), entry.cell());
  }

  private void term(Term term, Scenario.Entry entry) throws ScenarioFault {
    if (term.origin() == Origin.GIVEN) {
      set(
          CasePath.of(place(term, entry), vocabulary).orElseThrow(),
          Optional.of(term),
          entry.cell());
      return;
    }
    boolean onAccount = term.level() == Level.ACCOUNT || term.onAccount();
    if (!term.overridable() || !onAccount) {
      throw Headers.notOverridable(entry.header(), term);
    }
    overrides.put(term.code(), Comparison.literal(entry.cell(), term, vocabulary));
  }

  /** The path of a given term; one that stands in a list needs the list to have one element. */
  private String place(Term term, Scenario.Entry entry) throws ScenarioFault {
    String where = term.where().isEmpty() ? "attributes." + term.code() : term.where();
    boolean bare = where.startsWith("attributes.");
    return switch (term.level()) {
      case ACCOUNT -> bare ? "customer " + where : where.replaceFirst("^customer\\.", "customer ");
      case CONTRACT ->
          "contract "
              + only("contracts", "contract", where, entry)
              + " "
              + where.replaceFirst("^contract\\.", "");
      case RECEIVABLE, OPTION ->
          "receivable "
              + only("receivables", "receivable", where, entry)
              + " "
              + where.replaceFirst("^receivable\\.", "");
    };
  }

  private String only(String list, String word, String where, Scenario.Entry entry)
      throws ScenarioFault {
    JsonNode all = json.path(list);
    if (all.size() == 1) {
      return all.get(0).path("id").asText();
    }
    String path = word + " ID " + where.substring(where.indexOf('.') + 1).replace('.', ' ');
    throw new ScenarioFault(
        entry.header().location(),
        new Text(
            "案例中有 " + all.size() + " 个 " + list + "，请写明是哪一个：`" + path + "`",
            "the case has " + all.size() + " " + list + ": say which one, `" + path + "`"));
  }

  private void set(CasePath path, Optional<Term> term, RawCell cell) throws ScenarioFault {
    String written = cell.text().strip();
    if (ScenarioWords.isUnknown(written)) {
      path.remove(json);
    } else if (term.isPresent()) {
      path.put(json, typed(term.get(), cell));
    } else {
      path.put(json, guessed(cell));
    }
  }

  private JsonNode typed(Term term, RawCell cell) throws ScenarioFault {
    boolean date = term.type() == dev.huikuan.domain.TermType.DATE;
    if (date && ScenarioWords.isNotYet(cell.text())) {
      return NullNode.instance;
    }
    return node(Comparison.literal(cell, term, vocabulary));
  }

  private static JsonNode node(Value value) {
    if (value instanceof Value.Num number) {
      return DecimalNode.valueOf(number.decimal());
    }
    if (value instanceof Value.Flag flag) {
      return BooleanNode.valueOf(flag.yes());
    }
    return value == Value.NOT_YET ? NullNode.instance : TextNode.valueOf(Written.of(value));
  }

  /** A property that no term stands for: number, date, yes/no or text, as it looks. */
  private static JsonNode guessed(RawCell cell) {
    String written = cell.text().strip();
    if (cell.date().isPresent()) {
      return TextNode.valueOf(cell.date().get().toLocalDate().toString());
    }
    if (cell.kind() == RawCell.Kind.NUMBER) {
      return DecimalNode.valueOf(cell.number().orElseThrow());
    }
    if (cell.kind() == RawCell.Kind.BOOLEAN) {
      return BooleanNode.valueOf(cell.flag());
    }
    String word = Wording.normalise(written);
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return BooleanNode.valueOf(TRUE.contains(word));
    }
    if (ScenarioWords.isNotYet(word)) {
      return NullNode.instance;
    }
    String number = written.replace(",", "");
    return number.matches("-?\\d{1,12}(\\.\\d{1,6})?")
        ? DecimalNode.valueOf(new BigDecimal(number))
        : TextNode.valueOf(written);
  }
}
