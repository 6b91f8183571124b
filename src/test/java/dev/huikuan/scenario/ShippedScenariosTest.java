package dev.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the default policy is a test of its own. */
class ShippedScenariosTest {

  @TestFactory
  Stream<DynamicTest> everyShippedScenarioHolds() throws IOException {
    List<PolicyFile> files = PolicyFolder.read(Path.of("").toAbsolutePath());
    Policy policy = Folders.load(files);
    ScenarioRun run = ScenarioRunner.run(policy, files);
    DynamicTest understood =
        dynamicTest("every file is understood", () -> assertThat(run.findings()).isEmpty());
    DynamicTest many =
        dynamicTest("there are scenarios", () -> assertThat(run.results()).hasSizeGreaterThan(100));
    DynamicTest everyRow =
        dynamicTest(
            "every row of every table is hit",
            () -> assertThat(Coverage.of(policy, run.hits()).findings()).isEmpty());
    return Stream.concat(
        Stream.of(understood, many, everyRow), run.results().stream().map(ShippedScenariosTest::test));
  }

  private static DynamicTest test(ScenarioResult result) {
    return dynamicTest(
        result.location() + ": " + result.name(),
        () ->
            assertThat(result.mismatches())
                .extracting(ScenarioResult.Mismatch::message)
                .extracting(Text::en)
                .isEmpty());
  }
}
