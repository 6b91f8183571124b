package dev.huikuan.cli;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.records.Backups;
import dev.huikuan.records.Housekeeping;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
   */
  Service listen(String host, int port) throws IOException;

  /**
   * Begins the log of the service on standard error.
   *
   * @param json one JSON object a line; else lines for people
   * @return takes what start-up says
   */
  Consumer<String> beginLog(boolean json);

  /**
   * Opens a database for commands on everything that is kept.
   *
   * @param database URL of it; empty: the user's own
   * @throws Refusal when it cannot be opened
   */
  Cellar cellar(Optional<String> database);

  /** Everything that is kept in an open database. */
  interface Cellar extends AutoCloseable {
    Housekeeping housekeeping();

    Backups backups();

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

    /**
     * From now on the service ends in order when the process is told to.
     *
     * @param grace how long it goes on serving, not ready, after SIGTERM
     */
    void stopOnSignal(Duration grace);
  }
}
