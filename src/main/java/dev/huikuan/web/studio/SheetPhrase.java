package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** Words of the page of a sheet. */
public enum SheetPhrase implements Wording {
  STUDIO("策略工作室", "Studio"),
  VERSION("版本", "Version"),
  CRUMBS("位置", "You are here"),
  OTHER_SHEETS("其他工作表", "Other sheets"),
  NO_SHEET("没有这个工作表", "There is no such sheet"),
  NO_SHEET_LEAD(
      "版本 {version} 中没有文件 {file} 的这个工作表；它可能已改名。请从该版本的工作表清单中打开。",
      "Version {version} has no such sheet in {file}; it may have another name by now. Open it from the"
          + " sheets of the version."),
  TO_VERSION("查看该版本", "To the version"),
  KIND_DECISION("决策表", "Decision table"),
  KIND_CATALOGUE("目录", "Catalogue"),
  KIND_ATTRIBUTES("属性", "Attributes"),
  KIND_PARAMETERS("参数", "Parameters"),
  KIND_CALENDAR("日历", "Calendar"),
  KIND_SCENARIOS("测试场景", "Test scenarios"),
  KIND_NOTE("备注页", "Notes"),
  LEAD_EDIT(
      "方向键移动，Enter 或双击修改，Enter 保存，Esc 放弃。存档中的版本不会被改动。",
      "Arrow keys move, Enter or a double click changes a cell, Enter keeps, Esc leaves. The stored version is"
          + " never touched."),
  LEAD_READ(
      "方向键在单元格之间移动；标记处可查看检查结果。",
      "Arrow keys move from cell to cell; marks say what was found there."),
  GRID("工作表内容", "The sheet"),
  COLUMN_ROW("行", "Row number"),
  COLUMN_SCENARIOS("场景", "Scenarios"),
  COLUMN_HITS("命中", "Hits"),
  COVERED("已覆盖", "covered"),
  UNCOVERED("未覆盖", "not covered"),
  EMPTY_ROWS("第 {from}–{to} 行为空", "rows {from}–{to} are empty"),
  NEW_ROW("可在此添加一行", "a row can be added here"),
  EMPTY_SHEET("此工作表没有内容。", "Nothing is written in this sheet."),
  ROWS_SHOWN("第 {from}–{to} 行", "Rows {from}–{to}"),
  EARLIER("上一段", "Rows before"),
  LATER("下一段", "Rows after"),
  PAGES("分段", "Parts of the sheet"),

  FINDINGS("检查结果", "What the check found"),
  NO_FINDINGS("检查没有发现此表有问题。", "The check found nothing in this sheet."),
  NOT_CHECKED(
      "此版本尚未检查完毕；稍候刷新本页。", "This version has not been checked yet; reload the page in a moment."),
  FINDINGS_ELSEWHERE("其他工作表还有 {count} 处错误", "Errors in other sheets: {count}"),
  NOTES_FOLDED("提示", "Notes"),
  ERROR("错误", "Error"),
  WARNING("警告", "Warning"),
  INFO("提示", "Note"),
  ACCEPTED("已确认", "acknowledged"),
  FOUND("实际", "Found"),
  EXPECTED("应为", "Expected"),
  NEAREST("是否想写", "Did you mean"),
  BEFORE_CHANGE(
      "带“修改前”的结果来自原版本的完整检查；提交草稿后会重新检查。",
      "What is marked “before” comes from the full check of the version as it is; making a draft runs it"
          + " anew."),
  BEFORE("修改前", "before"),
  SHOW_MESSAGE("查看 {cell} 的检查结果", "What was found at {cell}"),
  WHOLE_SHEET("整个工作表", "the sheet"),

