package dev.huikuan.rest;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the routes of {@link AccessRoutes} say of themselves. */
final class AccessOperations {

  private AccessOperations() {}

  static final Operation AUDIT =
      new Operation(
          HandlerType.GET,
          "/v1/audit",
          new Text("变更记录", "The audit"),
          new Text(
              "谁在何时改了什么，最近的在前：密钥、登录、策略、数据清除、被人工改动的建议。不含个人信息，只增不改。",
              "Who changed what and when, the latest first: keys, sign-ins, policies, erasure, overridden"
                  + " recommendations. Without personal data; only ever added to."),
          List.of(
              new Operation.Parameter(
                  "limit",
                  "query",
                  false,
                  "integer",
                  new Text("每页条数，1 到 500，默认 50", "items of a page, 1 to 500; 50 if unsaid")),
              new Operation.Parameter(
                  "cursor",
                  "query",
                  false,
                  "string",
                  new Text("上一页的 nextCursor", "nextCursor of the page before"))),
          Operation.JSON,
          Optional.empty(),
          new Operation.Reply(200, new Text("一页记录", "a page of entries"), "Audit"),
          List.of(ProblemCode.MALFORMED, ProblemCode.LOG_UNAVAILABLE),
          List.of(),
          Set.of(Role.ADMIN));
}
