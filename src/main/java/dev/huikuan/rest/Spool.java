package dev.huikuan.rest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The body of a request between the thread that receives it and the one that works on it. Receiving
 * never waits for long: what does not fit in memory goes to a temporary file. So a client that
 * sends everything before it reads an answer cannot bring both sides to a stop. One thread puts,
 * one takes.
 */
final class Spool implements Closeable {

  private static final int IN_MEMORY = 1_000_000;
  private static final int PIECE = 64 * 1024;

  /** How long receiving waits for room before it turns to the disk: TCP slows most clients down. */
  private static final long PATIENCE_MILLIS = 200;

  private final Deque<byte[]> memory = new ArrayDeque<>();
  private int held;
  private Optional<FileChannel> file = Optional.empty();
  private long written;
  private long read;
  private boolean ended;
  private boolean closed;
  private Optional<IOException> failure = Optional.empty();

  /** Adds bytes; false when nobody wants more. */
  synchronized boolean put(byte[] bytes) throws IOException, InterruptedException {
    if (written == read && held + bytes.length > IN_MEMORY && !closed) {
      wait(PATIENCE_MILLIS);
    }
    if (closed) {
      return false;
    }
    if (written == read && held + bytes.length <= IN_MEMORY) {
      memory.add(bytes);
      held += bytes.length;
    } else {
      spill(ByteBuffer.wrap(bytes));
    }
    notifyAll();
    return true;
  }

  /** There is no more to come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Receiving broke off: what came is still taken, then the failure is thrown. */
  synchronized void fail(IOException why) {
    failure = Optional.of(why);
    end();
  }

  /** The next bytes; empty at the end. */
  synchronized Optional<byte[]> take() throws IOException, InterruptedException {
    while (!closed && !ended && memory.isEmpty() && written == read) {
      wait();
    }
    if (closed) {
      throw new IOException("closed");
    }
    if (!memory.isEmpty()) {
      byte[] bytes = memory.remove();
      held -= bytes.length;
      notifyAll();
      return Optional.of(bytes);
    }
    if (read < written) {
      return Optional.of(unspill());
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return Optional.empty();
  }

  /** Bytes in memory; never above a megabyte. */
  synchronized int inMemory() {
    return held;
  }

  /** Bytes on disk that were not taken yet. */
  synchronized long onDisk() {
    return written - read;
  }

  private void spill(ByteBuffer bytes) throws IOException {
    if (file.isEmpty()) {
      Path path = Files.createTempFile("huikuan-", ".batch");
      file =
          Optional.of(
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    while (bytes.hasRemaining()) {
      written += file.get().write(bytes, written);
    }
  }

  private byte[] unspill() throws IOException {
    FileChannel channel = file.orElseThrow();
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, written - read));
    int got = channel.read(piece, read);
    if (got <= 0) {
      throw new IOException("the temporary file of a batch ended early");
    }
    read += got;
    if (read == written) {
      channel.truncate(0);
      read = 0;
      written = 0;
    }
    return Arrays.copyOf(piece.array(), got);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    memory.clear();
    held = 0;
    notifyAll();
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
