package dev.huikuan.app.operation;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the service when the process is told to end. SIGTERM: in order, with its grace, then exit
 * status 0, or 1 when requests had to be cut off. Anything else that ends the virtual machine
 * (Ctrl-C: status 130): in order, without grace.
 */
public final class StopOnSignal {

  private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);

  private static final int CUT_OFF = 1;

  private final BooleanSupplier withGrace;
  private final AtomicBoolean told = new AtomicBoolean();

  private StopOnSignal(BooleanSupplier withGrace) {
    this.withGrace = withGrace;
  }

  /**
   * Both may be called; the later call is to wait until the earlier is done.
   *
   * @param withGrace what SIGTERM does; false when requests were cut off
   * @param atOnce what any other end does
   */
  public static void install(BooleanSupplier withGrace, Runnable atOnce) {
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce, "stop-at-once"));
    try {
      new StopOnSignal(withGrace).listen();
    } catch (ReflectiveOperationException | RuntimeException withheld) {
      LOG.warn("this virtual machine does not pass signals on: SIGTERM ends it with status 143");
    }
  }

  /**
   * By reflection, because the compiler warns of the name in every form; jdk.unsupported has it.
   */
  private void listen() throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object here =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              stop();
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), here);
  }

  private void stop() {
    if (told.compareAndSet(false, true)) {
      new Thread(
              () -> {
                boolean finished = withGrace.getAsBoolean();
                System.exit(finished ? 0 : CUT_OFF);
              },
              "stop")
          .start();
    }
  }
}
