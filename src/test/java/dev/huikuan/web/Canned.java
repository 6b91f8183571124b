package dev.huikuan.web;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.RuleBook;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.ReadAnswer;
import dev.huikuan.web.view.ReadLine;
import dev.huikuan.web.view.ReadWhatIf;
import dev.huikuan.web.view.Setting;
import dev.huikuan.web.view.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A recommendation with something in every place, and the pages that show it. */
final class Canned {

  private Canned() {}

  static CaseView account(Language language, String customer) {
    Labels labels = new Labels(policy(), language);
    return new CaseView(
        frame(language),
        new CaseView.CaseForm("demo", "{\n  \"customer\": {}\n}", ""),
        new Text("质量异议只扣争议部分", "A quality dispute holds only its part").in(language),
        Optional.of(ReadAnswer.of(answer(customer), labels, setting(), "{}")),
        List.of(),
        Optional.empty(),
        Optional.of(ReadWhatIf.of(labels, Map.of(), Assumed.NOTHING, Map.of(), Optional.empty())),
        Optional.empty());
  }

  private static Setting setting() {
    return new Setting(Optional.of(ZoneId.of("Asia/Shanghai")), location -> "");
  }

  static DeskView worklist(Language language, String customer) {
    Labels labels = new Labels(policy(), language);
    return new DeskView(
        frame(language),
        List.of(ReadLine.of(line(customer), labels, true, "/decisions/a")),
        1,
        customer,
        true,
        customer,
        List.of(),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private static DecisionLine line(String text) {
    return new DecisionLine(
        "a",
        text,
        text,
        "2026-11-25",
        Instant.EPOCH,
        Optional.empty(),
        Map.of(WorklistColumn.CUSTOMER_NAME, text, WorklistColumn.HOLDS, text),
        Text.same(text),
        Text.same(text),
        Optional.empty());
  }

  private static Frame frame(Language language) {
    return new Frame(
        language,
        "Huikuan",
        "?lang=zh",
        Frame.CASE_FORM,
        "0123456789abcdef",
        Visitor.OPEN,
        "SERVER");
  }

  static Policy policy() {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of(
                term("daysPastDue", "逾期天数", "Days past due", TermType.DAYS, List.of()),
                term("overdue", "逾期金额", "Overdue", TermType.MONEY, List.of()),
                term(
                    "channel",
                    "渠道",
                    "Channel",
                    TermType.CODE,
                    List.of(new AllowedValue("PHONE", new Text("电话", "Phone"))))));
    CatalogueEntry hold =
        new CatalogueEntry(
            "CONTACT_CAP",
            new Text("联系上限", "Contact cap"),
            false,
            Map.of("Blocks", "REMINDER, PRESSURE"),
            "holds.csv#A2");
    return new Policy(
        "0123456789abcdef",
        vocabulary,
        Map.of("holds", new Catalogue("holds", Map.of("CONTACT_CAP", hold))),
        new Parameters(List.of()),
        List.of(),
        RuleBook.compile(Map.of()).rules().orElseThrow());
  }

  private static Term term(
      String code, String zh, String en, TermType type, List<AllowedValue> values) {
    return new Term(
        code,
        new Text(zh, en),
        Level.ACCOUNT,
        true,
        Origin.DERIVED,
        type,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        values,
        "",
        false);
  }

  static Recommendation answer(String customer) {
    Map<String, Value> facts = new LinkedHashMap<>();
    facts.put("daysPastDue", Value.whole(63));
    facts.put("overdue", Value.whole(320000));
    return new Recommendation(
        Optional.empty(),
        "C-1001",
        Known.of(customer),
        "default",
        "2026-11-21",
        "0123456789abcdef",
        "0.1.0",
        true,
        Optional.empty(),
        "CNY",
        new TreeMap<>(),
        action(),
        new Recommendation.Priority(
            Optional.of(new BigDecimal("74")),
            List.of(
                reason("PP-004", "40", "逾期超过 60 天", "more than 60 days late"),
                reason("PP-014", "34", "金额较大", "a large amount"))),
        Optional.of(CannedOffers.discount(customer)),
        Optional.of(CannedOffers.installments()),
        Optional.empty(),
        holds(),
        alerts(),
        List.of(
            new Recommendation.Advice(
                "RESOLVE_ISSUE",
                new Text("解决客户问题", "Resolve issue"),
                Optional.of("SALES"),
                Map.of(),
                List.of("INV-1"),
                Optional.empty(),
                new Text("先处理质量异议。", "Deal with the quality dispute."))),
        alternatives(),
        items(),
        facts,
        trace(),
        Optional.empty());
  }

  private static Recommendation.Action action() {
    return new Recommendation.Action(
        "COLLECTION_CALL",
        new Text("电话催收", "Collection call"),
        "PRESSURE",
        Optional.of(2),
        Optional.of(3),
        Optional.of("PHONE"),
        Optional.of("FIRM"),
        Optional.of("COLLECTOR"),
        Optional.of("2026-11-23T09:00+08:00"),
        Optional.of(LocalDate.of(2026, 11, 25)),
        Optional.of(List.of()),
        new Text("致电付款负责人，约定具体付款日。", "Call the person who pays and agree a date."),
        List.of(new Text("无争议的 270,000 元应先付清", "The undisputed 270,000 is due now")),
        List.of("SALES"),
        List.of("INV-1"),
        List.of("K-77"),
        List.of(),
        List.of(new Recommendation.Amount("CNY", new BigDecimal("270000.00"))),
        Optional.of(CannedOffers.economics("201141.35")),
        new Text("逾期 63 天，提醒后仍未付款", "63 days late and no payment after a reminder"));
  }

  private static Recommendation.PriorityReason reason(
      String row, String points, String zh, String en) {
    return new Recommendation.PriorityReason(row, new BigDecimal(points), new Text(zh, en));
  }

  private static List<Recommendation.Hold> holds() {
    return List.of(
        new Recommendation.Hold(
            "DISPUTE_OPEN",
            new Text("争议未决", "Dispute open"),
            "AMOUNT",
            List.of("INV-1"),
            Optional.of(new BigDecimal("50000")),
            Optional.of("CNY"),
            Optional.empty(),
            new Text("争议部分暂不催收，其余照常。", "The disputed part is held; the rest stays due.")),
        new Recommendation.Hold(
            "CONTACT_CAP",
            new Text("联系上限", "Contact cap"),
            "BLOCKS",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 11, 25)),
            new Text("七天内已联系三次。", "Contacted three times in seven days.")));
  }

  private static List<Recommendation.Alert> alerts() {
    return List.of(
        new Recommendation.Alert(
            "LIMITATION_NEAR",
            new Text("时效将至", "Limitation near"),
            "WARNING",
            List.of("INV-1"),
            List.of(),
            Optional.empty(),
            new Text("诉讼时效不足 90 天。", "Less than 90 days to limitation.")));
  }

  private static List<Recommendation.Alternative> alternatives() {
    return List.of(
        new Recommendation.Alternative(
            "FORMAL_DEMAND",
            new Text("正式催款函", "Formal demand"),
            Recommendation.Status.BLOCKED,
            new Text("尚未到这一级", "not at this level yet"),
            List.of(
                new Recommendation.Because(
                    "daysPastDue",
                    Value.whole(63),
                    ">= 90",
                    Optional.of("decision-tables/next-action.xlsx#Next action!B15"))),
            Optional.empty()),
        new Recommendation.Alternative(
            "FACTORING",
            new Text("保理", "Factoring"),
            Recommendation.Status.OUTRANKED,
            new Text("预期净回款低于等待", "expected to bring less than waiting"),
            List.of(),
            Optional.of(CannedOffers.economics("187300.5"))),
        new Recommendation.Alternative(
            "GRACE_PERIOD",
            new Text("宽限期", "Grace period"),
            Recommendation.Status.BLOCKED,
            new Text("已有失信记录", "a promise was broken"),
            List.of(),
            Optional.empty()));
  }

  private static List<Recommendation.Item> items() {
    return List.of(
        new Recommendation.Item(
            "INV-1",
            "CNY",
            Value.whole(63),
            Value.code("61-90"),
            new BigDecimal("320000"),
            new BigDecimal("270000"),
            new BigDecimal("270000"),
            new BigDecimal("50000"),
            Optional.of(new BigDecimal("8505.50")),
            new Text("合同约定每日万分之五", "0.05 % a day by contract"),
            Optional.empty()));
  }

  private static List<TraceEntry> trace() {
    return List.of(
        new TraceEntry.Note(
            "LATER_RECORDS", Optional.of(2), new Text("之后的记录未计入", "later records left out")),
        new TraceEntry.RuleFired(
            "Dispute hold",
            "rules/holds.drl:42",
            List.of("INV-1"),
            List.of("DISPUTE_OPEN"),
            new Text("争议未决", "the dispute is open")),
        new TraceEntry.RowMatched(
            "next-action",
            "NA-040",
            "decision-tables/next-action.xlsx#Next action!A14",
            List.of(),
            List.of(new TraceEntry.CellTested("daysPastDue", Value.whole(63), "61..90", "B14")),
            Map.of("channel", Value.code("PHONE")),
            new Text("逾期 61 至 90 天", "61 to 90 days late")),
        new TraceEntry.NotMade(
            "economics",
            "decision-tables/economics.xlsx#Economics!A1",
            List.of(),
            List.of(
                new TraceEntry.ClosestRow(
                    "EC-020",
                    "decision-tables/economics.xlsx#Economics!A9",
                    List.of(new TraceEntry.CellTested("overdue", Value.UNKNOWN, "> 1000", "C9")))),
            new Text("没有匹配的行", "no row matches")));
  }
}
