package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.util.List;

/** A cell of a scenario that cannot be understood; thrown while one is run, a finding outside. */
final class ScenarioFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  ScenarioFault(Finding finding) {
    super(finding.message().en());
    this.finding = finding;
  }

  ScenarioFault(String location, Text message) {
    this(Finding.error(Finding.Code.SCENARIO, location, message));
  }

  ScenarioFault(String location, Text message, String found, List<String> nearest) {
    this(
        Finding.error(Finding.Code.SCENARIO, location, withNearest(message, nearest))
            .found(found, Text.EMPTY, nearest));
  }

  Finding finding() {
    return finding;
  }

  private static Text withNearest(Text message, List<String> nearest) {
    if (nearest.isEmpty()) {
      return message;
    }
    String words = "`" + String.join("`, `", nearest) + "`";
    return new Text(message.zh() + "；是否指 " + words, message.en() + "; did you mean " + words + "?");
  }
}
