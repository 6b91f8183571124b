package dev.huikuan.app;

import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Policies of one table, told apart by the reason that they give. */
final class SmallPolicy {

  static final String TABLE = "decision-tables/next-action.csv";
  static final String SCENARIOS = "test-scenarios/calls.csv";
  static final String CASE =
      """
      {"asOf": "2026-06-01", "customer": {"id": "C-1"},
       "receivables": [{"id": "INV-1", "amount": 50000, "dueOn": "2026-03-01"}]}
      """;

  private SmallPolicy() {}

  /** The table that says so. */
  static String table(String reason) {
    return """
    Decision,next-action
    Hit policy,RULE ORDER
    ,When,Then,Notes,
    Row,daysPastDue,nextAction,Reason (zh),Reason (en)
    NA-1,>= 30,COLLECTION_CALL,该打电话了,%s
    """
        .formatted(reason);
  }

  /** Scenarios of which one expects this action. */
  static String scenarios(String action) {
    return """
    Scenarios,calls
    ,,Given,Expect
    Scenario,As of,daysPastDue,nextAction
    Late,2026-06-01,40,%s
    """
        .formatted(action);
  }

  static PolicyFile file(String path, String text) {
    return new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<PolicyFile> saying(String reason) {
    return List.of(file(TABLE, table(reason)), file(SCENARIOS, scenarios("COLLECTION_CALL")));
  }

  /** With a rule of its own, so that its rules must be installed where it is served. */
  static List<PolicyFile> withRule(String reason, String name) {
    List<PolicyFile> files = new ArrayList<>(saying(reason));
    files.add(
        file(
            "rules/own.drl",
            """
            package huikuan.rules
            import dev.huikuan.policy.rules.Account
            global dev.huikuan.policy.rules.RuleOutput out
            rule "%s"
            when
                Account( more("overdue", 1000000000) )
            then
                out.hold("INSOLVENCY_STAY");
            end
            """
                .formatted(name)));
    return files;
  }

  static String version(List<PolicyFile> files) {
    return PolicyVersion.of(files);
  }

  /** Writes a policy folder. */
  static void write(Path folder, List<PolicyFile> files) throws IOException {
    for (PolicyFile file : files) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
    }
  }
}
