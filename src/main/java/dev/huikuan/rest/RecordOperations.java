package dev.huikuan.rest;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the routes of {@link RecordRoutes} and {@link OutcomeRoutes} say of themselves. */
final class RecordOperations {

  private static final Set<Role> READERS =
      Set.of(Role.CRM, Role.COLLECTOR, Role.ANALYST, Role.APPROVER);

  private static final Operation.Parameter ID =
      new Operation.Parameter("id", "path", true, "string", new Text("决策编号", "id of a decision"));

  private static final Operation.Parameter LEDGER =
      query("ledger", "string", "账套；缺省为密钥的账套，或全部", "ledger; default: that of the key, else all");

  private static final Operation.Parameter FROM =
      query("from", "string", "决策日期自（含），如 2026-11-01", "first asOf date, such as 2026-11-01");

  private static final Operation.Parameter TO =
      query("to", "string", "决策日期至（含）", "last asOf date, inclusive");

  private static final Operation.Parameter ACTION =
      query("action", "string", "动作代码", "code of the action");

  private static final Operation.Parameter LIMIT =
      query("limit", "integer", "每页条数，1 到 500，缺省 50", "items of a page, 1 to 500, default 50");

  private static final Operation.Parameter CURSOR =
      query("cursor", "string", "上一页的 nextCursor", "nextCursor of the page before");

  private RecordOperations() {}

  private static Operation.Parameter query(String name, String type, String zh, String en) {
    return new Operation.Parameter(name, "query", false, type, new Text(zh, en));
  }

  private static Operation reading(
      String path,
      Text summary,
      Text description,
      List<Operation.Parameter> parameters,
      Operation.Reply reply,
      ProblemCode... problems) {
    return new Operation(
        HandlerType.GET,
        path,
        summary,
        description,
        parameters,
        Operation.JSON,
        Optional.empty(),
        reply,
        List.of(problems),
        List.of(),
        READERS);
  }

  static final Operation LIST =
      reading(
          "/v1/decisions",
          new Text("列出已记录的决策", "List what was decided"),
          new Text(
              "最近记录的在前，每条含工作清单各列。参数有误时一次列出全部错误，位置写作 `/query/参数名`。",
              "The latest recorded first, each with the columns of the worklist. All faults of the"
                  + " parameters are named at once, each at `/query/NAME`."),
          List.of(
              query("customerId", "string", "客户编号", "id of the customer"),
              FROM,
              TO,
              ACTION,
              LEDGER,
              LIMIT,
              CURSOR),
          new Operation.Reply(200, new Text("一页决策", "a page of decisions"), "DecisionList"),
          ProblemCode.MALFORMED,
          ProblemCode.LOG_UNAVAILABLE);

  static final Operation ONE =
      reading(
          "/v1/decisions/{id}",
          new Text("查看一条决策", "Read one decision"),
          new Text(
              "当时的建议、当时的案例（已填 asOf）、记录人和其后的反馈。replay=true：按当时的策略版本重算存下的案例，"
                  + "返回 `{equal, engineDiffers, stored, replayed}`；该版本的规则未安装时答 409。客户数据已删除时，"
                  + "案例和建议为 null，重算答 404。其他账套的决策与不存在的一样答 404。",
              "What was recommended, the case as it was with asOf filled in, who recorded it, and what"
                  + " came of it. With replay=true the stored case is decided again on the stored policy"
                  + " version: `{equal, engineDiffers, stored, replayed}`; 409 where the rules of that"
                  + " version are not installed. Once the customer's data was erased, case and decision are"
                  + " null, and a replay is 404. A decision of another ledger is 404 like one that does not"
                  + " exist."),
          List.of(ID, query("replay", "boolean", "true：重算并比较", "true: decide again and compare")),
          new Operation.Reply(
              200, new Text("决策，或重算的结果", "the decision, or its replay"), "RecordedDecision"),
          ProblemCode.MALFORMED,
          ProblemCode.NOT_FOUND,
          ProblemCode.RULES_NOT_INSTALLED,
          ProblemCode.LOG_UNAVAILABLE);

