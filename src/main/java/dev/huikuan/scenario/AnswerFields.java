package dev.huikuan.scenario;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an Expect header of a case scenario may name: terms, and the fields of the answer. */
final class AnswerFields {

  /** A field with the type that its cells are read by. */
  record Field(Term term, Decided found) {}

  /** A field of the answer that is no term. */
  record Extra(TermType type, Function<Recommendation, Value> value) {}

  /** Fields of the answer that are no terms; headers in both languages. */
  private static final Map<String, Extra> EXTRAS =
      Map.ofEntries(
          Map.entry("dueby", new Extra(TermType.DATE, r -> date(r.action().dueBy()))),
          Map.entry("完成期限", new Extra(TermType.DATE, r -> date(r.action().dueBy()))),
          Map.entry("nextreviewon", new Extra(TermType.DATE, r -> date(r.nextReviewOn()))),
          Map.entry("下次复核", new Extra(TermType.DATE, r -> date(r.nextReviewOn()))),
          Map.entry("notbefore", new Extra(TermType.TEXT, AnswerFields::notBefore)),
          Map.entry("reason", new Extra(TermType.TEXT, r -> Value.words(r.action().reason()))),
          Map.entry("理由", new Extra(TermType.TEXT, r -> Value.words(r.action().reason()))),
          Map.entry("talkingpoints", new Extra(TermType.TEXT, AnswerFields::talkingPoints)),
          Map.entry("talkingpoint", new Extra(TermType.TEXT, AnswerFields::talkingPoints)),
          Map.entry("沟通要点", new Extra(TermType.TEXT, AnswerFields::talkingPoints)),
          Map.entry(
              "receivables", new Extra(TermType.CODES, r -> Value.codes(r.action().receivables()))),
          Map.entry(
              "contracts", new Extra(TermType.CODES, r -> Value.codes(r.action().contracts()))),
          Map.entry(
              "milestones", new Extra(TermType.CODES, r -> Value.codes(r.action().milestones()))),
          Map.entry(
              "coordinatewith",
              new Extra(TermType.CODES, r -> Value.codes(r.action().coordinateWith()))));

  private static final Map<String, Extra> OFFERS = OfferFields.all();

  private static final Map<String, String> SYNONYMS =
      Map.of("alerts", "alert", "提示事项", "alert", "approval", "approvalRoles", "动作", "action");

  private final Answer answer;
  private final Vocabulary vocabulary;

  AnswerFields(Answer answer, Vocabulary vocabulary) {
    this.answer = answer;
    this.vocabulary = vocabulary;
  }

  Field find(Scenario.Entry entry) throws ScenarioFault {
    String header = entry.field().replaceFirst("\\s*[(（](zh|en)[)）]$", "");
    String key = Wording.normalise(header);
    Extra extra = EXTRAS.getOrDefault(key, OFFERS.get(key));
    if (extra != null) {
      Term type = anonymous(header, extra.type());
      return new Field(type, Decided.of(extra.value().apply(answer.made())));
    }
    Optional<Field> named = new NamedFields(answer, vocabulary).find(header, entry);
    if (named.isPresent()) {
      return named.get();
    }
    Optional<Term> term =
        TermName.of(SYNONYMS.getOrDefault(key, header), vocabulary).map(TermName::term);
    return term.map(t -> new Field(t, answer.account(t)))
        .orElseThrow(() -> Headers.unknown(entry.header(), vocabulary, false));
  }

  /** A field that is no term, as a term: to read its cells by. */
  static Term anonymous(String name, TermType type) {
    return new Term(
        name,
        Text.same(name),
        Level.ACCOUNT,
        false,
        Origin.DERIVED,
        type,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        "",
        false);
  }

  static Value date(Optional<LocalDate> date) {
    return date.map(Value::date).orElse(Value.UNKNOWN);
  }

  private static Value notBefore(Recommendation r) {
    return r.action().notBefore().map(t -> Value.words(Text.same(t))).orElse(Value.UNKNOWN);
  }

  private static Value talkingPoints(Recommendation r) {
    return words(r.action().talkingPoints());
  }

  /** Several texts as one; unknown when there is none. */
  static Value words(List<Text> texts) {
    List<String> zh = texts.stream().map(Text::zh).toList();
    List<String> en = texts.stream().map(Text::en).toList();
    return texts.isEmpty()
        ? Value.UNKNOWN
        : Value.words(new Text(String.join(" | ", zh), String.join(" | ", en)));
  }
}
