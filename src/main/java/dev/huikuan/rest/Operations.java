package dev.huikuan.rest;

import dev.huikuan.domain.Text;

/** What the probes and the document say of themselves. */
final class Operations {

  private Operations() {}

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
