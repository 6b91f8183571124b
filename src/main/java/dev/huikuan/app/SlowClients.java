package dev.huikuan.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts clients that hold a connection by sending a byte now and then, which the server's idle
 * timeout never sees. The head of a request must be there within the patience (at most twice as
 * long); a body may take the patience and a second for each kilobyte. Thread-safe.
 */
final class SlowClients implements HttpConfiguration.Customizer, Connection.Listener {

  private static final long BYTES_PER_SECOND = 1_000;

  private final Duration patience;
  private final Set<String> streamed;
  private final Scheduler scheduler;
  private final Set<Connection> working = ConcurrentHashMap.newKeySet();

  /**
   * @param streamed paths whose bodies may come as slowly as they like
   */
  SlowClients(Duration patience, Set<String> streamed, Scheduler scheduler) {
    this.patience = patience;
    this.streamed = streamed;
    this.scheduler = scheduler;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    Connection connection = request.getConnectionMetaData().getConnection();
    working.add(connection);
    Request.addCompletionListener(request, failure -> working.remove(connection));
    return streamed.contains(request.getHttpURI().getPath()) ? request : new Timed(request);
  }

  @Override
  public void onOpened(Connection connection) {
    watch(connection, connection.getBytesIn(), connection.getMessagesIn(), false);
  }

  @Override
  public void onClosed(Connection connection) {
    working.remove(connection);
  }

  private void watch(Connection connection, long bytes, long messages, boolean warned) {
    scheduler.schedule(
        () -> look(connection, bytes, messages, warned),
        patience.toMillis() / 2,
        TimeUnit.MILLISECONDS);
  }

  /** Bytes came, but no request did, twice in a row: somebody is writing a head very slowly. */
  private void look(Connection connection, long bytes, long messages, boolean warned) {
    boolean slow =
        connection.getBytesIn() > bytes
            && connection.getMessagesIn() == messages
            && !working.contains(connection);
    if (slow && warned) {
      connection.getEndPoint().close(new TimeoutException("the head of a request came too slowly"));
    } else if (connection.getEndPoint().isOpen()) {
      watch(connection, connection.getBytesIn(), connection.getMessagesIn(), slow);
    }
  }

  /** A request whose body has to come at some rate. */
  private final class Timed extends Request.Wrapper {

    private long begun;
    private long received;

    Timed(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      if (begun == 0) {
        begun = System.nanoTime();
      }
      long allowed = patience.toNanos() + TimeUnit.SECONDS.toNanos(received / BYTES_PER_SECOND);
      if (System.nanoTime() - begun > allowed) {
        return Content.Chunk.from(
            new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408, "too slow a body"));
      }
      Content.Chunk chunk = super.read();
      received += chunk == null ? 0 : chunk.remaining();
      return chunk;
    }
  }
}
