package dev.huikuan.portfolio;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts more than fits in memory. Entries are gathered up to a number of bytes, sorted and put
 * aside in a temporary file as one run; at the end the runs are merged. The file goes when this is
 * closed, and where the system allows it even when the process dies. Entries of equal keys keep
 * their order.
 */
final class ExternalSort implements Closeable {

  /**
   * An entry.
   *
   * @param key compared byte by byte, unsigned; a {@link SortKey}
   */
  record Entry(byte[] key, byte[] value) {}

  /** Entries one after the other. */
  interface Sorted {
    /** The next one; empty at the end. */
    Optional<Entry> next() throws IOException;
  }

  /** What an entry takes in memory beside its bytes, roughly. */
  private static final int OVERHEAD = 80;

  private static final int WRITE_BUFFER = 256 * 1024;
  private static final int LEAST_READ_BUFFER = 8 * 1024;
  private static final int MOST_READ_BUFFER = 256 * 1024;

  private static final Comparator<Entry> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.key(), other.key());

  private final long mostInMemory;
  private final Path folder;
  private final List<Entry> held = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long bytes;
  private Optional<FileChannel> file = Optional.empty();

  /**
   * @param mostInMemory bytes held before they go to disk, to the system's folder for such files
   */
  ExternalSort(long mostInMemory) {
    this(mostInMemory, Path.of(System.getProperty("java.io.tmpdir")));
  }

  ExternalSort(long mostInMemory, Path folder) {
    this.mostInMemory = mostInMemory;
    this.folder = folder;
  }

  void add(byte[] key, byte[] value) throws IOException {
    held.add(new Entry(key, value));
    bytes += key.length + value.length + OVERHEAD;
    if (bytes > mostInMemory) {
      spill();
    }
  }

  /** All entries in the order of their keys; nothing is added any more. */
  Sorted sorted() throws IOException {
    if (ends.isEmpty()) {
      held.sort(ORDER);
      var rest = held.iterator();
      return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }
    spill();
    return new Merge();
  }

  /** How many runs stand on disk. */
  int runs() {
    return ends.size();
  }

  private void spill() throws IOException {
    if (held.isEmpty()) {
      return;
    }
    held.sort(ORDER);
    FileChannel channel = opened();
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), WRITE_BUFFER));
    for (Entry entry : held) {
      out.writeInt(entry.key().length);
      out.write(entry.key());
      out.writeInt(entry.value().length);
      out.write(entry.value());
    }
    out.flush();
    ends.add(channel.position());
    held.clear();
    bytes = 0;
  }

  private FileChannel opened() throws IOException {
    if (file.isEmpty()) {
      Path path = Files.createTempFile(folder, "huikuan-", ".sort");
      file =
          Optional.of(
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    return file.get();
  }

  @Override
  public void close() throws IOException {
    held.clear();
    if (file.isPresent()) {
      file.get().close();
    }
  }

  /** All runs at once, the smallest entry first; of equal ones that of the earlier run. */
  private final class Merge implements Sorted {

    private final PriorityQueue<Run> runs =
        new PriorityQueue<>(
            Comparator.comparing((Run run) -> run.first, ORDER).thenComparing(run -> run.number));

    Merge() throws IOException {
      long buffer = mostInMemory / ends.size();
      int piece = (int) Math.max(LEAST_READ_BUFFER, Math.min(MOST_READ_BUFFER, buffer));
      long start = 0;
      for (int i = 0; i < ends.size(); i++) {
        Run run = new Run(i, new Section(file.orElseThrow(), start, ends.get(i), piece));
        start = ends.get(i);
        if (run.advance()) {
          runs.add(run);
        }
      }
    }

    @Override
    public Optional<Entry> next() throws IOException {
      Run run = runs.poll();
      if (run == null) {
        return Optional.empty();
      }
      Entry entry = run.first;
      if (run.advance()) {
        runs.add(run);
      }
      return Optional.of(entry);
    }
  }

  private static final class Run {
    private final int number;
    private final DataInputStream in;
    private Entry first;

    Run(int number, InputStream in) {
      this.number = number;
      this.in = new DataInputStream(in);
    }

    boolean advance() throws IOException {
      int length;
      try {
        length = in.readInt();
      } catch (EOFException end) {
        return false;
      }
      byte[] key = in.readNBytes(length);
      byte[] value = in.readNBytes(in.readInt());
      first = new Entry(key, value);
      return true;
    }
  }

  /** One run in the file, read a piece at a time. */
  private static final class Section extends InputStream {
    private final FileChannel channel;
    private final long end;
    private final int most;
    private long position;
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

    Section(FileChannel channel, long start, long end, int most) {
      this.channel = channel;
      this.position = start;
      this.end = end;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      return ready() ? piece.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return ready() ? piece.read(bytes, offset, length) : -1;
    }

    private boolean ready() throws IOException {
      if (piece.available() == 0 && position < end) {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, end - position));
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, position + buffer.position()) < 0) {
            throw new IOException("the temporary file of a sort ended early");
          }
        }
        position += buffer.capacity();
        piece = new ByteArrayInputStream(buffer.array());
      }
      return piece.available() > 0;
    }
  }
}
