package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small vocabulary with a term of every kind, and readings of it. */
final class Words {

  static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              number("daysPastDue", "逾期天数", "Days past due", TermType.DAYS, 0, 36500),
              number("creditScore", "信用评分", "Credit score", TermType.WHOLE_NUMBER, 0, 1000),
              number(
                  "averageDaysLate", "平均迟付天数", "Average days late", TermType.NUMBER, -3650, 3650),
              number("discountPercent", "折扣率", "Discount percent", TermType.PERCENT, 0, 100),
              number("onTimeRatio", "按时付款率", "On time ratio", TermType.RATIO, 0, 1),
              number("utilization", "额度使用率", "Utilization", TermType.RATIO, 0, 9),
              free("balance", "余额", "Balance", TermType.MONEY),
              free("creditLimit", "信用额度", "Credit limit", TermType.MONEY),
              free("missingLimit", "缺失额度", "Missing limit", TermType.MONEY),
              free("contacts", "7日联系次数", "Contacts in 7 days", TermType.NUMBER),
              free("score", "分数", "Score", TermType.NUMBER),
              free("daysToDue", "距到期天数", "Days to due", TermType.DAYS),
              free("acceptedOn", "验收日期", "Accepted on", TermType.DATE),
              free("dueOn", "到期日", "Due on", TermType.DATE),
              free("contactFrom", "联系开始时间", "Contact from", TermType.TIME),
              free("doNotContact", "禁止联系", "Do not contact", TermType.YES_NO),
              free("consent", "已同意", "Consent", TermType.YES_NO),
              free("jurisdiction", "所在法域", "Jurisdiction", TermType.CODE),
              free("region", "地区", "Region", TermType.TEXT),
              free("talkingPoint", "话术", "Talking point", TermType.TEXT),
              codes(
                  "delayReason",
                  "拖延原因",
                  "Delay reason",
                  TermType.CODE,
                  "",
                  "CASH_FLOW=资金紧张/Cash flow",
                  "HABIT=习惯性拖延/Habit",
                  "QUALITY=质量、数量问题/Quality, quantity",
                  "REFUSAL=拒绝付款/Refusal (final)"),
              codes(
                  "agingBucket",
                  "账龄段",
                  "Aging bucket",
                  TermType.CODE,
                  "",
                  "NOT_DUE=未到期/Not due",
                  "1-30=1-30 天/1-30 days",
                  "31-60=31-60 天/31-60 days"),
              codes(
                  "nextAction",
                  "下一步动作",
                  "Next action",
                  TermType.CODE,
                  "actions",
                  "FRIENDLY_REMINDER=友好提醒/Friendly reminder",
                  "COLLECTION_CALL=电话催收/Collection call",
                  "SITE_VISIT=上门拜访/Site visit"),
              codes(
                  "lastAction",
                  "上一动作",
                  "Last action",
                  TermType.CODE,
                  "actions",
                  "FRIENDLY_REMINDER=友好提醒/Friendly reminder",
                  "COLLECTION_CALL=电话催收/Collection call"),
              codes(
                  "holds",
                  "暂停项",
                  "Holds",
                  TermType.CODES,
                  "holds",
                  "DISPUTE_OPEN=争议未决/Dispute open",
                  "PROMISE_OPEN=承诺期内/Promise open",
                  "NOT_DELIVERED=未送达/Not delivered"),
              level("collectible", "可催收额", "Collectible", Level.RECEIVABLE, true),
              level("lineAmount", "行金额", "Line amount", Level.RECEIVABLE, false),
              level("totalAmount", "合同总额", "Total amount", Level.CONTRACT, false),
              level("option.amount", "方案金额", "Option amount", Level.OPTION, false),
              parameter("lprOneYear", "一年期 LPR", "One-year LPR", TermType.PERCENT),
              parameter("smallBalance", "小额", "Small balance", TermType.MONEY),
              parameter("exchangeRate EUR", "欧元汇率", "Exchange rate EUR", TermType.NUMBER)));

  private Words() {}

  private static Term number(String code, String zh, String en, TermType type, long min, long max) {
    return term(
        code, zh, en, Level.ACCOUNT, false, Origin.GIVEN, type, Optional.of(min), Optional.of(max));
  }

  private static Term free(String code, String zh, String en, TermType type) {
    return term(
        code, zh, en, Level.ACCOUNT, false, Origin.GIVEN, type, Optional.empty(), Optional.empty());
  }

  private static Term level(String code, String zh, String en, Level level, boolean onAccount) {
    return term(
        code,
        zh,
        en,
        level,
        onAccount,
        Origin.DERIVED,
        TermType.MONEY,
        Optional.empty(),
        Optional.empty());
  }

  private static Term parameter(String code, String zh, String en, TermType type) {
    return term(
        code,
        zh,
        en,
        Level.ACCOUNT,
        false,
        Origin.PARAMETER,
        type,
        Optional.empty(),
        Optional.empty());
  }

  private static Term term(
      String code,
      String zh,
      String en,
      Level level,
      boolean onAccount,
      Origin origin,
      TermType type,
      Optional<Long> min,
      Optional<Long> max) {
    return new Term(
        code,
        new Text(zh, en),
        level,
        onAccount,
        origin,
        type,
        "",
        min.map(Micros::of),
        max.map(Micros::of),
        "",
        List.of(),
        "",
        false);
  }

  private static Term codes(
      String code, String zh, String en, TermType type, String catalogue, String... values) {
    List<AllowedValue> allowed = new java.util.ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      int slash = value.lastIndexOf('/');
      allowed.add(
          new AllowedValue(
              value.substring(0, equals),
              new Text(value.substring(equals + 1, slash), value.substring(slash + 1))));
    }
    return new Term(
        code,
        new Text(zh, en),
        Level.ACCOUNT,
        false,
        Origin.GIVEN,
        type,
        "",
        Optional.empty(),
        Optional.empty(),
        catalogue,
        allowed,
        "",
        false);
  }

  static TermRef ref(String code) {
    Term term = VOCABULARY.get(code);
    return new TermRef(term, term.level());
  }

  /** The values that cells naming other terms are tested against. */
  static Map<String, Value> known() {
    Map<String, Value> values = new HashMap<>();
    values.put("creditLimit", Value.whole(1000));
    values.put("dueOn", Value.date(LocalDate.of(2026, 3, 1)));
    values.put("creditScore", Value.whole(700));
    values.put("daysPastDue", Value.whole(45));
    values.put("daysToDue", Value.whole(-45));
    values.put("contacts", Value.whole(3));
    values.put("onTimeRatio", Value.number(800_000));
    values.put("collectible", Value.whole(2000));
    values.put("consent", Value.flag(true));
    values.put("contactFrom", Value.time(LocalTime.of(8, 0)));
    values.put("lastAction", Value.code("COLLECTION_CALL"));
    return values;
  }

  /** A reading of those values; LPR was 3.45 until 2026-03-01 and is 3 since. */
  static Reading reading(Map<String, Value> values, LocalDate asOf) {
    return new Reading() {
      @Override
      public Value value(TermRef ref) {
        return values.getOrDefault(ref.code(), Value.UNKNOWN);
      }

      @Override
      public Value parameter(String code, LocalDate on) {
        boolean old = on.isBefore(LocalDate.of(2026, 3, 2));
        return switch (code) {
          case "lprOneYear" -> Value.number(old ? 3_450_000 : 3_000_000);
          case "smallBalance" -> Value.whole(500);
          default -> Value.UNKNOWN;
        };
      }

      @Override
      public LocalDate asOf() {
        return asOf;
      }
    };
  }
}
