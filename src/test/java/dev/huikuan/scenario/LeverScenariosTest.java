package dev.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.app.PolicyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The practices that the default policy promises to follow have scenarios that bear their number.
 */
class LeverScenariosTest {

  private static final Pattern LEVER = Pattern.compile("L([1-9][0-9]?) .+", Pattern.DOTALL);

  /** Levers of the offers, the ladder, the exits and the choice between them. */
  private static final List<Integer> LEVERS =
      Stream.of(
              IntStream.rangeClosed(5, 9),
              IntStream.of(12, 15, 18, 30, 31, 35, 36),
              IntStream.rangeClosed(38, 42),
              IntStream.of(44, 45, 46, 53, 55),
              IntStream.rangeClosed(58, 67),
              IntStream.of(86))
          .flatMap(IntStream::boxed)
          .toList();

  @Test
  void everyLeverHasAtLeastTwoScenarios() throws IOException {
    Map<Integer, List<String>> byLever =
        ScenarioFiles.read(PolicyFolder.read(Path.of("").toAbsolutePath())).scenarios().stream()
            .map(Scenario::name)
            .distinct()
            .filter(name -> LEVER.matcher(name).matches())
            .collect(
                Collectors.groupingBy(
                    LeverScenariosTest::lever, TreeMap::new, Collectors.toList()));
    for (int lever : LEVERS) {
      assertThat(byLever.getOrDefault(lever, List.of()))
          .as("scenarios named L%s …", lever)
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static int lever(String name) {
    Matcher matcher = LEVER.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
