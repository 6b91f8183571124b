package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.KeyConflict;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WaitingRoom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the log, and says in a problem why it did not take a decision. */
final class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final String RETRY_SECONDS = "5";

  private Recording() {}

  /** What was recorded, once it is durable. */
  static StoredDecision done(Supplier<CompletableFuture<Appended>> recording) {
    return attempted(() -> WaitingRoom.durable(recording)).decision();
  }

  /** Work on the records, their failures as problems. */
  static <T> T attempted(Supplier<T> work) {
    try {
      return work.get();
    } catch (KeyConflict | RecordsUnavailable failure) {
      throw problem(failure);
    }
  }

  /** What a failure of the log is to the client. */
  static Problem problem(Throwable failure) {
    if (failure instanceof KeyConflict conflict) {
      return Problem.of(
          ProblemCode.IDEMPOTENCY_CONFLICT,
          new Text(
              "Idempotency-Key：该键已用于内容不同的请求，其决策为 " + conflict.decisionId() + "；新的请求请换一个键",
              "Idempotency-Key: this key was used for another request, decision "
                  + conflict.decisionId()
                  + "; choose a new key for a new request"));
    }
    if (failure instanceof RecordsUnavailable unavailable) {
      return unavailable(unavailable);
    }
    LOG.error("recording a decision failed", failure);
    return Refusals.internal();
  }

  private static Problem unavailable(RecordsUnavailable e) {
    Problem problem =
        e.isFull()
            ? Problem.of(
                ProblemCode.BUSY,
                new Text(
                    "等待写入的决策过多，未作记录；请稍后用同一个 Idempotency-Key 重试",
                    "too many decisions wait to be recorded and this one was not; try again with the"
                        + " same Idempotency-Key"))
            : Problem.of(
                ProblemCode.LOG_UNAVAILABLE,
                new Text(
                    "决策记录暂时无法读写，未给出建议；请稍后用同一个 Idempotency-Key 重试",
                    "the decision log cannot be read or written now, so nothing is recommended; try"
                        + " again with the same Idempotency-Key"));
    return problem.with("Retry-After", RETRY_SECONDS);
  }
}
