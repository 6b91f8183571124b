package dev.huikuan.policy.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.verification.CheckCases.Case;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.Demands;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each small table is told what is wrong with it, at its place, and nothing else: as a CSV, as the
 * catalogue of checks shows it, and as a workbook.
 */
class CheckCasesTest {

  private static final List<Case> CASES = CheckCases.read().cases();

  @TestFactory
  Stream<DynamicTest> tellsWhatIsWrongAndNothingElse() {
    return CASES.stream()
        .map(one -> DynamicTest.dynamicTest(one.code() + " " + one.name(), () -> check(one)));
  }

  @TestFactory
  Stream<DynamicTest> tellsTheSameOfWorkbooks() {
    return CASES.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.code() + " " + one.name(),
                    () ->
                        assertThat(found(one, AsWorkbooks.policy(one)))
                            .containsExactlyInAnyOrderElementsOf(AsWorkbooks.expected(one))));
  }

  @Test
  void everyKindOfTableFindingIsShownTwiceAndHasNearMisses() {
    Map<String, Long> shown =
        CASES.stream().collect(Collectors.groupingBy(Case::code, Collectors.counting()));
    for (Code code :
        List.of(
            Code.GAP,
            Code.GAP_UNKNOWN,
            Code.OVERLAP,
            Code.CONFLICT,
            Code.MASKED,
            Code.DUPLICATE,
            Code.MERGEABLE,
            Code.IDLE_COLUMN,
            Code.LADDER_ORDER,
            Code.CELL_RANGE,
            Code.UNKNOWN_CODE,
            Code.UNUSED,
            Code.MISSING_TEXT,
            Code.UNDECIDED)) {
      assertThat(shown.get(code.name())).as(code.name()).isGreaterThanOrEqualTo(2);
    }
    assertThat(CASES.size()).isGreaterThan(40);
    assertThat(shown.get("-")).isGreaterThan(12);
  }

  private static void check(Case one) {
    assertThat(found(one, one.policy())).containsExactlyInAnyOrderElementsOf(one.expected());
  }

  private static List<String> found(Case one, List<PolicyFile> files) {
    return CheckReport.of(files, Demands.NONE).findings().stream()
        .filter(finding -> !finding.location().startsWith("decision-tables/attributes.csv"))
        .filter(f -> f.code() != Code.UNCOVERED || one.code().equals("UNCOVERED"))
        .map(CheckCasesTest::line)
        .toList();
  }

  private static String line(Finding finding) {
    String place = finding.location().replaceFirst("^decision-tables/", "");
    return Stream.concat(
            Stream.of(finding.severity().name(), finding.code().name(), place),
            Stream.concat(
                finding.rows().stream(),
                finding.acknowledged().stream().map(reason -> "(" + reason + ")")))
        .collect(Collectors.joining(" "));
  }
}