  static final Operation WORKLIST =
      reading(
          "/v1/worklist",
          new Text("工作清单", "The worklist"),
          new Text(
              "每个账户的最新决策，各列与 CSV 同名同序，另加 decisionId；total 为符合条件的账户数。"
                  + "先是要做的动作，后是 WAIT；再按优先级、逾期金额降序，最后按客户编号。",
              "The latest decision of each account: the columns of the CSV by the same names in the same"
                  + " order, and decisionId; total is the number of accounts that fit. Actions to do"
                  + " before WAIT, then priority and overdue descending, then customerId."),
          List.of(
              LIMIT,
              CURSOR,
              ACTION,
              query("owner", "string", "责任角色代码", "role that owns the action"),
              LEDGER,
              query("bucket", "string", "账龄段，如 31-60", "aging bucket, such as 31-60"),
              query("tier", "string", "风险等级，如 C", "risk tier, such as C"),
              query("hold", "string", "暂缓原因代码", "code of a hold that the account has"),
              query(
                  "q",
                  "string",
                  "客户编号或名称的一部分，不分大小写",
                  "part of the customer's id or name, in any letter case")),
          new Operation.Reply(200, new Text("一页账户", "a page of accounts"), "Worklist"),
          ProblemCode.MALFORMED,
          ProblemCode.LOG_UNAVAILABLE);

  static final Operation SUMMARY =
      reading(
          "/v1/portfolio/summary",
          new Text("应收组合概况", "The portfolio in figures"),
          new Text(
              "各账户最新决策的合计：动作、责任角色、暂缓原因、账龄（按段和币种）、各币种金额、折扣与分期；"
                  + "给出 from 或 to（决策日期）时，另有期间内各表每一行参与的决策数和反馈数，否则 rows 为 null。"
                  + "dso、cei、expectedCash、targets 留待以后，现为 null。",
              "The latest decisions of all accounts added up: actions, owners, holds, aging by bucket and"
                  + " currency, amounts by currency, offers; and where from or to (asOf dates) is given, for each"
                  + " row of each table how many decisions of the period it had a say in, and what outcomes"
                  + " came of them, else rows is null. dso, cei, expectedCash and targets come later and are"
                  + " null."),
          List.of(LEDGER, FROM, TO),
          new Operation.Reply(200, new Text("概况", "the figures"), "PortfolioSummary"),
          ProblemCode.MALFORMED,
          ProblemCode.LOG_UNAVAILABLE);

  static final Operation OUTCOME =
      new Operation(
          HandlerType.POST,
          "/v1/decisions/{id}/outcomes",
          new Text("反馈结果", "Report what happened"),
          new Text(
              "把结果并入该决策之后最新的案例，重新决策并记录（basedOn 指向前一条）；CRM 下次提交的案例取代它。"
                  + "PROMISE 须有 amount 和 promisedOn，PAID 须有 amount，OFFER_ACCEPTED 须有 offer，OVERRIDDEN 须有"
                  + " action 和 note。on 缺省为今天：按案例自己的日历推算，即存下的 asOf 加上记录以来的天数。"
                  + "PAID 先冲最早到期的应收款，多出部分记为未分配收款；OFFER_ACCEPTED 按答案中的条款生成协议；"
                  + "OFFER_DECLINED 只记一次联系，案例中没有存放拒绝的位置。",
              "The outcome goes into the newest case that came from this decision, which is decided and"
                  + " recorded anew (basedOn is the one before); the CRM's next case replaces it. PROMISE"
                  + " needs amount and promisedOn, PAID amount, OFFER_ACCEPTED offer, OVERRIDDEN action and"
                  + " note. on defaults to today in the case's own calendar: the stored asOf and as many days"
                  + " as have passed since it was recorded. PAID serves the oldest due first, what is more"
                  + " becomes unapplied cash; OFFER_ACCEPTED makes an agreement on the answer's own terms;"
                  + " OFFER_DECLINED is a contact only, as a case has no place for it."),
          List.of(ID, DecisionOperations.IDEMPOTENCY_KEY),
          Operation.JSON,
          Optional.of("OutcomeReport"),
          new Operation.Reply(201, new Text("新的决策", "the new decision"), "OutcomeRecorded"),
          List.of(
              ProblemCode.MALFORMED,
              ProblemCode.NOT_FOUND,
              ProblemCode.IDEMPOTENCY_CONFLICT,
              ProblemCode.TOO_LARGE,
              ProblemCode.MEDIA_TYPE,
              ProblemCode.INVALID_CASE,
              ProblemCode.LOG_UNAVAILABLE),
          List.of(),
          Set.of(Role.CRM, Role.COLLECTOR));
}
