package dev.huikuan.rest;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.Recorder;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/decisions/batch}: one case a line in, one answer a line out. Thread-safe. */
final class BatchHandler {

  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);
  private static final int MOST_AT_A_TIME = 8;
  private static final int TRIAL_LINES_A_THREAD = 16;

  /** Lines of all batches together that are being decided or wait for the log. */
  private static final int MOST_RECORDING = 512;

  private static final long IDLE_SECONDS = 10;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = pool(threads);
  private final Semaphore free = new Semaphore(MOST_AT_A_TIME);
  private final Semaphore recording = new Semaphore(MOST_RECORDING);
  private final Recorder recorder;

  BatchHandler(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Of fixed size, shared by all batches; its threads go when there is nothing to do. */
  private static ExecutorService pool(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "batch-decide");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  void decide(Context ctx, ServedPolicy served, Instant now) throws IOException {
    Requests.requireType(ctx, NDJSON);
    boolean dryRun = Requests.isDryRun(ctx);
    Optional<String> key = Requests.batchKey(ctx);
    if (ctx.req().getContentLengthLong() > Batch.MOST_BYTES) {
      throw Refusals.batchTooLarge();
    }
    if (!free.tryAcquire()) {
      throw Problem.of(
              ProblemCode.BUSY,
              new Text(
                  "同时处理的批次已达 " + MOST_AT_A_TIME + " 个，请稍后重试",
                  MOST_AT_A_TIME + " batches are under way already; try again later"))
          .with("Retry-After", "10");
    }
    try {
      Batch.Answerer answerer =
          dryRun
              ? new TrialLine(served, now, Caller.of(ctx))
              : new RecordedLine(served, now, Caller.of(ctx), recorder, key, pool, recording);
      stream(ctx, answerer, dryRun ? TRIAL_LINES_A_THREAD * threads : MOST_RECORDING);
    } finally {
      free.release();
    }
  }

  private void stream(Context ctx, Batch.Answerer answerer, int window) {
    Language language = Replies.language(ctx);
    ctx.header("Content-Language", language.tag());
    ctx.header("Vary", "Accept-Language");
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(NDJSON);
    try {
      // the container's own streams: the library's would gather the answer for compression
      new Batch(answerer, language, pool, window)
          .run(ctx.req().getInputStream(), ctx.res().getOutputStream());
    } catch (IOException gone) {
      LOG.debug("a batch ended early", gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
