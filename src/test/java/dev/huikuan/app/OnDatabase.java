package dev.huikuan.app;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The real server over an open database, for tests and benchmarks in other rooms. */
public final class OnDatabase {

  private OnDatabase() {}

  public static HttpServer start(
      Database database, DecisionPipeline pipeline, Clock clock, List<PolicyFile> files)
      throws IOException {
    Workshops workshops = Workshops.over(database, new RulesOnDisk(Optional.empty()), clock);
    HttpServer server = HttpServer.listen("127.0.0.1", 0, workshops);
    server.open(pipeline, List.of(), files);
    return server;
  }
}
