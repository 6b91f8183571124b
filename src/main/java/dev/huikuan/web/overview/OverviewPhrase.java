package dev.huikuan.web.overview;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** The overview's own words. */
public enum OverviewPhrase implements Wording {
  TITLE("应收账款概览", "The portfolio at a glance"),
  LEAD(
      "按每个客户最近一次决策汇总。点击名称，工作台即列出对应的客户。",
      "Every account as of its latest decision. Follow a name to its accounts on the desk."),
  LEDGER("账套", "Ledger"),
  ANY("不限", "any"),
  SHOW("查看", "Show"),
  ALL_LEDGERS("查看全部账套", "Show all ledgers"),
  NO_ACCOUNTS("该账套没有客户", "This ledger has no accounts"),
  NO_ACCOUNTS_LEAD(
      "请检查账套的写法；大小写不同即为不同账套。", "Check how the ledger is written; capital letters count."),
  LEDGER_TOO_LONG(
      "账套：最多 {most} 个字符，实际为 {found} 个。", "Ledger: at most {most} characters, found {found}."),

  IN_FIGURES("要点", "In figures"),
  ACCOUNTS("客户数", "Accounts"),
  TO_ACT_ON("今天要处理", "To act on"),
  WAITING("等待中", "Waiting"),
  MONEY_NOTE("涉及多种币种的客户按本位币计入。", "An account with several currencies counts in the base currency."),
  CURRENCY("币种", "Currency"),
  OUTSTANDING("未收余额", "Outstanding"),
  OVERDUE("逾期金额", "Overdue"),
  COLLECTIBLE("可催收额", "Collectible"),
  DISPUTED("争议金额", "Disputed"),
  OF_OUTSTANDING("（占未收余额）", "of outstanding"),

  AGING("账龄分析", "Aging"),
  AGING_LEAD("客户按其最主要的一笔应收款归入账龄段。", "An account stands in the bucket of its leading receivable."),
  BUCKET("账龄段", "Bucket"),
  NO_BUCKET("无账龄段", "No bucket"),
  AS_A_TABLE("表格数据", "As a table"),
  AGING_IN("账龄分布，{currency}", "Aging in {currency}"),
  AGING_CHART(
      "柱状图：{currency} 各账龄段的未收余额与逾期金额；数字见表格",
      "Column chart: outstanding and overdue by bucket in {currency}; the figures are in the table"),
  MORE_CURRENCIES("其他币种", "Other currencies"),

  BY_ACTION("按下一步动作", "By next action"),
  BY_OWNER("按负责人", "By owner"),
  BY_HOLD("按保留事项", "Holds by reason"),
  ACTION("动作", "Action"),
  OWNER("负责人", "Owner"),
  HOLD("保留事项", "Hold"),
  SHARE("占比", "Share"),
  NOBODY("未指定", "Nobody named"),
  NO_HOLDS("没有保留事项。", "Nothing is held."),
  ONE_OR_MORE_HOLDS("一个客户可能有多个保留事项。", "An account may have several holds."),
  BAR_CHART("条形图：{what}的客户数；数字见表格", "Bar chart: accounts, {what}; the figures are in the table"),
  MOST("图中为前 {n} 项，全部见表格。", "The chart shows the first {n}; the table has all."),

  OFFERS("优惠方案与成本", "Offers and what they cost"),
  OFFERS_LEAD(
      "当前建议向客户提供的方案；成本是客户全部接受折扣时我方少收的金额。",
      "What is on offer now; the cost is what we forgo when every discount is taken."),
  OFFER("方案", "Offer"),
  COST("成本", "Cost"),
  DISCOUNT_IN("折扣，{currency}", "Discount in {currency}"),
  INSTALLMENTS("分期付款", "Installments"),
  EXTENSIONS("延期", "More time"),
  NO_COST("不减少收款", "nothing is forgone"),
  NO_OFFERS("目前没有可提供的方案。", "Nothing is on offer now."),

