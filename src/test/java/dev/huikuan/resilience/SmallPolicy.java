package dev.huikuan.resilience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A policy of one small table: a process that has it starts quickly. */
final class SmallPolicy {

  static final String PATH = "decision-tables/next-action.csv";

  static final String TABLE =
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

  private SmallPolicy() {}

  /** Writes it as a policy folder. */
  static void into(Path folder) throws IOException {
    Path file = folder.resolve(PATH);
    Files.createDirectories(file.getParent());
    Files.write(file, TABLE.getBytes(StandardCharsets.UTF_8));
  }
}
