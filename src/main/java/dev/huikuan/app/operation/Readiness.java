package dev.huikuan.app.operation;

import dev.huikuan.domain.Text;
import dev.huikuan.rest.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests can be served, by trying: each check runs on its own thread and has two seconds;
 * what was found holds for one second. Stopping shows at once. Thread-safe.
 */
public final class Readiness implements Vitals, AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Text RIGHT = new Text("正常", "all right");
  private static final Text LATE = new Text("两秒内没有答复", "no answer within two seconds");

  /** Something to try; one that hangs is not started again before it is back. */
  private static final class Trial {
    private final String name;
    private final BooleanSupplier works;
    private final Text otherwise;
    private Optional<Future<Boolean>> running = Optional.empty();

    Trial(String name, BooleanSupplier works, Text otherwise) {
      this.name = name;
      this.works = works;
      this.otherwise = otherwise;
    }

    void start(ExecutorService threads) {
      if (running.isEmpty()) {
        running = Optional.of(threads.submit(works::getAsBoolean));
      }
    }

    Check result(long patienceNanos) {
      try {
        boolean ok = running.orElseThrow().get(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS);
        running = Optional.empty();
        return new Check(name, ok, ok ? RIGHT : otherwise);
      } catch (TimeoutException late) {
        return new Check(name, false, LATE);
      } catch (ExecutionException failed) {
        running = Optional.empty();
        return new Check(name, false, otherwise);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new Check(name, false, LATE);
      }
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final Figures figures;
  private final AtomicReference<String> logged = new AtomicReference<>("");
  private final List<Trial> trials = new CopyOnWriteArrayList<>();
  private final List<Supplier<Check>> known = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "readiness");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopping;
  private List<Check> found = List.of();
  private long foundAt;

  public Readiness(Figures figures) {
    this.figures = figures;
  }

  /** Adds something that is known without trying. */
  public void know(String name, BooleanSupplier right, Text otherwise) {
    known.add(
        () -> {
          boolean ok = right.getAsBoolean();
          return new Check(name, ok, ok ? RIGHT : otherwise);
        });
  }

  /**
   * Adds something that has to be tried and may take its time.
   *
   * @param works false, or any exception: it does not
   */
  public void rely(String name, BooleanSupplier works, Text otherwise) {
    trials.add(new Trial(name, works, otherwise));
  }

  /** Not ready from now on, whatever else is right. */
  public void stopping() {
    stopping = true;
  }

  @Override
  public List<Check> checks() {
    List<Check> all = new ArrayList<>();
    known.forEach(check -> all.add(check.get()));
    all.addAll(tried());
    Text detail =
        stopping
            ? new Text("正在停止，已收到的请求仍会处理完", "stopping; what was accepted is being finished")
            : RIGHT;
    all.add(new Check("running", !stopping, detail));
    logChange(all);
    return all;
  }

  private void logChange(List<Check> all) {
    String bad =
        all.stream().filter(check -> !check.ok()).map(Check::name).collect(Collectors.joining(","));
    if (!bad.equals(logged.getAndSet(bad))) {
      if (bad.isEmpty()) {
        LOG.info("ready");
      } else {
        LOG.warn("not ready: {}", bad);
      }
    }
  }

  private synchronized List<Check> tried() {
    long now = System.nanoTime();
    if (found.size() < trials.size() || now - foundAt > FRESH_NANOS) {
      trials.forEach(trial -> trial.start(threads));
      long end = now + PATIENCE_NANOS;
      found = trials.stream().map(trial -> trial.result(end - System.nanoTime())).toList();
      foundAt = System.nanoTime();
    }
    return found;
  }

  @Override
  public String figures() {
    return figures.scraped();
  }

  @Override
  public void lineAnswered(boolean decided) {
    figures.batchLine(decided);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
