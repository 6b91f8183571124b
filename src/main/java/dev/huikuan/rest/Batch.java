package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.LineCutter;
import dev.huikuan.decision.intake.LineCutter.Line;
import dev.huikuan.domain.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch: cases come in line by line and answers go out in the same order. Three threads besides
 * the pool: one receives (never held up by the answers, see {@link Spool}), one cuts lines and
 * hands them to the pool, the caller's writes. At most {@code window} lines are in flight, so the
 * memory it takes does not depend on its length.
 */
final class Batch {

  /** The most bytes of a body: 2 GB. */
  static final long MOST_BYTES = 2_000_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  private static final int PIECE = 64 * 1024;

  /** Answers one line; what goes wrong with it is a {@link Problem} or {@link InvalidCase}. */
  @FunctionalInterface
  interface Answerer {

    /** The answer in its stored form or in the language, when there is one. */
    CompletableFuture<ObjectNode> answer(Line line, Language language) throws Exception;
  }

  /** The body is larger than allowed. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Answerer answerer;
  private final Language language;
  private final ExecutorService pool;
  private final BlockingQueue<Optional<Future<byte[]>>> inFlight;
  private final Spool spool = new Spool();
  private volatile boolean complete;

  /**
   * @param window how many lines are in flight
   */
  Batch(Answerer answerer, Language language, ExecutorService pool, int window) {
    this.answerer = answerer;
    this.language = language;
    this.pool = pool;
    this.inFlight = new ArrayBlockingQueue<>(window);
  }

  /**
   * Answers every line, then says how many; without that last line the answer is incomplete.
   *
   * @throws IOException when the client does not take the answers any more
   */
  void run(InputStream in, OutputStream out) throws IOException, InterruptedException {
    Thread receiver = started("batch-receive", () -> receive(in));
    Thread cutter = started("batch-cut", this::cut);
    try {
      write(out);
    } finally {
      spool.close();
      cutter.interrupt();
      cutter.join();
      receiver.join();
    }
  }

  private static Thread started(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void receive(InputStream in) {
    try {
      byte[] buffer = new byte[PIECE];
      long total = 0;
      boolean wanted = true;
      for (int n = in.read(buffer); wanted && n >= 0; n = wanted ? in.read(buffer) : -1) {
        total += n;
        if (total > MOST_BYTES) {
          throw new TooLarge();
        }
        wanted = spool.put(Arrays.copyOf(buffer, n));
      }
      spool.end();
    } catch (IOException broken) {
      spool.fail(broken);
    } catch (InterruptedException stopped) {
      spool.fail(new IOException(stopped));
    } catch (RuntimeException bug) {
      LOG.error("receiving a batch failed", bug);
      spool.fail(new IOException(bug));
    }
  }

  private void cut() {
    LineCutter lines = new LineCutter(LineCutter.MOST_BYTES);
    try {
      try {
        Optional<byte[]> bytes = spool.take();
        while (bytes.isPresent()) {
          submit(lines.cut(bytes.get()));
          bytes = spool.take();
        }
        submit(lines.rest());
        complete = true;
      } catch (TooLarge tooLarge) {
        byte[] last = problem(lines.number(), Refusals.batchTooLarge());
        inFlight.put(Optional.of(CompletableFuture.completedFuture(last)));
      } catch (IOException broken) {
        LOG.debug("a batch broke off at line {}", lines.number(), broken);
      }
      inFlight.put(Optional.empty());
    } catch (InterruptedException stopped) {
      LOG.debug("a batch was stopped at line {}", lines.number());
    }
  }

  private void submit(Iterable<Line> lines) throws InterruptedException {
    for (Line line : lines) {
      inFlight.put(
          Optional.of(
              CompletableFuture.supplyAsync(() -> answer(line), pool)
                  .thenCompose(answer -> answer)));
    }
  }

  private void write(OutputStream out) throws IOException, InterruptedException {
    long answered = 0;
    Optional<Future<byte[]>> next = inFlight.take();
    while (next.isPresent()) {
      if (answered > 0 && !next.get().isDone()) {
        out.flush();
      }
      out.write(finished(next.get()));
      answered++;
      if (inFlight.isEmpty()) {
        out.flush();
      }
      next = inFlight.take();
    }
    if (complete) {
      out.write(Json.line(Json.object().put("end", answered)));
    }
    out.flush();
  }

  private static byte[] finished(Future<byte[]> answer) throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException died) {
      throw new IOException(died.getCause());
    }
  }

  /** Completes with the line of the answer, whatever happens. */
  private CompletableFuture<byte[]> answer(Line line) {
    if (line.isTooLong()) {
      return CompletableFuture.completedFuture(problem(line.number(), Refusals.lineTooLong()));
    }
    CompletableFuture<ObjectNode> decided;
    try {
      decided = answerer.answer(line, language);
    } catch (Exception | StackOverflowError failure) {
      decided = CompletableFuture.failedFuture(failure);
    }
    return decided.handle(
        (decision, failure) ->
            failure == null ? decision(line, decision) : failed(line.number(), failure));
  }

  private static byte[] decision(Line line, ObjectNode decision) {
    ObjectNode answer = Json.object().put("line", line.number());
    answer.set("decision", decision);
    return Json.line(answer);
  }

  private byte[] failed(long line, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof InvalidCase invalid) {
      return problem(line, Problem.of(invalid));
    }
    return problem(line, cause instanceof Problem problem ? problem : Recording.problem(cause));
  }

  private byte[] problem(long line, Problem problem) {
    ObjectNode answer = Json.object().put("line", line);
    answer.set("problem", Replies.body(problem, language));
    return Json.line(answer);
  }
}
