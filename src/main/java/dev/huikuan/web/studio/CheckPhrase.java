package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** The words of a check report and of a difference. */
public enum CheckPhrase implements Wording {
  CHECK("检查结果", "Check"),
  NOT_CHECKED("正在检查", "Being checked"),
  NOT_CHECKED_LEAD(
      "读取、分析、运行全部场景，通常需要几秒钟；本页会自动刷新。",
      "Reading, analysing and running every scenario usually takes some seconds; this page reloads by itself."),
  ERRORS("错误", "Errors"),
  WARNINGS("警告", "Warnings"),
  SCENARIOS("场景", "Scenarios"),
  COVERAGE("行覆盖", "Rows covered"),
  ERROR("错误", "Error"),
  WARNING("警告", "Warning"),
  INFO("提示", "Note"),
  CLEAN("没有错误，也没有未确认的警告。", "No errors, and no warning that nobody acknowledged."),
  NOTES("条提示", "notes"),
  NOTE_ONE("条提示", "note"),
  FOUND("写的是", "Found"),
  EXPECTED("应为", "Expected"),
  NEAREST("是否想写", "Did you mean"),
  ROWS("涉及行", "Rows"),
  EXAMPLE("例如", "For example"),
  ACKNOWLEDGED("已确认", "Acknowledged"),
  WHOLE_FILE("整个文件", "whole file"),
  MORE("另有 {count} 条", "and {count} more"),
  OMITTED("未逐条列出：", "Not listed one by one:"),
  PASSED("{passed} 个场景全部通过。", "All {passed} scenarios hold."),
  SOME_FAILED("{failed} 个场景未通过，{passed} 个通过。", "Scenarios: {failed} failed, {passed} passed."),
  NOT_RUN("有错误时不运行场景。", "Scenarios are not run while there are errors."),
  NO_SCENARIOS("没有场景。", "There are no scenarios."),
  FIELD("字段", "Field"),
  ACTUAL("实际", "Actual"),
  DECIDED_BY("决定于", "Decided by"),

  SHEETS("工作表", "Sheets"),
  SHEET("工作表", "Sheet"),
  FILE("文件", "File"),
  KIND("类别", "Kind"),
  ROW_COUNT("行数", "Rows"),
  TESTED("场景覆盖", "Covered"),
  FINDINGS("发现", "Findings"),
  NOT_HIT("没有场景覆盖的行：", "Rows that no scenario hits:"),
  KIND_DECISION("决策表", "decision table"),
  KIND_CATALOGUE("目录", "catalogue"),
  KIND_ATTRIBUTES("属性", "attributes"),
  KIND_PARAMETERS("参数", "parameters"),
  KIND_CALENDAR("日历", "calendar"),
  KIND_NOTE("备注", "note"),
  KIND_UNREADABLE("无法读取", "cannot be read"),

  DIFFERENCE("改动", "Changes"),
  COMPARED_WITH("与版本", "Compared with version"),
  BASE("其基础", "its base"),
  IN_SERVICE("现行", "in service"),
  COMPARE("对比", "Compare"),
  COMPARING("正在对比……", "Comparing …"),
  SHOW_DIFFERENCE("查看改动", "Show what changed"),
  NO_OTHER("没有可对比的版本。", "There is no other version to compare with."),
  NO_DIFFERENCE("内容没有差别。", "No differences in meaning."),
  CHANGE_ONE("处改动", "change"),
  CHANGES("处改动", "changes"),
  ADDED("新增", "added"),
  REMOVED("删除", "removed"),
  CHANGED("修改", "changed"),
  MOVED("移动", "moved"),
  MOVED_TO("现在{now}，原来{was}", "now {now}, was {was}"),
  FIRST("排在最前", "first"),
  AFTER("在 {id} 之后", "after {id}"),
  HEAD("表头", "Head"),
  EMPTY("（空）", "(empty)"),
  WAS("原为", "was"),
  IS("现为", "is now"),
  TEXT_CHANGED("内容有改动", "its text changed"),
  SIZE("{count} 行", "{count} rows"),
  RESPELLED("写法不同，含义相同", "Written differently, same meaning"),
  RULES_DIFFER(
      "两个版本的规则（DRL）不同：{before} → {after}。规则随程序安装，不经上传。",
      "The rules (DRL) of the two versions differ: {before} → {after}. Rules are installed with the program, never uploaded.");

  private final Text text;

  CheckPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
