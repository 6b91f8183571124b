package dev.huikuan.web.view;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;

/** The words of the account page that no other page needs. */
public enum AccountPhrase implements Wording {
  OUTCOME("联系结果", "What happened?"),
  OUTCOME_LEAD(
      "点一下即记录；系统会把结果并入案例，重新决策。", "One click records it; the case takes it up and is decided anew."),
  OUTCOME_GO("记录结果", "Record the outcome"),
  OUTCOME_ELSEWHERE("请在最新决策上记录结果。", "Record what happened at the latest decision."),
  RECORD("记录", "Record"),
  WITH_MORE("有话要补充…", "With a note …"),
  WHICH("结果", "Outcome"),
  AMOUNT_OF("金额", "Amount"),
  AMOUNT_DISPUTED("争议金额（留空则为全部）", "Amount in dispute (empty: all of it)"),
  PROMISED_ON("承诺付款日", "Pays on"),
  OFFER("方案", "Offer"),
  ANY_OFFER("未指明", "not said which"),
  ACTION_TAKEN("实际采取的动作", "What was done instead"),
  CHOOSE("请选择…", "choose …"),
  CONSIDERED("系统考虑过的", "Considered for this account"),
  OTHER_ACTIONS("其他动作", "Other actions"),
  WHY_OVERRIDDEN("为什么（必填）", "Why (needed)"),
  NOTE("备注", "Note"),
  MORE("渠道、日期、应收款", "Channel, day, receivables"),
  AS_RECOMMENDED("同建议", "as recommended"),
  NOT_SAID("未说明", "not said"),
  HAPPENED_ON("发生日期（留空则为现在）", "On which day (empty: now)"),
  ONLY_SOME("仅涉及部分应收款", "Only about some receivables"),
  NEEDED("请填写此项。", "Fill this in."),
  NOT_RECORDED("没有记录：请改正标出之处。", "Nothing was recorded: correct what is marked."),
  TAKEN_BEFORE("这份表单已经记录过", "This form was recorded before"),
  TAKEN_BEFORE_LEAD(
      "它以别的内容记录过一次，这一次没有记录。请打开该客户的最新决策，在那里补记。",
      "It was recorded with other contents, and this time nothing was. Open the account's latest decision and record it there."),
  SHOW_LATEST("打开最新决策", "Open the latest decision"),
  TOO_MANY("没有记录", "Not recorded"),
  TOO_MANY_LEAD(
      "同一客户的反馈过于密集，请返回并再按一次。",
      "Too many outcomes of this account at once. Go back and press the button again."),
  RECORDED("已记录", "Recorded"),
  ACTION_CHANGES("下一步从“{before}”变为“{after}”。", "What to do changes from “{before}” to “{after}”."),
  ACTION_STAYS("下一步仍是“{after}”。", "What to do stays “{after}”."),
  PRIORITY_CHANGES("优先级 {before} → {after}。", "Priority {before} → {after}."),

  WHAT_IF("如果情况不同？", "What if …?"),
  WHAT_IF_LEAD(
      "改几个事实，看答案怎么变。只推演，不记录。",
      "Change a few facts and see the answer change. Nothing is recorded."),
  PAID_NOW("现在支付（%）", "Paid now (%)"),
  OF_OUTSTANDING("占未收余额", "of what is outstanding"),
  MORE_FACTS("更多事实", "More facts"),
  ANOTHER_FACT("另选一个事实", "Another fact"),
  ADD_FACT("加入", "Add"),
  ASSUME_UNKNOWN("未知", "unknown"),
  NOW("现状", "now"),
  NOT_ASSUMED("没有推演：请改正标出之处。", "Nothing was worked out: correct what is marked."),
  CHANGES("有什么变化", "What changes"),
  NOTHING_CHANGES(
      "没有任何变化：动作、方案、保留事项与优先级都与实际情况相同。",
      "Nothing changes: action, offers, holds and priority are the same."),
  GAINED("新增", "new"),
  LOST("不再有", "gone"),
  CHANGED("变化", "changed"),
  BEFORE("之前", "before"),
  ALERT("注意", "Alert"),
  HOLD("保留事项", "Hold"),
  WAS("原为", "was"),

