package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.domain.Case;
import dev.huikuan.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DemoCasesTest {

  @TestFactory
  Stream<DynamicTest> everyShippedCaseIsReadAndFlattened() throws IOException {
    Policy policy = BuiltIn.policy();
    CaseReader reader = new CaseReader(policy);
    return Files.list(Path.of("test-scenarios", "cases"))
        .filter(path -> path.toString().endsWith(".json"))
        .sorted()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path.getFileName().toString(),
                    () -> {
                      Case read =
                          reader.read(Files.readAllBytes(path), Optional.empty(), Cases.NOW);
                      assertThat(Facts.of(read, policy).book(Map.of()).known()).isNotEmpty();
                    }));
  }
}
