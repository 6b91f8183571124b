package dev.huikuan.cli;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.StoredCheck;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
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
   * @param database URL of it; empty: the user's own
   * @param policy as written on the command line; its rules are installed
   * @throws IOException when the port is taken
   * @throws Refusal when the database cannot be opened, or another serve has it
   */
  Service listen(String host, int port, Optional<String> database, Optional<String> policy)
      throws IOException;

  /**
   * Makes the version of a folder without errors active in a database; services that share it
   * follow.
   *
   * @param folder as written on the command line
   * @param check what its check found
   * @param note why
   * @return what is to be said
   * @throws Refusal when the database cannot be opened, or another version became active meanwhile
   */
  Text activate(Optional<String> database, List<PolicyFile> folder, StoredCheck check, String note);

  /** The version of the program, for {@code --version}. */
  String version();

  /**
   * What is asked of a start.
   *
   * @param activateFolder the folder's version is to be active, whatever is now
   * @param followFolder later changes of the folder are to be active, too
   * @param portfolio show the demo portfolio as of this date in place of the demo cases
   */
  record Start(boolean activateFolder, boolean followFolder, Optional<LocalDate> portfolio) {}

  /** A server that listens. */
  interface Service {

    /**
     * Puts the version into service that the database and the folder say; from then on requests are
     * answered.
     *
     * @param files of the policy folder
     * @param loaded what came of them
     * @return what a person is to be told
     */
    List<Text> open(List<PolicyFile> files, PolicyLoader.Loaded loaded, Start start);

    /** True when a version is in service. */
    boolean isServing();

    /** The line that start-up writes. */
    String greeting();

    void stop();
  }
}
