package dev.huikuan.web.view;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;

/** The pages' own words. */
public enum Phrase {
  TAGLINE("今天该做什么才能收回款项，以及为什么", "What to do today to get paid, and why"),
  SKIP("跳到正文", "Skip to content"),
  DESK("工作台", "Desk"),
  DOCS("接口文档", "API docs"),
  OTHER_LANGUAGE("English", "中文"),
  POLICY_VERSION("策略版本", "Policy"),
  OPEN_MODE("开放模式：仅限本机试用", "Open mode: this machine only, for trying out"),
  DEMO("演示数据", "demo data"),

  WORKLIST("催收工作清单", "Worklist"),
  WORKLIST_LEAD(
      "按优先级排列。点开客户，先看清该做什么、不该做什么和理由，再拿起电话。",
      "In order of priority. Open an account and read what to do, what not to do and why, before you dial."),
  ACCOUNTS("客户数", "Accounts"),
  TO_DO("今天要处理", "To act on"),
  WAITING("暂不处理", "To leave alone"),
  TOTAL_OVERDUE("逾期总额", "Overdue in total"),
  SEARCH("搜索客户、编号或动作", "Search customer, id or action"),
  NO_MATCH("没有符合的客户", "No account matches"),
  NO_DEMO("这份策略没有附带演示案例，请在下方粘贴一个案例。", "This policy ships no demo cases; paste a case below."),
  CUSTOMER("客户", "Customer"),
  NEXT_ACTION("下一步动作", "Next action"),
  REASON("理由", "Reason"),
  OVERDUE("逾期金额", "Overdue"),
  DAYS_PAST_DUE("逾期天数", "Days past due"),
  PRIORITY("优先级", "Priority"),
  DUE_BY("完成期限", "Due by"),
  CANNOT_DECIDE("案例数据有误", "the case has faults"),
  BACK("返回工作清单", "Back to the worklist"),
  PREVIOUS("上一个", "Previous"),
  NEXT("下一个", "Next"),

  OWN_CASE("自己的案例", "Your own case"),
  OWN_CASE_LEAD(
      "粘贴或修改 JSON 案例，按“决策”。只计算，不保存。",
      "Paste or edit a case as JSON and press Decide. It is computed, never stored."),
  CASE_JSON("案例（JSON）", "Case (JSON)"),
  EDIT_CASE("查看或修改案例数据", "See or change the case"),
  AS_OF("截至日期", "As of"),
  AS_OF_HINT("留空则用案例自己的日期", "empty: the case's own date"),
  DECIDE("决策", "Decide"),
  SHORTCUT("快捷键 Ctrl + Enter", "Ctrl + Enter"),

  FAULTS("案例数据有误，未作出决策", "The case has faults, so nothing was decided"),
  FAULTS_LEAD("请逐一改正后再按“决策”。", "Correct each one, then press Decide again."),
  LINE("行", "line"),
  POINTER("位置", "Place"),
  WHOLE_CASE("整个案例", "the case as a whole"),
  GO_TO("定位", "Show"),

  ACCOUNT("客户账户", "Account"),
  LEDGER("账套", "Ledger"),
  WHAT_TO_DO("该做什么", "What to do"),
  CHANNEL("渠道", "Channel"),
  TONE("语气", "Tone"),
  OWNER("负责人", "By whom"),
  DUNNING_LEVEL("催款级别", "Dunning level"),
  LEVEL_DUE("按时间和金额应为", "due by time and amount:"),
  AMOUNT("涉及金额", "Amount"),
  COORDINATE("协同", "Together with"),
  APPROVAL("审批", "Approval"),
  NO_APPROVAL("无需审批", "none needed"),
  INSTRUCTIONS("怎么做", "How"),
  TALKING_POINTS("沟通要点", "Talking points"),
  ABOUT("针对", "About"),
  NOT_STATED("未规定", "not set"),

