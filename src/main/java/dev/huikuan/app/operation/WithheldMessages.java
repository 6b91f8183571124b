package dev.huikuan.app.operation;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.fasterxml.jackson.core.JacksonException;
import dev.huikuan.records.RecordsUnavailable;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Writes stack traces without what an exception may quote from a case. {@code For input string:
 * "…"} and its like are withheld: the place in the code is enough to find a bug. Messages of the
 * machine (disk, network, database, virtual machine) are kept.
 */
public final class WithheldMessages extends ThrowableHandlingConverter {

  static final String WITHHELD = "(message withheld: it may quote a customer's data)";

  private static final int MOST_FRAMES = 60;
  private static final int LONGEST_MESSAGE = 500;

  @Override
  public String convert(ILoggingEvent event) {
    return event.getThrowableProxy() == null ? "" : trace(event.getThrowableProxy());
  }

  /** The trace with its causes, lines ending in LF. */
  static String trace(IThrowableProxy thrown) {
    StringBuilder text = new StringBuilder();
    write(thrown, "", text, Collections.newSetFromMap(new IdentityHashMap<>()));
    return text.toString();
  }

  private static void write(
      IThrowableProxy thrown, String word, StringBuilder text, Set<IThrowableProxy> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    text.append(word).append(thrown.getClassName()).append(message(thrown)).append('\n');
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    int own = frames.length - thrown.getCommonFrames();
    for (int i = 0; i < Math.min(own, MOST_FRAMES); i++) {
      text.append("\tat ").append(frames[i].getStackTraceElement()).append('\n');
    }
    if (own < frames.length || own > MOST_FRAMES) {
      text.append("\t... ").append(frames.length - Math.min(own, MOST_FRAMES)).append(" more\n");
    }
    if (thrown.getCause() != null) {
      write(thrown.getCause(), "Caused by: ", text, seen);
    }
  }

  private static String message(IThrowableProxy proxy) {
    if (proxy.getMessage() == null) {
      return "";
    }
    boolean harmless = proxy instanceof ThrowableProxy t && isHarmless(t.getThrowable());
    return ": " + (harmless ? shortened(proxy.getMessage()) : WITHHELD);
  }

  private static String shortened(String message) {
    String line = message.replaceAll("\\s+", " ");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }

  /** An exception may repeat the message of its cause. */
  private static boolean isHarmless(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return isOfTheMachine(thrown) && (cause == null || cause == thrown || isHarmless(cause));
  }

  private static boolean isOfTheMachine(Throwable thrown) {
    return thrown instanceof IOException && !(thrown instanceof JacksonException)
        || isOfTheDatabase(thrown)
        || thrown instanceof RecordsUnavailable
        || thrown instanceof Error
        || thrown instanceof NullPointerException
        || thrown instanceof ClassCastException
        || thrown instanceof IndexOutOfBoundsException;
  }

  /** By its name: java.sql is for the store alone. */
  private static boolean isOfTheDatabase(Throwable thrown) {
    boolean found = false;
    for (Class<?> c = thrown.getClass(); c != null && !found; c = c.getSuperclass()) {
      found = c.getName().equals("java.sql.SQLException");
    }
    return found;
  }
}
