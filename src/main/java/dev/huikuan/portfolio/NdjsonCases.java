package dev.huikuan.portfolio;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.LineCutter;
import dev.huikuan.decision.intake.LineCutter.Line;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** One JSON case a line, read as it is needed; blank lines are skipped. */
final class NdjsonCases {

  /**
   * A case.
   *
   * @param size bytes of its line
   */
  record Sent(AccountCase account, int size) {}

  private static final int PIECE = 64 * 1024;

  private final InputStream in;
  private final LineCutter cutter;
  private final int most;
  private final Deque<Line> lines = new ArrayDeque<>();
  private boolean ended;

  /**
   * @param most bytes of one line
   */
  NdjsonCases(InputStream in, int most) {
    this.in = in;
    this.most = most;
    this.cutter = new LineCutter(most);
  }

  boolean hasNext() throws IOException {
    while (lines.isEmpty() && !ended) {
      byte[] buffer = new byte[PIECE];
      int n = in.read(buffer);
      ended = n < 0;
      lines.addAll(ended ? cutter.rest() : cutter.cut(Arrays.copyOf(buffer, n)));
    }
    return !lines.isEmpty();
  }

  Sent next() {
    Line line = lines.remove();
    AccountCase account =
        new AccountCase(
            (reader, asOf, now) -> {
              if (line.isTooLong()) {
                throw tooLong();
              }
              return reader.read(line.bytes(), asOf, now);
            },
            line.number(),
            List.of());
    return new Sent(account, line.bytes().length);
  }

  private InvalidCase tooLong() {
    int megabytes = most / 1_000_000;
    Text text =
        new Text(
            "该行超过 " + megabytes + " MB 上限",
            "line: expected at most " + megabytes + " MB, found more");
    return new InvalidCase(true, List.of(new CaseFault("", "TOO_LARGE", text)));
  }
}
