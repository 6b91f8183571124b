package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.AuditLog;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Page;
import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Routes about access: the record of who changed what. */
final class AccessRoutes {

  private final AuditLog audit;

  AccessRoutes(AuditLog audit) {
    this.audit = audit;
  }

  List<Route> table() {
    return List.of(AccessOperations.AUDIT.answeredBy(this::audit));
  }

  private void audit(Context ctx) {
    Page<AuditEntry> page = read(limit(ctx), Optional.ofNullable(ctx.queryParam("cursor")));
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    page.items().forEach(entry -> items.add(json(entry)));
    body.put("nextCursor", page.nextCursor().orElse(null));
    ctx.header("Cache-Control", "no-store");
    Replies.json(ctx, body);
  }

  private Page<AuditEntry> read(int limit, Optional<String> cursor) {
    try {
      return audit.read(limit, cursor);
    } catch (IllegalArgumentException foreign) {
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              "查询参数 cursor：应为上一页的 nextCursor",
              "query parameter cursor: expected the nextCursor of the page before"));
    }
  }

  private static int limit(Context ctx) {
    String written =
        Optional.ofNullable(ctx.queryParam("limit")).orElse(Integer.toString(Page.USUAL));
    int limit = written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
    if (limit < 1 || limit > Page.MOST) {
      throw Problem.of(
          ProblemCode.MALFORMED,
          new Text(
              "查询参数 limit：应为 1 到 " + Page.MOST + " 的整数，实际为 `" + written + "`",
              "query parameter limit: expected 1 to " + Page.MOST + ", found `" + written + "`"));
    }
    return limit;
  }

  private static ObjectNode json(AuditEntry entry) {
    return Json.object()
        .put("at", entry.at().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("who", entry.who())
        .put("deed", entry.deed().name())
        .put("target", entry.target())
        .put("detail", entry.detail());
  }
}
