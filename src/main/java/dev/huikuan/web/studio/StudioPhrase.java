package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** The words of the studio's first page: versions, upload, the guided example. */
public enum StudioPhrase implements Wording {
  TITLE("策略工作室", "Policy studio"),
  LEAD(
      "在 Excel 里改决策表，拖到这里；检查、对比、模拟之后由他人批准，随即生效，随时可以回退。",
      "Change decision tables in a spreadsheet and drop them here: checked, compared, simulated, approved by somebody else, then live at once, and back with one click."),
  IN_SERVICE("现行版本", "In service now"),
  SINCE("生效于", "since"),
  BY("操作人", "by"),
  OPEN_VERSION("查看此版本", "Open this version"),
  VERSIONS("全部版本", "Versions"),
  VERSION("版本", "Version"),
  STATUS("状态", "Status"),
  AUTHOR("提交人", "Author"),
  MADE("提交时间", "Made"),
  NOTE("说明", "Note"),
  FOUND("检查发现", "Findings"),
  BASE("基于", "Based on"),
  ERROR_ONE("处错误", "error"),
  ERRORS("处错误", "errors"),
  WARNING_ONE("处警告", "warning"),
  WARNINGS("处警告", "warnings"),
  NO_FINDINGS("无", "none"),
  SHOW_ALL("显示全部版本", "Show all versions"),
  ONLY_ONE(
      "目前只有现行版本。上传一份修改过的决策表，新版本就会出现在这里。",
      "There is only the version in service yet. Upload a changed decision table, and the new version stands here."),

  UPLOAD("提交修改", "Propose a change"),
  UPLOAD_LEAD(
      "拖入或选择改过的文件（.xlsx、.csv，场景也可用 .yaml、.json）；没有改的文件不必上传。上传不会影响正在使用的版本。",
      "Drop or choose the files that you changed (.xlsx, .csv; scenarios also .yaml, .json); leave out what is unchanged. An upload does not touch the version in service."),
  DROP("把文件拖到这里，或点击选择", "Drop files here, or choose them"),
  FILES("文件", "Files"),
  CHOSEN("已选择", "Chosen"),
  LIMITS(
      "最多 {files} 个文件，每个 {file} MB，共 {all} MB",
      "At most {files} files of {file} MB, {all} MB in all"),
  TOO_MANY("文件太多", "too many files"),
  TOO_LARGE("超过上限", "too large"),
  FOLDER("这些文件是", "These files are"),
  BY_NAME("按文件名放到原处", "put in place by name"),
  TABLES("决策表", "decision tables"),
  SCENARIOS("测试场景", "test scenarios"),
  CASES("测试案例（JSON）", "test cases (JSON)"),
  WHY("修改说明（必填，批准人会看到）", "Why (required; the approver reads it)"),
  ON_TOP_OF("在哪个版本上修改", "On top of version"),
  CURRENT("现行", "in service"),
  DELETES("同时删除文件", "Also delete files"),
  DELETES_HINT(
      "每行一个路径，例如 decision-tables/旧表.xlsx", "One path a line, as decision-tables/old-table.xlsx"),
  SEND("上传并检查", "Upload and check"),
  CHECKING("正在上传并检查，通常需要几秒钟……", "Uploading and checking; this usually takes some seconds …"),
  NOT_MADE("草稿没有生成，请改正后再上传", "No draft was made; put this right and upload again"),
  CHOOSE_AGAIN(
      "说明和选项已保留；浏览器不允许代为保留文件，请重新选择。",
      "Your note and choices are kept; the files have to be chosen again, browsers do not keep them."),
  NOT_WHOLE("表单不完整，没有收到文件；请重新提交。", "The form did not arrive whole; send it again."),
  NO_FILE("请选择至少一个文件", "Choose at least one file"),
  NO_NOTE("请写明修改原因，最多 {most} 个字符", "Say why, in at most {most} characters"),
  TOO_BUSY("正在处理的上传较多，请稍候再试", "Several uploads are being handled; try again in a moment"),

  FOLDER_CHANGED(
      "本机策略文件夹在 {at} 有改动（版本 {version}）；它不会自动生效，需要时请重启服务或在此上传。",
      "The policy folder of this machine changed at {at} (version {version}). It does not go live by itself: restart the service, or upload the files here."),
  FOLDER_BROKEN(
      "本机策略文件夹在 {at} 有改动，但有 {errors} 处错误，不能使用。",
      "The policy folder of this machine changed at {at}; it has {errors} errors and cannot be served."),
  FAILED_ACTIVATION(
      "{at} 激活版本 {version} 未成功，之前的版本继续使用：",
      "The activation of version {version} failed at {at}; the version before goes on:"),

  GUIDE("十分钟完成第一次修改", "Your first change in ten minutes"),
  GUIDE_LEAD(
      "跟着做一遍，就熟悉了整个流程；在第 7 步之前不会影响任何正在进行的决策。",
      "Do this once and you know the way. Nothing changes for running decisions before step 7."),
  STEP_1("下载 {file}", "Download {file}"),
  STEP_1_TEXT(
      "用 Excel、WPS 或 LibreOffice 打开。代码列有下拉列表，表头有说明。",
      "Open it in Excel, WPS or LibreOffice. Columns of codes have drop-down lists."),
  STEP_1_LINK("下载", "Download"),
  STEP_2("改一个门槛", "Change one threshold"),
  STEP_2_TEXT(
      "工作表“{sheet}”，行 {row}，单元格 {cell}（{column}）：现在是“{old}”，改成“{new}”，保存。",
      "Sheet “{sheet}”, row {row}, cell {cell} ({column}): it says “{old}”; make it “{new}” and save."),
  STEP_2_ANY("在任意一行改一个条件或结果，保存。", "Change a condition or a result in any row, and save."),
  STEP_2_LINK("看这个单元格", "See the cell"),
  STEP_3("把文件拖进来", "Drop the file"),
  STEP_3_TEXT("拖到“提交修改”框中，写一句原因，点“上传并检查”。", "Drop it on “Propose a change”, say why, and upload."),
  STEP_3_LINK("到上传框", "To the upload"),
  STEP_4("看检查结果", "Read the findings"),
  STEP_4_TEXT(
      "每条发现都指向单元格。原来守着旧门槛的场景会变红：如果新结果正是您要的，下载那个场景文件，改掉它的预期，和表格一起再拖进来。",
      "Each finding stands at its cell. A scenario that guarded the old threshold turns red: if the new answer is the one you want, download that scenario file, correct what it expects, and drop it together with the table."),
  STEP_5("模拟影响", "Simulate"),
  STEP_5_TEXT(
      "在版本页点“模拟”：哪些客户会被区别对待，金额影响多少。",
      "On the version's page press “Simulate”: which accounts would be treated differently, and at what cost."),
  STEP_6("请人批准", "Have it approved"),
  STEP_6_TEXT(
      "由您以外的审批人（角色 approver）批准（开放模式下无法区分人，可以自己批准）。",
      "Somebody else with the role approver approves it (in open mode nobody can be told apart: do it yourself)."),
  STEP_7("激活", "Activate"),
  STEP_7_TEXT(
      "新版本立即生效，无需重启，进行中的请求不受影响。",
      "It is live at once, without a restart and without one failed request."),
  STEP_8("回退", "Roll back"),
  STEP_8_TEXT(
      "打开之前的版本，点“回退到此版本”，就回到原样。",
      "Open the version before and press “Roll back to this version”: all is as it was.");

  private final Text text;

  StudioPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
