package dev.huikuan.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What the log shows of an exception. */
class WithheldMessagesTest {

  private static final String MARK = "Zaphod";

  private interface Work {
    void run() throws Exception;
  }

  private static Exception of(Work work) {
    try {
      work.run();
    } catch (Exception e) {
      return e;
    }
    throw new AssertionError("nothing was thrown");
  }

  private static JsonNode logged(Throwable thrown) throws IOException {
    LoggingEvent event =
        new LoggingEvent(
            "",
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.huikuan.any"),
            Level.ERROR,
            "a request failed",
            thrown,
            new Object[0]);
    String line = new JsonLines().doLayout(event);
    assertThat(line).endsWith("}\n").doesNotContain("\n{");
    return new ObjectMapper().readTree(line);
  }

  static Stream<Exception> thatQuote() {
    return Stream.of(
        of(() -> Long.parseLong(MARK)),
        of(() -> LocalDate.parse(MARK)),
        of(() -> new ObjectMapper().readTree("{" + MARK)),
        of(() -> Level.class.getMethod(MARK)),
        new IllegalStateException("no such thing: " + MARK),
        new IllegalStateException(new IllegalArgumentException("cause " + MARK)),
        new IOException(new IllegalArgumentException(MARK)));
  }

  @ParameterizedTest
  @MethodSource("thatQuote")
  void whatMayQuoteACaseIsWithheldAndTheTraceIsKept(Exception thrown) throws IOException {
    String trace = logged(thrown).get("trace").asText();
    assertThat(trace)
        .doesNotContain(MARK)
        .contains(thrown.getClass().getName(), WithheldMessages.WITHHELD, "\tat ");
  }

  @Test
  void whatTheMachineSaysIsKept() throws IOException {
    Exception full = new SQLException("[SQLITE_FULL] database or disk is full");
    assertThat(logged(new IllegalStateException("x", full)).get("trace").asText())
        .contains("Caused by: java.sql.SQLException: [SQLITE_FULL] database or disk is full");
    assertThat(logged(new IOException("No space left on device")).get("trace").asText())
        .contains("No space left on device");
    assertThat(logged(new OutOfMemoryError("Java heap space")).get("trace").asText())
        .contains("Java heap space");
  }
}