  ROWS("哪一行有效", "Which row works"),
  ROWS_LEAD(
      "期间内每一行决策表参与了多少决策，结果如何。",
      "How many decisions of the period each row of a table had a say in, and what came of them."),
  FROM("起始日", "From"),
  TO("截止日", "To"),
  TABLE("决策表", "Table"),
  ALL_TABLES("全部", "all"),
  COUNT("统计", "Count"),
  COUNTING("正在统计……客户很多时需要几秒。", "Counting … with many accounts this takes some seconds."),
  COUNT_FAILED(
      "未能统计：连接中断或登录已失效。请重新统计，或刷新页面。",
      "The rows could not be counted: the connection broke or you were signed out. Count again, or reload the page."),
  LOG_GONE(
      "决策记录暂时无法读取，因此未能统计；没有丢失任何记录。请稍候再统计。",
      "The decision log cannot be read now, so nothing was counted; nothing is lost. Count again in a moment."),
  WITHOUT_SCRIPT("点击“统计”查看各行数字。", "Press “Count” to see the figures of the rows."),
  BAD_DATE(
      "{field}：应为 1900 至 9999 年间的日期，如 2026-11-21，实际为 `{found}`。",
      "{field}: expected a date of the years 1900 to 9999 such as 2026-11-21, found `{found}`."),
  WRONG_ORDER(
      "起始日：应不晚于截止日 {to}，实际为 {from}。",
      "From: expected a date that is not after {to}, found {from}."),
  SINCE("{from} 起", "since {from}"),
  UNTIL("截至 {to}", "until {to}"),
  BETWEEN("{from} 至 {to}", "{from} to {to}"),
  ALL_TIME("全部期间", "all time"),
  COUNTED("{rows} 行，{period}", "{rows} rows, {period}"),
  NO_ROWS(
      "这一期间没有此表参与的决策。请放宽期间，或选择其他表。",
      "No decision of this period used such a row. Widen the period, or choose another table."),
  ROW("行", "Row"),
  DECIDES("结论", "Decides"),
  DECISIONS("决策数", "Decisions"),
  OUTCOMES("反馈数", "Outcomes"),
  PROMISED("承诺", "Promised"),
  PAID("已付款", "Paid"),
  RECOVERY("回款率", "Recovery"),
  ACCEPTANCE("方案接受率", "Acceptance"),
  ROWS_NOTE(
      "回款率＝付款反馈 ÷ 全部反馈；方案接受率＝接受 ÷（接受＋拒绝）。没有反馈时显示“–”。",
      "Recovery is payments of all outcomes reported; acceptance is accepted of accepted and declined offers. “–” where nothing was reported."),
  ROWS_CHART(
      "条形图：决策最多的各行的决策数与反馈数；数字见表格",
      "Bar chart: decisions and outcomes of the rows with most decisions; the figures are in the table"),
  MORE_ROWS("另有 {n} 行决策更少，未列出。", "And {n} more rows with fewer decisions."),

  KEY_FIGURES("关键指标", "Key figures"),
  DSO("应收账款周转天数（DSO）", "Days sales outstanding (DSO)"),
  DSO_FORMULA(
      "期末应收账款 ÷ 期间赊销额 × 期间天数；理想值只计未到期的应收款。",
      "Receivables at the end ÷ credit sales of the period × its days; at best, receivables not yet due alone."),
  CEI("催收有效性指数（CEI）", "Collection effectiveness index (CEI)"),
  CEI_FORMULA(
      "（期初应收款＋赊销额－期末应收款）÷（期初应收款＋赊销额－期末未到期应收款）× 100。",
      "(Begin + credit sales − end) ÷ (begin + credit sales − end not yet due) × 100."),
  NOT_CALCULATED("尚未计算", "Not calculated"),
  SALES_MISSING(
      "缺少：期间赊销额与期初应收款。案例中没有这两项，因此本服务无从得知，也不作估计。",
      "Missing: credit sales of the period and receivables at its beginning. No case tells them, so they are not known here, and not guessed."),
  LATER("后续版本提供", "Comes with a later version"),
  EXPECTED_CASH("预期回款日历", "Expected cash"),
  EXPECTED_CASH_LEAD(
      "按未结款项和承诺，预计每周到账多少。", "What should come in week by week, from open items and promises."),
  TARGETS("回款目标", "Targets"),
  TARGETS_LEAD("目标与实际对照，落后时预警。", "Plan against actual, with a warning when it falls behind."),
  SCORECARDS("绩效看板", "Scorecards"),
  SCORECARDS_LEAD("按催收员汇总结果，提示奖励或辅导。", "Results by collector, with a hint to reward or to coach.");

  private final Text text;

  OverviewPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
