package dev.huikuan.rest;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the routes of {@link PolicyRoutes} say of themselves. */
final class PolicyOperations {

  private PolicyOperations() {}

  static final Operation VOCABULARY =
      Operation.get(
          "/v1/vocabulary",
          new Text("词汇表", "The vocabulary"),
          new Text(
              "现行策略可用的全部术语与目录，含中英文名称。",
              "All terms and catalogues of the policy in service, with labels in both languages."),
          new Operation.Reply(200, new Text("术语与目录", "terms and catalogues"), "Vocabulary"));

  private static final Role[] ANYBODY = Role.values();

  private static final Operation.Parameter VERSION =
      new Operation.Parameter("version", "path", true, "string", new Text("版本号", "the version"));

  private static final Operation.Parameter ID =
      new Operation.Parameter("id", "path", true, "string", new Text("模拟编号", "the simulation"));

  static final Operation POLICIES =
      Operation.get(
              "/v1/policies",
              new Text("策略版本", "Policy versions"),
              new Text(
                  "全部策略版本及现行版本，新的在前。",
                  "All versions of the policy and the active one, the newest first."),
              new Operation.Reply(200, new Text("版本列表", "the versions"), "Policies"))
          .forRoles(ANYBODY);

  static final Operation POLICY =
      Operation.get(
              "/v1/policies/{version}",
              new Text("一个策略版本", "One policy version"),
              new Text(
                  "一个版本及其决策表、检查报告和历史（谁、何时、为何）。有错误的草稿没有决策表列表；刚从文件夹导入的版本，检查完成前 check 为空。",
                  "One version with its decision tables, its check report and its history: who, when,"
                      + " why. A draft with errors lists no tables; `check` is null while a version"
                      + " that came from a folder is being checked."),
              new Operation.Reply(200, new Text("该版本", "the version"), "PolicyDetail"))
          .with(VERSION, ProblemCode.NOT_FOUND, ProblemCode.LOG_UNAVAILABLE)
          .forRoles(ANYBODY);

  static final Operation DRAFT =
      new Operation(
          HandlerType.POST,
          "/v1/policies",
          new Text("上传草稿", "Make a draft"),
          new Text(
              "基础版本加上传的文件、减去删除的文件，成为新版本；返回检查报告，Location 为该版本。只接受决策表和场景，"
                  + "从不接受规则（DRL）。场景不计入版本：只有场景不同时，更新已有版本的场景并重新检查；已批准的回到待批准。"
                  + "最多 200 个文件，每个 20 MB，共 50 MB。",
              "The base with the files that are sent, without those named in `delete`, becomes a new"
                  + " version; the answer is its check report, Location its address. Decision tables"
                  + " and scenarios only, never rules (DRL). Scenarios do not count in the version:"
                  + " where nothing else differs, the version that exists gets the new scenarios and"
                  + " is checked again; one that was approved needs approval again. At most 200 files"
                  + " of 20 MB, 50 MB in all."),
          List.of(
              new Operation.Parameter(
                  "base",
                  "query",
                  false,
                  "string",
                  new Text("基础版本；默认为现行版本", "the base; the active version by default"))),
          Operation.MULTIPART,
          Optional.of("PolicyUpload"),
          new Operation.Reply(201, new Text("检查报告", "the check report"), "CheckReport"),
          List.of(
              ProblemCode.MALFORMED,
              ProblemCode.NOT_FOUND,
              ProblemCode.POLICY_STATE,
              ProblemCode.RULES_NOT_INSTALLED,
              ProblemCode.TOO_LARGE,
              ProblemCode.MEDIA_TYPE,
              ProblemCode.LOG_UNAVAILABLE),
          Set.of(Role.ANALYST));

