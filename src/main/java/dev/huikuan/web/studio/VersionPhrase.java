package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.web.view.Wording;

/** The words of one version's page: where it stands, what can be done, what happened to it. */
public enum VersionPhrase implements Wording {
  TITLE("策略版本", "Policy version"),
  BACK("返回策略工作室", "Back to the studio"),
  DRAFT("草稿", "Draft"),
  CHECKED("检查通过", "Checked"),
  APPROVED("已批准", "Approved"),
  ACTIVE("使用中", "In service"),
  SUPERSEDED("曾使用", "Superseded"),
  REJECTED("已驳回", "Rejected"),
  BEING_CHECKED("检查中", "Being checked"),
  LIFE("所处阶段", "Where it stands"),
  SO_FAR("已完成", "done"),

  NEXT("接下来", "What comes next"),
  NEXT_CHECKING("正在检查，几秒后自动刷新。", "It is being checked; this page reloads by itself."),
  NEXT_DRAFT(
      "有错误或未通过的场景，不能批准。请按下面的检查结果改正，在此版本之上重新上传。",
      "It has errors, or scenarios that fail, and cannot be approved. Correct what the check found and upload on top of it."),
  NEXT_CHECKED(
      "没有错误，全部场景通过。可以先模拟，再由提交人以外的人批准。",
      "No errors, and every scenario holds. Simulate it, then have it approved by somebody who did not write it."),
  NEXT_APPROVED(
      "已批准，可以激活。激活后新的决策立即按它作出。",
      "It is approved and can be activated; new decisions follow it from then on."),
  NEXT_ACTIVE(
      "正在使用。要更换，请激活别的版本；要修改，请在它之上上传。",
      "It is in service. To replace it, activate another version; to change it, upload on top of it."),
  NEXT_SUPERSEDED("曾经使用过，可以随时回退到它。", "It was in service before, and can be again at any time."),
  NEXT_REJECTED(
      "已被驳回。改正后在它之上重新上传；若无需修改，可以说明理由后再次提交。",
      "It was rejected. Upload a corrected version on top of it, or send it in again as it is and say why."),

  SIMULATE("用已记录的案例模拟", "Simulate on recorded cases"),
  CHANGE_IT("在此版本上修改", "Change it: upload on top"),
  APPROVAL("批准", "Approval"),
  APPROVE("批准", "Approve"),
  REJECT("驳回", "Reject"),
  APPROVAL_NOTE("批准或驳回的理由", "Why you approve or reject"),
  REJECT_NOTE("驳回的理由", "Why you reject it"),
  OWN_WORK(
      "您参与了此版本的编写，须由另一位审批人批准。",
      "You had a part in this version: another approver has to approve it."),
  OWN_ACTIVATION(
      "您参与了此版本的编写，首次激活须由另一位审批人进行。",
      "You had a part in this version: another approver has to activate it the first time."),
  OPEN_MODE_OWN(
      "开放模式下无法区分人，因此您可以批准自己的修改；启用密钥后须由他人批准。",
      "In open mode nobody can be told apart, so you may approve your own change; with keys it takes somebody else."),
  ACTIVATION("激活", "Activation"),
  ROLLBACK("回退", "Rollback"),
  FROM("现在", "Now"),
  TO("之后", "Then"),
  ACTIVATE("激活此版本", "Activate this version"),
  ROLL_BACK("回退到此版本", "Roll back to this version"),
  ACTIVATION_NOTE("激活的理由", "Why now"),
  SEE_CHANGES("看看将改变什么", "See what will change"),
  AGAIN("再次提交", "Send it in again"),
  AGAIN_NOTE("再次提交的理由", "Why it should be looked at again"),
  FOR_APPROVER("由审批人（角色 approver）操作。", "This is for a key with the role approver."),
  NOTE_MISSING("请写明理由，最多 {most} 个字符。", "Say why, in at most {most} characters."),

  DONE_DRAFTED("草稿已生成并检查完毕。", "The draft is made and checked."),
  DONE_SAME(
      "上传的内容与此版本完全相同，没有生成新版本。", "What you uploaded is this version already; nothing new was made."),
  DONE_SCENARIOS(
      "表格与此版本相同，场景已更新并重新检查。",
      "The tables are those of this version; its scenarios were replaced and run again."),
  DONE_APPROVED("已批准。", "Approved."),
  DONE_REJECTED("已驳回。", "Rejected."),
  DONE_ACTIVATED("已生效：新的决策按此版本作出。", "It is live: decisions follow this version from now on."),
  DONE_AGAIN("已再次提交。", "It has been sent in again."),

  HISTORY("经过", "History"),
  IMPORTED("从文件夹导入", "imported it from a folder"),
  DRAFTED("提交草稿", "drafted it"),
  SCENARIOS_REPLACED("更新场景", "replaced its scenarios"),
  EVENT_APPROVED("批准", "approved it"),
  EVENT_REJECTED("驳回", "rejected it"),
  EVENT_ACTIVATED("激活", "activated it"),
  EVENT_SUPERSEDED("换用其他版本", "replaced it"),
  OPEN_MODE("开放模式", "open mode"),
  FROM_FOLDER("来自策略文件夹", "from the policy folder"),

  DOWNLOADS("下载", "Downloads"),
  DOWNLOADS_LEAD("下载后修改、原名传回即可。", "Change a file and send it back under its own name."),
  TABLE_FILES("决策表", "Decision tables"),
  SCENARIO_FILES("测试场景与案例", "Test scenarios and cases"),
  TIDY_ALL("整洁版工作簿（含下拉列表，全部，zip）", "Tidy workbooks with drop-down lists (all, zip)"),
  TIDY("整洁版", "tidy copy"),
  TIDY_LEAD(
      "整洁版由检查通过的表格重新写出，带下拉列表、术语说明和冻结表头。",
      "Tidy copies are written anew from the checked tables, with drop-down lists, notes on terms and a frozen header."),
  NO_SUCH_FILE("此版本没有这个文件", "This version has no such file"),
  NO_SUCH_FILE_LEAD("请从版本页的下载列表中选择。", "Choose one from the downloads on the version's page."),
  NOT_TIDY("无法写出整洁版工作簿", "No tidy workbook can be written"),
  NOT_TIDY_LEAD(
      "此版本有错误，只能下载原文件；改正后即可。",
      "This version has errors: only its files as they were stored can be downloaded."),
  BACK_TO_VERSION("返回版本页", "Back to the version");

  private final Text text;

  VersionPhrase(String zh, String en) {
    this.text = new Text(zh, en);
  }

  @Override
  public String in(Language language) {
    return text.in(language);
  }
}
