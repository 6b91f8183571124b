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
import java.util.ArrayList;
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
    Optional<Field> named = named(header, entry);
    if (named.isPresent()) {
      return named.get();
    }
    Optional<Term> term =
        TermName.of(SYNONYMS.getOrDefault(key, header), vocabulary).map(TermName::term);
    return term.map(t -> new Field(t, answer.account(t)))
        .orElseThrow(() -> Headers.unknown(entry.header(), vocabulary, false));
  }

  /** {@code receivable INV-1 payable}, {@code hold DISPUTE_OPEN amount}, {@code alternative X}. */
  private Optional<Field> named(String header, Scenario.Entry entry) throws ScenarioFault {
    String[] words = header.strip().split("\\s+", 3);
    String first = Wording.normalise(words[0]);
    if (words.length == 3 && List.of("receivable", "应收款", "应收", "发票").contains(first)) {
      Term term =
          vocabulary
              .named(words[2])
              .orElseThrow(() -> Headers.unknown(entry.header(), vocabulary, false));
      return Optional.of(new Field(term, receivable(words[1], term, entry)));
    }
    if (words.length == 3 && List.of("hold", "保留", "暂缓").contains(first)) {
      return Optional.of(hold(words[1], words[2], entry));
    }
    if (words.length == 2 && List.of("alternative", "备选").contains(first)) {
      Value status =
          answer
              .alternative(words[1])
              .map(a -> Value.code(a.status().name()))
              .orElse(Value.UNKNOWN);
      return Optional.of(new Field(anonymous(header, TermType.CODE), Decided.of(status)));
    }
    return Optional.empty();
  }

  private Decided receivable(String id, Term term, Scenario.Entry entry) throws ScenarioFault {
    List<String> ids = answer.made().receivables().stream().map(i -> i.id()).toList();
    return answer
        .receivable(id, term)
        .orElseThrow(
            () ->
                new ScenarioFault(
                    entry.header().location(),
                    new Text("案例中没有应收款 `" + id + "`", "no receivable `" + id + "` in the case"),
                    id,
                    Wording.nearest(id, ids)));
  }

  private Field hold(String code, String property, Scenario.Entry entry) throws ScenarioFault {
    Optional<Recommendation.Hold> hold =
        answer.made().holds().stream().filter(h -> h.code().equals(code)).findFirst();
    return switch (Wording.normalise(property)) {
      case "amount", "金额" ->
          new Field(
              anonymous(property, TermType.MONEY),
              Decided.of(
                  hold.flatMap(Recommendation.Hold::amount)
                      .map(Value::number)
                      .orElse(Value.UNKNOWN)));
      case "until", "截止" ->
          new Field(
              anonymous(property, TermType.DATE),
              Decided.of(date(hold.flatMap(Recommendation.Hold::until))));
      case "receivables", "应收款" ->
          new Field(
              anonymous(property, TermType.CODES),
              Decided.of(
                  Value.codes(hold.map(Recommendation.Hold::receivables).orElse(List.of()))));
      default -> throw Headers.unknown(entry.header(), vocabulary, false);
    };
  }

  private static Term anonymous(String name, TermType type) {
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

  private static Value date(Optional<LocalDate> date) {
    return date.map(Value::date).orElse(Value.UNKNOWN);
  }

  private static Value notBefore(Recommendation r) {
    return r.action().notBefore().map(t -> Value.words(Text.same(t))).orElse(Value.UNKNOWN);
  }

  private static Value talkingPoints(Recommendation r) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    r.action().talkingPoints().forEach(point -> zh.add(point.zh()));
    r.action().talkingPoints().forEach(point -> en.add(point.en()));
    return zh.isEmpty()
        ? Value.UNKNOWN
        : Value.words(new Text(String.join(" | ", zh), String.join(" | ", en)));
  }
}
