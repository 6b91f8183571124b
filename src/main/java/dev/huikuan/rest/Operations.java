package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** What the routes say of themselves; {@link RestDoor} says who answers. */
final class Operations {

  private Operations() {}

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
              ProblemCode.NOT_IMPLEMENTED));

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
              ProblemCode.NOT_IMPLEMENTED));

  static final Operation VOCABULARY =
      Operation.get(
          "/v1/vocabulary",
          new Text("词汇表", "The vocabulary"),
          new Text(
              "现行策略可用的全部术语与目录，含中英文名称。",
              "All terms and catalogues of the policy in service, with labels in both languages."),
          new Operation.Reply(200, new Text("术语与目录", "terms and catalogues"), "Vocabulary"));

  static final Operation POLICIES =
      Operation.get(
          "/v1/policies",
          new Text("策略版本", "Policy versions"),
          new Text(
              "全部策略版本及现行版本。目前只有策略文件夹这一个版本。",
              "All versions of the policy and the active one; for now the folder's alone."),
          new Operation.Reply(200, new Text("版本列表", "the versions"), "Policies"));

  static final Operation POLICY =
      Operation.get(
              "/v1/policies/{version}",
              new Text("一个策略版本", "One policy version"),
              new Text("一个版本及其决策表。", "One version with its decision tables."),
              new Operation.Reply(200, new Text("该版本", "the version"), "PolicyDetail"))
          .with(
              new Operation.Parameter(
                  "version", "path", true, "string", new Text("版本号", "the version")),
              ProblemCode.NOT_FOUND);

  static final Operation LIVE =
      Operation.get(
          "/health/live",
          new Text("存活探针", "Liveness probe"),
          new Text("进程在运行即返回 200。", "200 while the process runs."),
          new Operation.Reply(200, new Text("运行中", "it runs"), "Health"));

  static final Operation READY =
      Operation.get(
          "/health/ready",
          new Text("就绪探针", "Readiness probe"),
          new Text("策略加载完成后返回 200，此前返回 503。", "200 once the policy is loaded, 503 before."),
          new Operation.Reply(200, new Text("已就绪", "it is ready"), "Health"));

  static final Operation OPENAPI =
      Operation.get(
          "/openapi.json",
          new Text("本文档", "This document"),
          new Text("OpenAPI 3.1 接口文档。", "The interface as OpenAPI 3.1."),
          new Operation.Reply(200, new Text("OpenAPI 文档", "the OpenAPI document"), ""));
}
