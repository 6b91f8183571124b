package dev.huikuan.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Full answers put aside on disk until their order is known: a portfolio may not fit in memory. */
final class AnswerFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private long end;

  AnswerFile() throws IOException {
    path = Files.createTempFile("huikuan-", ".answers");
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Where the answer begins. */
  long add(byte[] answer) throws IOException {
    long start = end;
    ByteBuffer buffer = ByteBuffer.wrap(answer);
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    return start;
  }

  byte[] read(long start, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    long position = start;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position);
      if (read < 0) {
        throw new IOException("the file of answers ended early");
      }
      position += read;
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