  MEANING("{name} 的含义", "What {name} means"),
  ALLOWED("可写", "Takes"),
  ANYTHING("空或 - 表示不限", "empty or - : any"),
  CHANGE("修改 {cell}", "Change {cell}"),
  NEW_VALUE("{cell} 的新内容", "New content of {cell}"),
  KEEP("保存", "Keep"),
  LEAVE("放弃", "Leave"),
  UNDO("撤销 {cell} 的修改", "Undo the change of {cell}"),
  UNDO_SHORT("撤销", "Undo"),
  UNDO_ALL("全部撤销", "Undo all"),
  WAS("原为", "was"),
  NOW("现为", "now"),
  NOTHING("（空）", "(empty)"),
  CHANGES("你的修改", "Your changes"),
  NO_CHANGES("尚无修改。", "Nothing is changed yet."),
  ONE_CHANGE("1 处修改", "1 change"),
  MANY_CHANGES("{count} 处修改", "{count} changes"),
  NO_ERRORS("没有错误", "no errors"),
  ONE_ERROR("1 处错误", "1 error"),
  MANY_ERRORS("{count} 处错误", "{count} errors"),
  NOT_TAKEN("{cell} 未修改：{why}", "{cell} was not changed: {why}"),
  TOO_MANY(
      "一次最多修改 {most} 格；请先提交草稿或撤销一些。",
      "At most {most} cells at a time; make a draft first, or undo some."),
  DOWNLOAD("下载修改后的文件", "Download the changed file"),
  DRAFT("提交为草稿", "Make it a draft"),
  NOTE("修改原因", "Why"),
  NOTE_HINT(
      "必填，最多 {most} 个字符；审批人会看到", "required, at most {most} characters; the approver reads it"),
  NOTE_MISSING("请写明修改原因，不超过 {most} 个字符。", "Say why, in at most {most} characters."),
  NOTHING_TO_DRAFT("没有修改，无法提交草稿。", "Nothing is changed, so there is nothing to make a draft of."),
  DRAFT_LEAD(
      "草稿是一个新版本：会完整检查并运行全部场景，批准并激活之前不影响任何决策。",
      "A draft is a new version: it is checked in full with every scenario, and decides nothing until it is"
          + " approved and activated."),
  DRAFT_WITH_ERRORS("有错误的草稿不能批准。", "A draft with errors cannot be approved."),
  CHECKING("正在检查…", "Checking…"),
  NOT_ANSWERED(
      "服务没有正常应答（可能登录已失效或网络中断）。你的修改还在本页；请在另一标签页重新登录后再试。",
      "The service did not answer as it should (signed out, or no connection). Your changes are still on this"
          + " page; sign in again in another tab, then try once more."),
  REFUSED_FILE("无法修改此文件", "This file cannot be changed here"),

  HITS("各行命中与结果", "Which rows work"),
  HITS_LEAD(
      "已记录的决策中每行起作用的次数及之后的结果；行按行号识别，不分版本。",
      "How often each row had a say in recorded decisions, and what came of it; rows are known by their id,"
          + " whatever the version."),
  FROM("从", "From"),
  TO("到", "To"),
  COUNT("统计", "Count"),
  COUNTING("正在统计…", "Counting…"),
  HITS_SAID("{from} 至 {to}：{decisions} 次命中；{never}。", "{from} to {to}: {decisions} hits; {never}."),
  NEVER_HIT_NONE("每一行都命中过", "every row was hit"),
  NEVER_HIT_ONE("1 行从未命中", "1 row was never hit"),
  NEVER_HIT_MANY("{count} 行从未命中", "{count} rows were never hit"),
  NEVER("从未", "never"),
  OUTCOMES("结果", "outcomes"),
  NO_OUTCOMES("未报告结果", "no outcomes reported"),
  HITS_GONE(
      "暂时无法统计：记录无法读取。请稍后再试。",
      "Not counted: the records cannot be read now. Try again in a moment."),
  BAD_PERIOD(
      "日期应写成 2026-01-31，且“从”不晚于“到”。", "Write dates as 2026-01-31, the first not after the last.");

  private final Text text;

  SheetPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
