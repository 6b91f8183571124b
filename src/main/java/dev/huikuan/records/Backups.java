package dev.huikuan.records;

import dev.huikuan.domain.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Everything that is kept, as one file that either kind of database can be made of. Methods may
 * throw {@link RecordsUnavailable}.
 */
public interface Backups {

  /** A file that cannot be restored, or a database that it cannot be restored into. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;

    public Refused(String zh, String en) {
      super(en);
      this.why = new Text(zh, en);
    }

    public Text why() {
      return why;
    }
  }

  /**
   * Writes the state of one moment, while the service goes on.
   *
   * @return how many rows of each table
   */
  Map<String, Long> write(Path file, Instant now) throws IOException;

  /**
   * Fills an empty database: all or nothing, with counts and hashes checked.
   *
   * @return how many rows of each table
   * @throws Refused when the file or the database is not fit
   */
  Map<String, Long> restore(Path file) throws IOException;
}