  WHEN("条件", "When"),
  THEN("结果", "Then"),
  MET_VALUE("当时的值", "Value met"),
  MATCHED("命中", "matched"),
  ALSO_MATCHED("也命中", "matched, too"),
  CLOSE("最接近", "closest"),
  FULFILLED("符合", "fulfilled"),
  FAILED("不符合", "failed"),
  HIDDEN_COLUMNS("另有 {n} 列未列出：这些行不作要求。", "Columns left out, as these rows ask nothing there: {n}."),
  WOULD_MATCH("要命中 {row}，须满足：", "For {row} to match:"),
  IS("现为 {value}", "is {value}"),
  OPEN_SHEET("在工作室中打开此表", "Open the table in the studio"),
  TABLE_OF("决策表", "Decision table"),

  LOCAL_TIME("客户当地时间", "customer's local time"),
  NOW_THERE("客户当地现在是 {time}", "It is {time} there now"),
  IN_WINDOW("在可联系时段 {from}–{until} 内", "within the contact hours {from}–{until}"),
  OUT_OF_WINDOW("不在可联系时段 {from}–{until} 内", "outside the contact hours {from}–{until}"),
  NO_WORKDAY("当地今天不是工作日", "not a working day there"),
  LAST_CONTACT("最近一次联系", "Last contact"),
  NO_CONTACT_YET("没有联系记录", "none is on record"),
  CONTACT_UNKNOWN("联系记录未知", "contacts are not known"),
  DO_NOT_CONTACT("禁止联系该客户", "Do not contact this customer"),
  DO_NOT_CONTACT_LEAD(
      "客户资料中已标记：任何联系都不可进行。", "The customer's record says so: no contact of any kind."),
  PAUSED("暂停催收", "Collection is paused"),
  PAUSED_FOR("暂停催收应收款 {id}", "Collection of receivable {id} is paused"),
  UNTIL_LIFTED("直到解除", "until it is lifted"),

  PROMISES("付款承诺", "Promises"),
  DISPUTES("争议", "Disputes"),
  AGREEMENTS("协议", "Agreements"),
  CREDITS("贷项与未核销款", "Credits and cash not applied"),
  WHOLE_ACCOUNT("整个客户", "the account"),
  MADE_ON("承诺于", "made on"),
  DUE("到期", "due"),
  PAID_SO_FAR("已付", "paid"),
  PROMISE_OPEN("未到期", "open"),
  PROMISE_KEPT("已履行", "kept"),
  PROMISE_PART("部分履行", "partly kept"),
  PROMISE_BROKEN("失信", "broken"),
  DISPUTE_OPEN("未解决", "open"),
  RESOLVED("已解决", "resolved"),
  CREDIT_ON("日期", "on"),
  OPENED_ON("提出于", "opened"),
  RESOLVED_ON("解决于", "resolved on"),
  ALL_OUTSTANDING("全部未收余额", "all that is outstanding"),
  AGREED_ON("签订于", "agreed on"),
  RUNNING("执行中", "running"),
  LAPSED("已到期待核", "over, not judged yet"),
  KEPT("已履行", "kept"),
  BROKEN("已违约", "broken"),
  PAID("已付清", "paid"),
  MISSED("逾期未付", "missed"),
  PENDING("待付", "to come"),

  TIMELINE("经过", "What happened so far"),
  DECISION("决策", "decision"),
  OUTCOME_ENTRY("结果", "outcome"),
  CONTACT("联系", "contact"),
  INBOUND("客户来电来函", "from the customer"),
  ACTION("动作", "action"),
  BY("由", "by"),
  THIS_ONE("本页", "this page"),
  AND_OLDER("更早的记录从略", "older entries are left out");

  private final Text text;

  AccountPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
