package dev.huikuan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.access.Principal;
import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.LineCutter;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.ServedPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a batch holds on to while the client does not read. */
class BatchFlowTest {

  private static final int WINDOW = 8;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private Batch batch() {
    ServedPolicy served =
        ServedPolicy.of(new DecisionPipeline(BuiltIn.policy()), List.of(), Instant.EPOCH);
    return new Batch(
        new TrialLine(served, Instant.EPOCH, Principal.OPEN), Language.EN, pool, WINDOW);
  }

  /** Says when it was read to its end. */
  private static InputStream noticed(byte[] bytes, CountDownLatch received) {
    return new InputStream() {
      private final ByteArrayInputStream in = new ByteArrayInputStream(bytes);

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        int n = in.read(buffer, from, length);
        if (n < 0) {
          received.countDown();
        }
        return n;
      }
    };
  }

  @Test
  void aClientThatDoesNotReadIsReceivedWholeWhileOnlyTheWindowIsDecided() throws Exception {
    String line = "{}" + " ".repeat(500) + "\n";
    byte[] body = line.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    CountDownLatch received = new CountDownLatch(1);
    List<Long> decided = new ArrayList<>();
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    OutputStream stuckAtFirst =
        new OutputStream() {
          @Override
          public void write(int b) {
            answers.write(b);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (decided.isEmpty()) {
              await(received);
              decided.add(pool.getTaskCount());
            }
            answers.write(bytes, from, length);
          }
        };
    batch().run(noticed(body, received), stuckAtFirst);
    assertThat(decided.get(0)).isLessThanOrEqualTo(WINDOW + 2L);
    List<String> lines = answers.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(20_001).last().isEqualTo("{\"end\":20000}");
    for (int i = 0; i < 20_000; i++) {
      assertThat(lines.get(i)).startsWith("{\"line\":" + (i + 1) + ",");
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Test
  void aRequestThatBreaksOffIsAnsweredAsFarAsItCameWithoutAnEnd() throws Exception {
    InputStream broken =
        new InputStream() {
          private int pieces;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            if (pieces++ == 3) {
              throw new IOException("cut");
            }
            buffer[from] = '{';
            buffer[from + 1] = '\n';
            return 2;
          }
        };
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    batch().run(broken, answers);
    assertThat(answers.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"problem\"", "MALFORMED"));
  }

  @Test
  void whatDoesNotFitInMemoryWaitsOnDiskInItsOrder() throws Exception {
    try (Spool spool = new Spool()) {
      for (int i = 0; i < 40; i++) {
        byte[] piece = new byte[100_000];
        java.util.Arrays.fill(piece, (byte) i);
        spool.put(piece);
        assertThat(spool.inMemory()).isLessThanOrEqualTo(1_000_000);
      }
      spool.end();
      assertThat(spool.inMemory() + spool.onDisk()).isEqualTo(4_000_000);
      long at = 0;
      for (Optional<byte[]> piece = spool.take(); piece.isPresent(); piece = spool.take()) {
        for (byte b : piece.get()) {
          assertThat(b).isEqualTo((byte) (at++ / 100_000));
        }
      }
      assertThat(at).isEqualTo(4_000_000);
    }
  }

  @Test
  void linesAreCutWhereverThePiecesEndAndBlankOnesCount() {
    byte[] text = "a\n\n \t\r\nbb\r\nccccc\nd".getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= text.length; size++) {
      LineCutter cutter = new LineCutter(4);
      List<LineCutter.Line> lines = new ArrayList<>();
      for (int from = 0; from < text.length; from += size) {
        lines.addAll(
            cutter.cut(
                java.util.Arrays.copyOfRange(text, from, Math.min(text.length, from + size))));
      }
      lines.addAll(cutter.rest());
      assertThat(lines)
          .extracting(line -> line.number() + new String(line.bytes(), StandardCharsets.UTF_8))
          .containsExactly("1a", "4bb\r", "5", "6d");
      assertThat(lines)
          .extracting(LineCutter.Line::isTooLong)
          .containsExactly(false, false, true, false);
    }
  }
}
