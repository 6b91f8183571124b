package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.StoredDecision;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the decision that a path names, for those who may see it. */
final class Recorded {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Recorded() {}

  /** A decision of another ledger is as unknown as one that does not exist. */
  static StoredDecision decision(Context ctx, DecisionLog log) {
    String id = ctx.pathParam("id");
    Optional<StoredDecision> found =
        ID.matcher(id).matches() ? Recording.attempted(() -> log.find(id)) : Optional.empty();
    return found
        .filter(stored -> Caller.of(ctx).maySee(stored.ledger()))
        .orElseThrow(
            () ->
                Problem.of(
                    ProblemCode.NOT_FOUND,
                    new Text(
                        "没有这个决策；GET /v1/decisions 列出所有决策",
                        "there is no such decision; GET /v1/decisions lists them")));
  }

  /** Refuses what was erased: nothing can be decided of it any more. */
  static void requireData(StoredDecision stored) {
    if (stored.erased()) {
      throw erased();
    }
  }

  /** What is said of what was erased. */
  static Problem erased() {
    return Problem.of(
        ProblemCode.NOT_FOUND,
        new Text(
            "该客户的数据已删除，案例与答案不复存在；只留下了决策的编号、动作和金额",
            "the customer's data was erased: case and answer are gone, only the decision's id,"
                + " action and amounts are left"));
  }
}
