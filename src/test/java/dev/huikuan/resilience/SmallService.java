package dev.huikuan.resilience;

import dev.huikuan.app.HttpServer;
import dev.huikuan.app.Records;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;

/**
 * The service with one small table as its policy, so that it starts in a moment: the database's
 * URL, then the file that will say the port.
 */
final class SmallService {

  private static final String TABLE =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,,Then
      Row,daysPastDue,customerSegment,nextAction
      NA-020,>= 15,-,COLLECTION_CALL
      NA-030,>= 1,-,FRIENDLY_REMINDER
      NA-040,-,KEY,VALUE_REPORT
      NA-990,-,-,WAIT
      """;

  private SmallService() {}

  public static void main(String[] args) throws Exception {
    Records records = Records.open(args[0]);
    List<PolicyFile> files =
        List.of(
            new PolicyFile(
                "decision-tables/next-action.csv", TABLE.getBytes(StandardCharsets.UTF_8)));
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    HttpServer server =
        HttpServer.start(
            "127.0.0.1",
            0,
            new DecisionPipeline(loaded.policy().orElseThrow()),
            loaded.findings(),
            Clock.systemUTC(),
            records,
            files);
    Path port = Path.of(args[1]);
    Path written = Files.writeString(port.resolveSibling("writing"), server.port() + "");
    Files.move(written, port, StandardCopyOption.ATOMIC_MOVE);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  records.close();
                }));
  }
}
