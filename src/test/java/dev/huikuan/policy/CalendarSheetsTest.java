package dev.huikuan.policy;

import static dev.huikuan.policy.TablePolicies.csv;
import static dev.huikuan.policy.TablePolicies.findings;
import static dev.huikuan.policy.TablePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar sheets of a policy. */
class CalendarSheetsTest {

  private static final String HEAD =
      "Calendar,China\nJurisdiction,Date,Day,Name (zh),Name (en),Source\n";

  @Test
  void sheetsInBothLanguagesAreOneCalendar() {
    HolidayCalendar calendar =
        policy(
                csv("a.csv", HEAD + "CN,2026-10-01,HOLIDAY,国庆节,National Day,S\n"),
                csv(
                    "b.csv",
                    "日历,调休\n法域,日期,安排,中文名称,英文名称,来源\n"
                        + "CN,2026-10-10,上班,,,S\nde,2026-12-24,放假,平安夜,Christmas Eve,S\n"))
            .calendar();

    assertThat(calendar.days("CN", 2026))
        .containsOnlyKeys(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 10));
    HolidayCalendar.Row worked = calendar.days("CN", 2026).get(LocalDate.of(2026, 10, 10));
    assertThat(worked.holiday()).isFalse();
    assertThat(worked.name()).isEqualTo(new Text("调休上班", "working day"));
    assertThat(calendar.covers("DE")).isTrue();
    assertThat(calendar.covers("FR")).isFalse();
  }

  @Test
  void aWeekendIsAParameterAndLeavesADayToWorkOn() {
    String head = "Parameters,p\nCode,Label (zh),Label (en),Type,Value\n";
    assertThat(
            findings(
                csv("p.csv", head + "weekend ZZ,休息日,Weekend,list of codes,\"周日, SATURDAY\"\n")))
        .filteredOn(finding -> finding.contains("p.csv"))
        .containsExactly("CELL_TYPE decision-tables/p.csv#E3");
    assertThat(
            findings(
                csv("p.csv", head + "weekend ZZ,休息日,Weekend,list of codes,\"星期日, SATURDAY\"\n")))
        .filteredOn(finding -> finding.contains("p.csv"))
        .isEmpty();
    assertThat(
            findings(
                csv(
                    "p.csv",
                    head
                        + "weekend ZZ,休息日,Weekend,list of codes,\"MONDAY, TUESDAY, WEDNESDAY,"
                        + " THURSDAY, FRIDAY, SATURDAY, SUNDAY\"\n")))
        .contains("CELL_RANGE decision-tables/p.csv#E3");
  }

  @Test
  void aDayOfEveryYearServesYearsWithoutDatedRows() {
    HolidayCalendar calendar =
        policy(
                csv(
                    "a.csv",
                    HEAD
                        + "CN,2026-10-02,HOLIDAY,国庆节,National Day,\n"
                        + "CN,*-10-01,HOLIDAY,国庆节,National Day,\n"))
            .calendar();

    assertThat(calendar.days("CN", 2026)).containsOnlyKeys(LocalDate.of(2026, 10, 2));
    assertThat(calendar.days("CN", 2027)).containsOnlyKeys(LocalDate.of(2027, 10, 1));
    assertThat(calendar.publishes("CN", 2026)).isTrue();
    assertThat(calendar.publishes("CN", 2027)).isFalse();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "China,2026-10-01,HOLIDAY,国庆节,National Day,|CELL_SYNTAX A3",
        "CN,1st of October,HOLIDAY,国庆节,National Day,|CELL_TYPE B3",
        "CN,2026-02-30,HOLIDAY,国庆节,National Day,|CELL_RANGE B3",
        "CN,*-13-01,HOLIDAY,国庆节,National Day,|CELL_SYNTAX B3",
        "CN,,HOLIDAY,国庆节,National Day,|CELL_SYNTAX B3",
        "CN,2026-10-01,HOLYDAY,国庆节,National Day,|CELL_SYNTAX C3",
        "CN,2026-10-01,HOLIDAY,国庆节,,|MISSING_TEXT E3",
      })
  void whatIsWrongIsNamedAtItsCell(String row, String expected) {
    String[] parts = expected.split(" ");

    assertThat(findings(csv("a.csv", HEAD + row + "\n")))
        .containsExactly(parts[0] + " decision-tables/a.csv#" + parts[1]);
  }

  @Test
  void aDayThatStandsTwiceIsAnError() {
    String row = "CN,2026-10-01,HOLIDAY,国庆节,National Day,\n";

    assertThat(findings(csv("a.csv", HEAD + row + row)))
        .containsExactly("DUPLICATE decision-tables/a.csv#B4");
    assertThat(findings(csv("a.csv", "Calendar,x\nDate,Day\n")))
        .containsExactly("HEAD decision-tables/a.csv#A1");
  }

  @Test
  void theVersionOfThePolicyChangesWithADay() {
    String row = "CN,2026-10-01,HOLIDAY,国庆节,National Day,\n";

    assertThat(policy(csv("a.csv", HEAD + row)).version())
        .isNotEqualTo(policy(csv("a.csv", HEAD + row.replace("10-01", "10-02"))).version());
  }
}
