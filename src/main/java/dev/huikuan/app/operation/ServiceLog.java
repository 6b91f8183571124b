package dev.huikuan.app.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * The log of {@code serve}: what it does at INFO, of libraries what is wrong, on standard error.
 * Other commands keep what {@code logback.xml} says: warnings only.
 */
public final class ServiceLog {

  private ServiceLog() {}

  /**
   * @param json one JSON object a line; else lines for people
   */
  public static void begin(boolean json) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.getLogger("dev.huikuan").setLevel(Level.INFO);
    if (json && root(context).getAppender("STDERR") instanceof ConsoleAppender<ILoggingEvent> err) {
      JsonLines lines = new JsonLines();
      lines.setContext(context);
      lines.start();
      LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
      encoder.setContext(context);
      encoder.setCharset(StandardCharsets.UTF_8);
      encoder.setLayout(lines);
      encoder.start();
      err.setEncoder(encoder);
    }
  }

  private static ch.qos.logback.classic.Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
