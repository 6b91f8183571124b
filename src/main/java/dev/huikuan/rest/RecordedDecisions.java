package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.InvalidCursor;
import dev.huikuan.records.Page;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WorklistQuery;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what was decided: one decision, lists of them, the worklist. */
final class RecordedDecisions {

  private final PolicyRegistry registry;
  private final DecisionLog log;

  RecordedDecisions(PolicyRegistry registry, DecisionLog log) {
    this.registry = registry;
    this.log = log;
  }

  /** {@code GET /v1/decisions/{id}}. */
  void one(Context ctx) {
    Query query = new Query(ctx, "replay");
    boolean replay = query.flag("replay");
    query.check();
    StoredDecision stored = Recorded.decision(ctx, log);
    Language language = Replies.language(ctx);
    ctx.header("Cache-Control", "no-store");
    Replies.json(ctx, replay ? replayed(stored, language) : told(stored, language));
  }

  private ObjectNode told(StoredDecision stored, Language language) {
    ObjectNode body = Json.object().put("id", stored.id());
    if (stored.erased()) {
      body.putNull("decision").putNull("case");
    } else {
      body.set("decision", StoredAnswer.in(language, CaseText.tree(stored.answer())));
      body.set("case", CaseText.tree(stored.caseJson()));
    }
    body.put("recordedAt", stored.recordedAt().toString()).put("recordedBy", stored.actor());
    body.put("policyVersion", stored.policyVersion()).put("engineVersion", stored.engineVersion());
    body.put("erased", stored.erased());
    ArrayNode outcomes = body.putArray("outcomes");
    Recording.attempted(() -> log.outcomes(stored.id()))
        .forEach(outcome -> outcomes.add(OutcomeJson.of(outcome)));
    return body.put("latest", Recording.attempted(() -> log.latestOf(stored.id())));
  }

  private ObjectNode replayed(StoredDecision stored, Language language) {
    Recorded.requireData(stored);
    ServedPolicy policy =
        registry.version(stored.policyVersion()).orElseThrow(() -> notInstalled(stored));
    try {
      Recorder.Replay replay = Recorder.replay(stored, policy.pipeline(), policy.reader());
      ObjectNode body = Json.object().put("equal", replay.equal());
      body.put("engineDiffers", !stored.engineVersion().equals(DecisionPipeline.ENGINE_VERSION));
      body.set("stored", StoredAnswer.in(language, CaseText.tree(replay.stored())));
      body.set("replayed", StoredAnswer.in(language, CaseText.tree(replay.replayed())));
      return body;
    } catch (InvalidCase otherEngine) {
      throw Problem.of(
          ProblemCode.RULES_NOT_INSTALLED,
          new Text(
              "该决策由引擎 " + stored.engineVersion() + " 作出，此处的引擎不再接受当时的案例，无法重算",
              "the decision was made by engine "
                  + stored.engineVersion()
                  + "; the engine here does not take its case any more, so it cannot be decided"
                  + " again"));
    }
  }

  private static Problem notInstalled(StoredDecision stored) {
    String version = stored.policyVersion();
    return Problem.of(
        ProblemCode.RULES_NOT_INSTALLED,
        new Text(
            "该决策由策略版本 `" + version + "` 作出，此处未安装该版本的规则，无法重算；请在装有该版本规则的实例上重试",
            "the decision was made by policy version `"
                + version
                + "`, whose rules are not installed here, so it cannot be decided again; ask an"
                + " instance that has them"));
  }

  /** {@code GET /v1/decisions}. */
  void list(Context ctx) {
    Query query = new Query(ctx, "customerId", "from", "to", "action", "ledger", "limit", "cursor");
    Optional<LocalDate> from = query.date("from");
    Optional<LocalDate> to = query.date("to");
    query.inOrder(from, to);
    query.text("ledger");
    DecisionQuery asked =
        new DecisionQuery(
            Optional.empty(),
            query.text("customerId"),
            from,
            to,
            query.code("action"),
            query.limit(),
            query.cursor());
    query.check();
    DecisionQuery ofLedger =
        new DecisionQuery(
            Caller.ledger(ctx),
            asked.customerId(),
            from,
            to,
            asked.action(),
            asked.limit(),
            asked.cursor());
    Page<DecisionLine> page = paged(() -> log.decisions(ofLedger));
    Language language = Replies.language(ctx);
    Replies.json(ctx, body(page, line -> LineJson.ofDecision(line, language)));
  }

  /** {@code GET /v1/worklist}. */
  void worklist(Context ctx) {
    Query query =
        new Query(
            ctx, "limit", "cursor", "action", "owner", "ledger", "bucket", "tier", "hold", "q");
    query.text("ledger");
    Optional<String> action = query.code("action");
    Optional<String> owner = query.code("owner");
    Optional<String> bucket = query.text("bucket");
    Optional<String> tier = query.text("tier");
    Optional<String> hold = query.code("hold");
    Optional<String> search = query.text("q");
    int limit = query.limit();
    Optional<String> cursor = query.cursor();
    query.check();
    WorklistQuery asked =
        new WorklistQuery(
            Caller.ledger(ctx), action, owner, bucket, tier, hold, search, limit, cursor);
    CountedPage<DecisionLine> list = paged(() -> log.countedWorklist(asked));
    Language language = Replies.language(ctx);
    ObjectNode body = body(list.page(), line -> LineJson.ofAccount(line, language));
    Replies.json(ctx, body.put("total", list.total()));
  }

  private static <T> T paged(Supplier<T> list) {
    try {
      return Recording.attempted(list);
    } catch (InvalidCursor strange) {
      throw Query.strangeCursor();
    }
  }

  private static ObjectNode body(
      Page<DecisionLine> page, Function<DecisionLine, ObjectNode> writer) {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    page.items().forEach(line -> items.add(writer.apply(line)));
    return body.put("nextCursor", page.nextCursor().orElse(null));
  }
}
