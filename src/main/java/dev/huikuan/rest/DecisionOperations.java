package dev.huikuan.rest;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the routes of {@link DecisionRoutes} say of themselves. */
final class DecisionOperations {

  private DecisionOperations() {}

  static final Operation DECISIONS =
      new Operation(
          HandlerType.POST,
          "/v1/decisions",
          new Text("对一个案例作出决策", "Decide one case"),
          new Text(
              "提交一个客户账户截至某一时点的全部已知情况，返回一条建议行动及完整理由。相同的案例、日期和策略总是得到相同的答案。"
                  + "带 `whatIf` 的案例是假设：先付一部分、给定某些词条、修改案例，答案标明 hypothetical。"
                  + "目前只支持试算（dryRun=true），不作记录。正文上限 5 MB。",
              "Send what is known of one customer account as of one moment; get one recommended action"
                  + " with all its reasons. Equal case, date and policy always give an equal answer."
                  + " A case with `whatIf` is hypothetical: a payment is made, terms are set, the case is"
                  + " patched, and the answer is marked so."
                  + " For now only dry runs are answered and nothing is recorded. The body may have 5 MB."),
          List.of(
              new Operation.Parameter(
                  "dryRun",
                  "query",
                  false,
                  "boolean",
                  new Text(
                      "目前须为 true：只计算，不记录；含 `whatIf` 的案例总是试算，可以省略",
                      "true for now: the case is decided, not recorded; a case with `whatIf` is"
                          + " always a dry run and needs none"))),
          Operation.JSON,
          Optional.of("Case"),
          new Operation.Reply(200, new Text("建议", "the recommendation"), "Recommendation"),
          List.of(
              ProblemCode.MALFORMED,
              ProblemCode.TOO_LARGE,
              ProblemCode.MEDIA_TYPE,
              ProblemCode.INVALID_CASE,
              ProblemCode.NOT_IMPLEMENTED),
          Set.of(Role.CRM, Role.COLLECTOR));

  static final Operation BATCH =
      new Operation(
          HandlerType.POST,
          "/v1/decisions/batch",
          new Text("对许多案例作出决策", "Decide many cases"),
          new Text(
              "每行一个案例（NDJSON），按原顺序逐行返回：`{\"line\":1,\"decision\":{…}}` 或"
                  + " `{\"line\":2,\"problem\":{…}}`，最后一行是 `{\"end\":N}`，N 为已回答的行数；没有最后一行即不完整。"
                  + "空行不回答，但计入行号。边收边答；先发完再读答案也可以。未写 asOf 的案例都以批次开始的时刻为准。"
                  + "正文上限 2 GB，每行 256 kB；同时最多 8 个批次；连接静止 30 秒即断开。",
              "One case a line (NDJSON), answered line by line in the same order:"
                  + " `{\"line\":1,\"decision\":{…}}` or `{\"line\":2,\"problem\":{…}}`; the last line is"
                  + " `{\"end\":N}`, N the number of lines answered, and without it the answer is incomplete."
                  + " Blank lines are not answered but count as lines. Answers come while lines are still being"
                  + " sent; a client that sends everything before it reads works too. A case without asOf is"
                  + " decided as of the moment the batch began. The body may have 2 GB, a line 256 kB; at"
                  + " most 8 batches at a time; a connection that is silent for 30 seconds is cut."),
          List.of(
              new Operation.Parameter(
                  "dryRun",
                  "query",
                  true,
                  "boolean",
                  new Text("必须为 true：只计算，不记录", "must be true: decided, not recorded"))),
          BatchHandler.NDJSON,
          Optional.of("Case"),
          new Operation.Reply(200, new Text("逐行的答案", "an answer a line"), "BatchLine"),
          List.of(
              ProblemCode.MALFORMED,
              ProblemCode.TOO_LARGE,
              ProblemCode.MEDIA_TYPE,
              ProblemCode.NOT_IMPLEMENTED),
          Set.of(Role.CRM));
}
