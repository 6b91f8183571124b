package dev.huikuan.cli;

import dev.huikuan.access.AuditLog;
import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the commands need of the house around them; app passes it in. */
public interface House {

  /**
   * The files of a policy.
   *
   * @param folder as written on the command line; empty: the working folder's, else the jar's
   * @throws Refusal when there is no such folder or it holds no policy
   */
  List<PolicyFile> policy(Optional<String> folder);

  /**
   * Listens for HTTP, not ready yet.
   *
   * @throws IOException when the port is taken
   * @throws Refusal when the place is not safe, or the database cannot be opened
   */
  Service listen(Place place) throws IOException;

  /**
   * Where a server listens, and to whom.
   *
   * @param database URL of it; empty: the user's own
   */
  record Place(String host, int port, Optional<String> database, Doorkeeper.Rules rules) {}

  /**
   * Opens the keys and the audit of a database.
   *
   * @param database URL of it; empty: the user's own
   * @throws Refusal when it cannot be opened
   */
  KeysAndAudit access(Optional<String> database);

  /** Keys and audit of an open database. */
  interface KeysAndAudit extends AutoCloseable {
    KeyDesk keys();

    AuditLog audit();

    @Override
    void close();
  }

  /** The version of the program, for {@code --version}. */
  String version();

  /** A server that listens. */
  interface Service {

    /**
     * Puts a policy into service; from then on requests are answered.
     *
     * @param portfolio show the demo portfolio as of this date in place of the demo cases
     */
    void open(
        DecisionPipeline pipeline,
        List<Finding> findings,
        List<PolicyFile> files,
        Optional<LocalDate> portfolio);

    /** The line that start-up writes. */
    String greeting();

    void stop();
  }
}
