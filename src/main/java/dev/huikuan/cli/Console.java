package dev.huikuan.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a command reads and writes: UTF-8 whatever the system says, lines end in LF.
 *
 * @param out the answer and nothing else
 * @param err logs, messages and progress
 * @param environment variables of the process
 * @param systemLanguage ISO 639 code of the system's language
 * @param terminal a person is watching standard error
 */
public record Console(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    String systemLanguage,
    Clock clock,
    boolean terminal) {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F&&[^\\t\\n\\r]]");

  PrintWriter answer() {
    return writer(out);
  }

  PrintWriter messages() {
    return writer(err);
  }

  /** What is written is text: a control character in a cell or a name does not reach a terminal. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true) {
      @Override
      public void write(String text, int offset, int length) {
        String plain =
            CONTROL.matcher(text.substring(offset, offset + length)).replaceAll("\uFFFD");
        super.write(plain, 0, plain.length());
      }

      @Override
      public void println() {
        print('\n');
        flush();
      }
    };
  }

  /** Bytes to standard output that are not closed with it. */
  PrintStream bytes() {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }
}