  static final Operation APPROVAL =
      posted(
              "/v1/policies/{version}/approval",
              new Text("批准或驳回", "Approve or reject"),
              new Text(
                  "批准通过检查的版本；须由作者以外的人批准（开放模式无法区分人）。`approved: false` 为驳回。",
                  "Approves a version that passed its check, by somebody else than its authors (open"
                      + " mode cannot tell people apart). `approved: false` rejects it."),
              "PolicyApproval")
          .forRoles(Role.APPROVER);

  static final Operation ACTIVATION =
      posted(
              "/v1/policies/{version}/activation",
              new Text("激活或回退", "Activate or roll back"),
              new Text(
                  "使已批准或曾经使用过的版本成为现行版本。先完整加载再切换；返回时本机已使用它，其他副本几秒内跟上。"
                      + "`expectedActive` 为您所看到的现行版本；若已改变则拒绝。",
                  "Makes an approved version, or one that was active before, the active one. It is"
                      + " loaded first, then swapped in: in service here when this answers, on other"
                      + " replicas within seconds. `expectedActive` is the version that you believe to"
                      + " be active; if another is, nothing is changed."),
              "PolicyActivation")
          .forRoles(Role.APPROVER);

  static final Operation SIMULATE =
      new Operation(
          HandlerType.POST,
          "/v1/policies/{version}/simulation",
          new Text("模拟一个版本", "Simulate a version"),
          new Text(
              "用已记录的案例（每个账户最近一次）比较现行版本与该版本，在后台运行；同时最多 2 个。Location 为其地址。",
              "Compares the active version and this one on the recorded cases, the latest of each"
                  + " account, in the background; at most 2 at a time. Location is its address."),
          List.of(VERSION),
          Operation.JSON,
          Optional.empty(),
          new Operation.Reply(202, new Text("已开始", "it has begun"), "Simulation"),
          List.of(
              ProblemCode.FORBIDDEN,
              ProblemCode.NOT_FOUND,
              ProblemCode.POLICY_STATE,
              ProblemCode.RULES_NOT_INSTALLED,
              ProblemCode.LOG_UNAVAILABLE),
          Set.of(Role.ANALYST));

  static final Operation SIMULATION =
      Operation.get(
              "/v1/simulations/{id}",
              new Text("一次模拟", "One simulation"),
              new Text(
                  "进度，完成后为结果。任何副本都能回答；结果保留 30 天。",
                  "How far it is, and its result once done. Any replica answers; results are kept for"
                      + " 30 days."),
              new Operation.Reply(200, new Text("该模拟", "the simulation"), "Simulation"))
          .with(ID, ProblemCode.NOT_FOUND, ProblemCode.LOG_UNAVAILABLE)
          .forRoles(Role.ANALYST, Role.APPROVER);

  static final Operation CANCEL =
      new Operation(
          HandlerType.DELETE,
          "/v1/simulations/{id}",
          new Text("取消模拟", "Cancel a simulation"),
          new Text(
              "取消正在运行的模拟；已结束的保持不变。",
              "Cancels a simulation that runs; one that ended stays as it is."),
          List.of(ID),
          Operation.JSON,
          Optional.empty(),
          new Operation.Reply(200, new Text("该模拟", "the simulation"), "Simulation"),
          List.of(ProblemCode.FORBIDDEN, ProblemCode.NOT_FOUND, ProblemCode.LOG_UNAVAILABLE),
          Set.of(Role.ANALYST));

  private static Operation posted(String path, Text summary, Text description, String schema) {
    return new Operation(
        HandlerType.POST,
        path,
        summary,
        description,
        List.of(VERSION),
        Operation.JSON,
        Optional.of(schema),
        new Operation.Reply(200, new Text("该版本", "the version"), "PolicyItem"),
        List.of(
            ProblemCode.MALFORMED,
            ProblemCode.NOT_FOUND,
            ProblemCode.POLICY_STATE,
            ProblemCode.ACTIVE_CHANGED,
            ProblemCode.RULES_NOT_INSTALLED,
            ProblemCode.MEDIA_TYPE,
            ProblemCode.LOG_UNAVAILABLE),
        Set.of());
  }
}
