package dev.huikuan.scenario;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.domain.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a case scenario can expect of one thing in the answer that it names: {@code receivable INV-1
 * payable}, {@code hold DISPUTE_OPEN amount}, {@code alert LIMITATION_NEAR text}, {@code alternative X}, {@code
 * option WAIT net}, {@code installment 2 total}.
 */
final class NamedFields {

  private final Answer answer;
  private final Vocabulary vocabulary;

  NamedFields(Answer answer, Vocabulary vocabulary) {
    this.answer = answer;
    this.vocabulary = vocabulary;
  }

  /** Empty when the header does not begin as one of them does. */
  Optional<AnswerFields.Field> find(String header, Scenario.Entry entry) throws ScenarioFault {
    String[] words = header.strip().split("\\s+", 3);
    String first = Wording.normalise(words[0]);
    if (words.length == 2 && List.of("alternative", "备选").contains(first)) {
      return Optional.of(field(header, TermType.CODE, status(words[1])));
    }
    if (words.length < 3) {
      return Optional.empty();
    }
    return switch (first) {
      case "receivable", "应收款", "应收", "发票" -> Optional.of(receivable(words[1], words[2], entry));
      case "hold", "保留", "暂缓" -> Optional.of(hold(words[1], words[2], entry));
      case "alert", "提示" -> Optional.of(alert(words[1], words[2], entry));
      case "option", "选项" -> Optional.of(option(words[1], words[2], entry));
      case "installment", "分期" -> Optional.of(installment(words[1], words[2], entry));
      default -> Optional.empty();
    };
  }

  private static AnswerFields.Field field(String name, TermType type, Value value) {
    return new AnswerFields.Field(AnswerFields.anonymous(name, type), Decided.of(value));
  }

  private Value status(String code) {
    return answer
        .alternative(code)
        .map(a -> Value.code(a.status().name()))
        .orElse(Value.UNKNOWN);
  }

  private AnswerFields.Field receivable(String id, String name, Scenario.Entry entry)
      throws ScenarioFault {
    Term term =
        vocabulary
            .named(name)
            .orElseThrow(() -> Headers.unknown(entry.header(), vocabulary, false));
    List<String> ids = answer.made().receivables().stream().map(i -> i.id()).toList();
    return answer
        .receivable(id, term)
        .map(found -> new AnswerFields.Field(term, found))
        .orElseThrow(
            () ->
                new ScenarioFault(
                    entry.header().location(),
                    new Text("案例中没有应收款 `" + id + "`", "no receivable `" + id + "` in the case"),
                    id,
                    Wording.nearest(id, ids)));
  }

  private AnswerFields.Field hold(String code, String property, Scenario.Entry entry)
      throws ScenarioFault {
    Optional<Recommendation.Hold> hold =
        answer.made().holds().stream().filter(h -> h.code().equals(code)).findFirst();
    return switch (Wording.normalise(property)) {
      case "amount", "金额" ->
          field(
              property,
              TermType.MONEY,
              hold.flatMap(Recommendation.Hold::amount).map(Value::number).orElse(Value.UNKNOWN));
      case "until", "截止" ->
          field(
              property,
              TermType.DATE,
              AnswerFields.date(hold.flatMap(Recommendation.Hold::until)));
      case "receivables", "应收款" ->
          field(
              property,
              TermType.CODES,
              Value.codes(hold.map(Recommendation.Hold::receivables).orElse(List.of())));
      default -> throw Headers.unknown(entry.header(), vocabulary, false);
    };
  }

  /** The texts of the alerts of a code, one after the other. */
  private AnswerFields.Field alert(String code, String property, Scenario.Entry entry)
      throws ScenarioFault {
    List<Text> texts =
        answer.made().alerts().stream()
            .filter(alert -> alert.code().equals(code))
            .map(Recommendation.Alert::text)
            .toList();
    if (!List.of("text", "文字").contains(Wording.normalise(property))) {
      throw Headers.unknown(entry.header(), vocabulary, false);
    }
    return field(property, TermType.TEXT, AnswerFields.words(texts));
  }

  /** What an action or WAIT is expected to bring; unknown when it has no figures. */
  private AnswerFields.Field option(String code, String property, Scenario.Entry entry)
      throws ScenarioFault {
    Optional<Economics> figures = answer.economics(code);
    return switch (Wording.normalise(property)) {
      case "amount", "金额" ->
          field(property, TermType.MONEY, number(figures.map(Economics::amount)));
      case "probability", "概率" ->
          field(property, TermType.RATIO, number(figures.flatMap(Economics::probability)));
      case "expectedon", "预计到账" ->
          field(
              property, TermType.DATE, AnswerFields.date(figures.flatMap(Economics::expectedOn)));
      case "cost", "成本" -> field(property, TermType.MONEY, number(figures.map(Economics::cost)));
      case "net", "净额" -> field(property, TermType.MONEY, number(figures.map(Economics::net)));
      default -> throw Headers.unknown(entry.header(), vocabulary, false);
    };
  }

  /** One payment of the plan that is offered, counted from 1; unknown when there is none. */
  private AnswerFields.Field installment(String number, String property, Scenario.Entry entry)
      throws ScenarioFault {
    int at = number.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(number) : 0;
    if (at == 0) {
      throw Headers.unknown(entry.header(), vocabulary, false);
    }
    Optional<Installment> part =
        answer
            .made()
            .installments()
            .filter(plan -> plan.schedule().size() >= at)
            .map(plan -> plan.schedule().get(at - 1));
    return switch (Wording.normalise(property)) {
      case "dueon", "到期日" ->
          field(property, TermType.DATE, AnswerFields.date(part.map(Installment::dueOn)));
      case "principal", "本金" ->
          field(property, TermType.MONEY, number(part.map(Installment::principal)));
      case "interest", "利息" ->
          field(property, TermType.MONEY, number(part.map(Installment::interest)));
      case "total", "合计" -> field(property, TermType.MONEY, number(part.map(Installment::total)));
      default -> throw Headers.unknown(entry.header(), vocabulary, false);
    };
  }

  private static Value number(Optional<BigDecimal> number) {
    return number.map(Value::number).orElse(Value.UNKNOWN);
  }
}
