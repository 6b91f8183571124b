package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** The simulation pages' own words. */
public enum SimulationPhrase implements Wording {
  TITLE("模拟结果", "Simulation"),
  BACK_TO_VERSION("返回版本 {version}", "Back to version {version}"),
  LEAD(
      "用每个客户最近一次记录的案例，比较现行版本与候选版本 {version}。",
      "The active version against the candidate {version}, on the latest recorded case of every account."),
  LEAD_BOTH(
      "用每个客户最近一次记录的案例，比较现行版本 {active} 与候选版本 {version}。",
      "The active version {active} against the candidate {version}, on the latest recorded case of every account."),
  STARTED("{who} 于 {when} 发起", "started by {who}, {when}"),
  OPEN_MODE("本机用户", "this machine's user"),

  RUNNING("正在模拟", "The simulation is running"),
  RUNNING_LEAD(
      "可以离开本页，结果会保留 30 天；本页会自动更新。",
      "You may leave this page: the result is kept for 30 days. The page follows by itself."),
  PROGRESS("进度", "Progress"),
  COUNTING("正在读取案例：{total} 个", "Reading the cases: {total} so far"),
  DONE_OF("已完成 {done} / {total} 个客户", "{done} of {total} accounts done"),
  CANCEL("取消模拟", "Cancel the simulation"),
  FAILED("模拟失败", "The simulation failed"),
  FAILED_LEAD(
      "原因：{reason}。策略与记录都没有改变。", "Why: {reason}. Neither the policy nor a record has changed."),
  NO_REASON("没有更多信息", "nothing more is known"),
  CANCELLED("模拟已取消", "The simulation was cancelled"),
  CANCELLED_LEAD(
      "完成 {done} / {total} 个客户时被取消，没有结果。",
      "It was cancelled at {done} of {total} accounts; there is no result."),
  AGAIN("重新模拟", "Run again"),
  BUSY("现在不能开始模拟", "The simulation cannot start now"),
  BUSY_LEAD(
      "{reason}。等其中一个结束或取消它，再回到版本页重新开始；没有任何改变。",
      "{reason}. When one of them has ended, or was cancelled, start from the version again; nothing was changed."),
  NO_RESULT("还没有可下载的结果", "There is no result to download"),
  NO_RESULT_LEAD("模拟尚未完成，或已失败、已取消。", "The simulation has not ended, failed, or was cancelled."),

  SAID(
      "{accounts} 个客户：{other} 个换动作，{changed} 个有其他变化，{same} 个不变。",
      "{accounts} accounts: {other} with another action, {changed} with other changes, {same} the same."),
  NO_CASES(
      "没有可用的案例：还没有记录任何决策，或没有一个能同时用两个版本计算。",
      "There was no case to use: nothing has been decided yet, or no case fits both versions."),
  ACCOUNTS("客户数", "Accounts"),
  OTHER_ACTION("换动作", "Another action"),
  OTHER_CHANGE("其他变化", "Other changes"),
  SAME("不变", "The same"),
  ONLY_EXPLAINED("其中 {n} 个仅解释不同", "{n} of them explained differently"),
  DIFFERS("不同之处", "What differs"),
  DOWNLOAD("下载结果", "Download"),
  AS_JSON("JSON", "JSON"),
  AS_WORKBOOK("Excel 工作簿", "Excel workbook"),

  MATRIX("动作变化矩阵", "From action to action"),
  MATRIX_LEAD(
      "行是现行版本的动作，列是候选版本的动作；对角线为不变。",
      "Rows: the action under the active version. Columns: under the candidate. The diagonal stays."),
  FROM_TO("现行 ↓ 候选 →", "Active ↓ candidate →"),
  BEFORE("现行", "Active"),
  AFTER("候选", "Candidate"),
  UNMOVED("没有进出的动作未列出：{list}。", "Not shown, because nobody moves from or to them: {list}."),
  NO_MOVES("没有客户换动作。", "No account gets another action."),
  MOVES("换动作的客户", "Moves"),

  MONEY("金额", "Money"),
  EXPECTED_NET("预期净回款", "Expected net"),
  CURRENCY("币种", "Currency"),
  CHANGE("变化", "Change"),
  OFFERS("优惠方案", "Offers"),
  OFFER("方案", "Offer"),
  IN_ALL("合计折 {currency}", "all in {currency}"),
  COUNT("笔数", "Number"),
  NO_OFFERS("两个版本都没有提供优惠方案。", "Neither version offers anything."),
  NO_NET("两个版本都没有预期净回款的数据。", "Neither version tells an expected net."),
  HOLDS("新增与解除的保留事项", "Holds gained and lost"),
  HOLD("保留事项", "Hold"),
  GAINED("新增", "Gained"),
  LOST("解除", "Lost"),
  NO_HOLDS("没有新增或解除的保留事项。", "No hold is gained or lost."),
  WORKLOAD("负责人的工作量", "Workload by owner"),
  OWNER("负责人", "Owner"),
  NOBODY("未指定", "Nobody named"),
  NO_WORK("没有要处理的客户。", "Nobody has anything to do."),

  TOP("变化最大的客户", "Accounts that change most"),
  TOP_LEAD(
      "前 {n} 个，按预期净回款的变化排列；下载的结果与此相同。",
      "The first {n}, by how much the expected net changes; the download has the same."),
  TOP_ONE("变化的客户", "The account that changes"),
  NOBODY_CHANGES("没有客户的处理结果不同。", "No account is treated differently."),
  ON_DESK("在工作台查看", "On the desk"),
  ACTION("动作", "Action"),
  REASON("理由", "Reason"),
  DECIDED_BY("决定的行", "Decided by row"),
  PRIORITY("优先级", "Priority"),
  DIFFERS_IN("不同：{list}", "Differs in: {list}"),
  STEPS("不同的步骤（{n}）", "Steps that differ ({n})"),
  STEP("决策表或规则", "Table or rule"),
  LEDGER("账套 {ledger}", "Ledger {ledger}"),

  FAULTS("未能使用的案例", "Cases that could not be used"),
  FAULTS_LEAD(
      "共 {n} 处，未计入以上数字；行号是案例的顺序。",
      "{n} in all, not counted above; the line is the place of the case."),
  MORE_FAULTS("只列出前 {n} 处，下载的结果有更多。", "Only the first {n} are shown; the download has more.");

  private final Text text;

  SimulationPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
