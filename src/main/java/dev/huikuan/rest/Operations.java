package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
      new Operation(
          HandlerType.GET,
          "/health/ready",
          new Text("就绪探针", "Readiness probe"),
          new Text(
              "能正常处理请求时返回 200，否则 503；checks 逐项说明：策略已加载、数据库可用、决策日志可写、未在停止。两秒内必有答复，结果最多缓存一秒。",
              "200 while requests can be served, else 503; checks name each thing: policy loaded,"
                  + " database reachable, log writable, not stopping. Answers within two seconds from"
                  + " what was found at most a second ago."),
          List.of(),
          Operation.JSON,
          Optional.empty(),
          new Operation.Reply(200, new Text("已就绪", "it is ready"), "Health"),
          List.of(),
          List.of(new Operation.Reply(503, new Text("尚未就绪", "it is not ready"), "Health")),
          Set.of());

  static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  static final Operation METRICS =
      new Operation(
          HandlerType.GET,
          "/metrics",
          new Text("运行指标", "Figures"),
          new Text(
              "Prometheus 文本格式：各接口时延、决策（按动作和决策表行）、保留事项、日志队列、策略版本、JVM。不含客户数据。",
              "In the text format of Prometheus: latency by route, decisions by action and by row,"
                  + " holds, the log's queue, the policy's version, the JVM. No customer's data."),
          List.of(),
          "text/plain",
          Optional.empty(),
          new Operation.Reply(200, new Text("指标", "the figures"), "Figures"),
          List.of(),
          List.of(),
          Set.of());

  static final Operation OPENAPI =
      Operation.get(
          "/openapi.json",
          new Text("本文档", "This document"),
          new Text("OpenAPI 3.1 接口文档。", "The interface as OpenAPI 3.1."),
          new Operation.Reply(200, new Text("OpenAPI 文档", "the OpenAPI document"), ""));
}