  WHAT_IF("如果现在付一部分", "What if they pay a part now?"),
  WHAT_IF_PERCENT("付未收余额的百分比", "Percent of what is outstanding"),
  WHAT_IF_ASK("看结果", "See what then"),
  HYPOTHETICAL("假设情形，并非实际建议", "Hypothetical: not the recommendation for the case as it is"),
  AS_IT_IS("回到实际情况", "Back to the case as it is"),

  NOT_TO_DO("不该做什么，为什么", "What not to do, and why"),
  NO_HOLDS("没有任何限制。", "Nothing stands in the way."),
  HELD("暂缓金额", "Held"),
  BLOCKS("不得采取", "Rules out"),
  UNTIL("至", "until"),
  NO_END("无确定日期", "no known end"),
  AMOUNT_HOLD("扣除部分金额", "takes off an amount"),
  BLOCKING_HOLD("限制行动", "rules out actions"),
  ALERTS("注意事项", "Alerts"),
  ADVICE("另外建议", "Also worth doing"),
  SEVERITY_INFO("提示", "Note"),
  SEVERITY_WARNING("警告", "Warning"),
  SEVERITY_ERROR("严重", "Serious"),

  RECEIVABLES("应收款", "Receivables"),
  NO_RECEIVABLES("没有未结应收款。", "No open receivables."),
  RECEIVABLE("应收款", "Receivable"),
  BUCKET("账龄段", "Aging"),
  OUTSTANDING("未收余额", "Outstanding"),
  NOT_CLAIMABLE("其中暂不可收", "Of it held"),
  PAYABLE("可付额", "Payable"),
  COLLECTIBLE("可催收额", "Collectible"),
  INTEREST("逾期利息", "Late interest"),
  NONE_CLAIMED("不主张", "none claimed"),

  PRIORITY_WHY("优先级从何而来", "Where the priority comes from"),
  POINTS("分", "points"),
  NO_PRIORITY("没有表决定优先级。", "No table decides a priority."),

  ALTERNATIVES("为什么不选别的", "Why not something else"),
  NO_ALTERNATIVES("没有其他可考虑的动作。", "Nothing else was considered."),
  STATUS_ELIGIBLE("也可以", "also possible"),
  STATUS_OUTRANKED("排在后面", "outranked"),
  STATUS_BLOCKED("不可行", "ruled out"),
  WRITTEN_AT("条件", "condition"),

  WHY("为什么", "Why"),
  WHY_LEAD(
      "答案的每一步：哪张表的哪一行、哪个单元格，当时的值是什么。",
      "Every step of the answer: which table, which row, which cell, and the value it met."),
  DECISIVE("决定了动作", "decided the action"),
  TABLE_STEP("决策表", "table"),
  RULE_STEP("规则", "rule"),
  NOTE_STEP("说明", "note"),
  NOT_MADE_STEP("未作出", "not made"),
  ROW("行", "row"),
  CLOSEST("最接近的行", "closest row"),
  FACT("事实", "Fact"),
  VALUE("值", "Value"),
  CONDITION("条件", "Condition"),
  CELL("单元格", "Cell"),
  DECIDED("结论", "Decides"),
  RECORDS("条记录", "records"),
  ALL_FACTS("全部已知事实", "All known facts"),
  ANSWER_JSON("接口返回的 JSON", "The answer as JSON"),

  UNKNOWN("未知", "unknown"),
  NOT_YET("尚未", "not yet"),
  NONE("无", "none"),
  YES("是", "yes"),
  NO("否", "no"),
  DAYS("天", "days"),

  REQUEST("请求", "Request"),
  RESPONSES("响应", "Responses"),
  PARAMETERS("参数", "Parameters"),
  SCHEMAS("数据结构", "Schemas"),
  PROPERTY("属性", "Property"),
  TYPE("类型", "Type"),
  MEANING("含义", "Meaning"),
  REQUIRED("必填", "required"),
  TRY_IT("试一试", "Try it"),
  MACHINE_READABLE("机器可读的接口文档", "The machine-readable document");

  private final Text text;

  Phrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public String in(Language language) {
    return text.in(language);
  }
}
