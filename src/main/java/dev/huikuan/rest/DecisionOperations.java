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

  static final Operation.Parameter IDEMPOTENCY_KEY =
      new Operation.Parameter(
          "Idempotency-Key",
          "header",
          false,
          "string",
          new Text(
              "1 到 200 个可见 ASCII 字符，在账套内唯一：同一键、同一内容重发得到同一答案，内容不同则 409",
              "1 to 200 visible ASCII characters, unique within a ledger: the same request again gets"
                  + " the same answer, another request under the key 409"));

  static final Operation DECISIONS =
      new Operation(
          HandlerType.POST,
          "/v1/decisions",
          new Text("对一个案例作出决策", "Decide one case"),
          new Text(
              "提交一个客户账户截至某一时点的全部已知情况，返回一条建议行动及完整理由，并写入决策记录：答复即表示已落盘。"
                  + "相同的案例、日期和策略总是得到相同的答案。"
                  + "dryRun=true 只计算不记录；带 `whatIf` 的案例是假设，总是试算，答案标明 hypothetical。"
                  + "角色 collector 只能试算。记录无法写入时答 503，不给出未记录的建议。正文上限 5 MB。",
              "Send what is known of one customer account as of one moment; get one recommended action"
                  + " with all its reasons, recorded in the decision log: the answer comes once it is"
                  + " durable. Equal case, date and policy always give an equal answer."
                  + " With dryRun=true nothing is recorded; a case with `whatIf` is hypothetical, always"
                  + " a dry run, and the answer is marked so. The role collector may ask dry runs only. When the log cannot be written the answer"
                  + " is 503, never an unrecorded recommendation. The body may have 5 MB."),
          List.of(
              new Operation.Parameter(
                  "dryRun",
                  "query",
                  false,
                  "boolean",
                  new Text("true：只计算，不记录", "true: decided, not recorded")),
              IDEMPOTENCY_KEY),
          Operation.JSON,
          Optional.of("Case"),
          new Operation.Reply(
              201, new Text("已记录的建议", "the recommendation, recorded"), "Recommendation"),
          List.of(
              ProblemCode.MALFORMED,
              ProblemCode.IDEMPOTENCY_CONFLICT,
              ProblemCode.TOO_LARGE,
              ProblemCode.MEDIA_TYPE,
              ProblemCode.INVALID_CASE,
              ProblemCode.LOG_UNAVAILABLE),
          List.of(
              new Operation.Reply(
                  200,
                  new Text("试算的建议，未记录", "the recommendation of a dry run, not recorded"),
                  "Recommendation")),
          Set.of(Role.CRM, Role.COLLECTOR));

  static final Operation BATCH =
      new Operation(
          HandlerType.POST,
          "/v1/decisions/batch",
          new Text("对许多案例作出决策", "Decide many cases"),
          new Text(
              "每行一个案例（NDJSON），记录后按原顺序逐行返回：`{\"line\":1,\"decision\":{…}}` 或"
                  + " `{\"line\":2,\"problem\":{…}}`，最后一行是 `{\"end\":N}`，N 为已回答的行数；没有最后一行即不完整。"
                  + "空行不回答，但计入行号。边收边答；先发完再读答案也可以。未写 asOf 的案例都以批次开始的时刻为准。"
                  + "正文上限 2 GB，每行 256 kB；同时最多 8 个批次；连接静止 30 秒即断开。",
              "One case a line (NDJSON), recorded and answered line by line in the same order:"
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
                  false,
                  "boolean",
                  new Text("true：只计算，不记录", "true: decided, not recorded")),
              new Operation.Parameter(
                  "Idempotency-Key",
                  "header",
                  false,
                  "string",
                  new Text(
                      "整个批次的键；第 n 行的键为 `键/n`，重发整个批次不会重复记录",
                      "of the whole batch; line n has the key `key/n`, so that a batch sent again"
                          + " records nothing twice"))),
          BatchHandler.NDJSON,
          Optional.of("Case"),
          new Operation.Reply(200, new Text("逐行的答案", "an answer a line"), "BatchLine"),
          List.of(ProblemCode.MALFORMED, ProblemCode.TOO_LARGE, ProblemCode.MEDIA_TYPE),
          List.of(),
          Set.of(Role.CRM));
}
