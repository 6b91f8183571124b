package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.decision.timing.Calendars;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alert;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.policy.Policy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

  private static final String CALENDAR =
      """
      Calendar,China
      Jurisdiction,Date,Day,Name (zh),Name (en),Source
      CN,2026-02-14,WORKDAY,,,
      CN,2026-02-16,HOLIDAY,春节,Spring Festival,
      CN,2026-02-17,HOLIDAY,春节,Spring Festival,
      CN,2026-02-18,HOLIDAY,春节,Spring Festival,
      CN,*-01-01,HOLIDAY,元旦,New Year's Day,
      """;

  private static final String CALL =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,>= 1,COLLECTION_CALL
      NA-990,-,WAIT
      """;

  private static final Policy POLICY = policy(Policies.withRules());
  private static final Policy NIGHT =
      withParameters(
          "defaultContactFrom,起,From,time,20:00", "defaultContactUntil,止,Until,time,02:00");

  private static Policy policy(Policies policies) {
    return policies.table(CALL).with("decision-tables/calendar.csv", CALENDAR).load();
  }

  private static Policy withParameters(String... rows) {
    return policy(
        Policies.withRules()
            .with(
                "decision-tables/own.csv",
                "Parameters,own\nCode,Label (zh),Label (en),Type,Value\n" + Policies.lines(rows)));
  }

  private static Cases late(String asOf) {
    return Cases.of(
        """
        { "asOf": "%s",
          "customer": { "id": "C" },
          "receivables": [ { "id": "R", "amount": 1000, "outstanding": 1000, "dueOn": "2025-01-31" } ],
          "contacts": [], "actionsTaken": [] }
        """
            .formatted(asOf));
  }

  private static Recommendation decide(Policy policy, Cases facts) {
    return new DecisionPipeline(policy).decide(facts.under(policy).read());
  }

  private static Recommendation inZone(Policy policy, String asOf, String country, String zone) {
    return decide(
        policy,
        late(asOf)
            .with("/customer/jurisdiction", '"' + country + '"')
            .with("/customer/timeZone", '"' + zone + '"'));
  }

  @ParameterizedTest(name = "{2} at {0} from {1}: contact {3}, due {4}")
  @CsvSource({
    "2026-03-03, CN, Asia/Shanghai, 2026-03-03T08:00+08:00, a Tuesday",
    "2026-03-07, CN, Asia/Shanghai, 2026-03-09T08:00+08:00, a Saturday",
    "2026-02-14, CN, Asia/Shanghai, 2026-02-14T08:00+08:00, a Saturday that is worked",
    "2026-02-15, CN, Asia/Shanghai, 2026-02-19T08:00+08:00, a Sunday before holidays",
    "2026-03-03T07:10:00+08:00, CN, Asia/Shanghai, 2026-03-03T08:00+08:00, early in the morning",
    "2026-03-03T10:10:30+08:00, CN, Asia/Shanghai, 2026-03-03T10:11+08:00, now to the minute",
    "2026-03-03T20:59:00+08:00, CN, Asia/Shanghai, 2026-03-03T20:59+08:00, the last minute",
    "2026-03-03T20:59:01+08:00, CN, Asia/Shanghai, 2026-03-04T08:00+08:00, too late",
    "2026-03-06T22:00:00+08:00, CN, Asia/Shanghai, 2026-03-09T08:00+08:00, Friday evening",
    "2026-03-03T22:00:00+08:00, DE, Europe/Berlin, 2026-03-03T15:00+01:00, afternoon over there",
    "2026-03-03T01:00:00+08:00, US, America/New_York, 2026-03-02T12:00-05:00, the day before there",
    "2026-03-27, DE, Europe/Berlin, 2026-03-27T08:00+01:00, winter time",
    "2026-03-28, DE, Europe/Berlin, 2026-03-30T08:00+02:00, over the change to summer time",
    "2026-10-24, DE, Europe/Berlin, 2026-10-26T08:00+01:00, over the change to winter time",
    "2026-03-06T23:00:00-05:00, US, America/New_York, 2026-03-09T08:00-04:00, the same over there",
    "2026-12-25, DE, Europe/Berlin, 2026-12-28T08:00+01:00, Christmas",
    "2026-11-26, US, America/New_York, 2026-11-27T08:00-05:00, Thanksgiving",
  })
  void contactsWhenTheCustomerWorks(
      String asOf, String country, String zone, String expected, String what) {
    assertThat(inZone(POLICY, asOf, country, zone).action().notBefore()).hasValue(expected);
  }

  @Test
  void withoutAZoneItIsTheDefaultZone() {
    assertThat(decide(POLICY, late("2026-03-03T01:00:00Z")).action().notBefore())
        .hasValue("2026-03-03T09:00+08:00");
  }

  @Test
  void theWindowOfAJurisdictionComesBeforeTheDefault() {
    Policy policy =
        withParameters(
            "contactFrom US,美国起,From US,time,09:30", "contactUntil US,美国止,Until US,time,17:00");

    assertThat(inZone(policy, "2026-03-03", "US", "America/New_York").action().notBefore())
        .hasValue("2026-03-03T09:30-05:00");
    assertThat(inZone(policy, "2026-03-03", "DE", "Europe/Berlin").action().notBefore())
        .hasValue("2026-03-03T08:00+01:00");
  }

  @Test
  void aWindowThatATableDecidesComesFirst() {
    Policy policy =
        policy(
            Policies.withRules()
                .table(
                    """
                    Decision,window,Window,时段
                    Hit policy,FIRST

                    ,When,Then
                    Row,action,contactFrom,contactUntil
                    CW-010,-,10:00,11:00
                    """));

    assertThat(decide(policy, late("2026-03-03")).action().notBefore())
        .hasValue("2026-03-03T10:00+08:00");
    assertThat(decide(policy, late("2026-03-03T11:00:00+08:00")).action().notBefore())
        .hasValue("2026-03-04T10:00+08:00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-03-03, 2026-03-03T20:00+08:00",
    "2026-03-03T12:00:00+08:00, 2026-03-03T20:00+08:00",
    "2026-03-04T01:00:00+08:00, 2026-03-04T01:00+08:00",
    "2026-03-04T02:00:00+08:00, 2026-03-04T20:00+08:00",
    "2026-03-06T23:00:00+08:00, 2026-03-06T23:00+08:00",
    "2026-03-07T01:00:00+08:00, 2026-03-09T20:00+08:00",
    "2026-03-09T01:00:00+08:00, 2026-03-09T20:00+08:00",
  })
  void aWindowMayGoOverMidnight(String asOf, String expected) {
    assertThat(decide(NIGHT, late(asOf)).action().notBefore()).hasValue(expected);
  }

  @ParameterizedTest(name = "{0} is due {1}, reviewed {2}")
  @CsvSource({
    "2026-03-03, 2026-03-05, 2026-03-06",
    "2026-03-05, 2026-03-09, 2026-03-10",
    "2026-02-12, 2026-02-14, 2026-02-19",
    "2026-02-13, 2026-02-19, 2026-02-20",
  })
  void theLastDayAndTheReviewAreBusinessDays(String asOf, LocalDate dueBy, LocalDate review) {
    Recommendation answer = decide(POLICY, late(asOf));

    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.action().dueBy()).hasValue(dueBy);
    assertThat(answer.nextReviewOn()).hasValue(review);
  }

  @Test
  void whatWasMovedStandsInTheTraceWithTheNameOfTheHoliday() {
    Recommendation answer = decide(POLICY, late("2026-02-16"));

    assertThat(moves(answer))
        .contains("Contact moves to 2026-02-19T08:00+08:00: Spring Festival.")
        .anyMatch(text -> text.contains("The last day moves from 2026-02-18 to 2026-02-20"));
    assertThat(moves(decide(POLICY, late("2026-03-03")))).isEmpty();
    assertThat(moves(decide(POLICY, late("2026-03-06T22:00:00+08:00"))))
        .contains("Contact moves to 2026-03-09T08:00+08:00: quiet hours, weekend.");
  }

  private static List<String> moves(Recommendation answer) {
    return answer.trace().stream()
        .filter(TraceEntry.Note.class::isInstance)
        .map(TraceEntry.Note.class::cast)
        .filter(note -> note.code().equals("MOVED_BY_CALENDAR"))
        .map(note -> note.text().en())
        .toList();
  }

  @Test
  void aYearThatIsNotPublishedIsSaid() {
    assertThat(alerts(decide(POLICY, late("2026-12-30")))).contains("CALENDAR_NOT_PUBLISHED");
    assertThat(decide(POLICY, late("2026-12-30")).action().dueBy())
        .hasValue(LocalDate.of(2027, 1, 4));
    assertThat(alerts(decide(POLICY, late("2026-03-03")))).doesNotContain("CALENDAR_NOT_PUBLISHED");
  }

  private static List<String> alerts(Recommendation answer) {
    return answer.alerts().stream().map(Alert::code).toList();
  }

  @Test
  void theReviewComesWhenAPromiseIsJudged() {
    Recommendation answer =
        decide(
            POLICY,
            late("2026-03-03")
                .with(
                    "/promises",
                    """
                    [ { "receivableId": "R", "amount": 1000, "dueOn": "2026-03-10", "paid": 0 } ]
                    """));

    assertThat(answer.action().code()).isEqualTo("WAIT");
    assertThat(answer.action().notBefore()).isEmpty();
    assertThat(answer.nextReviewOn()).hasValue(LocalDate.of(2026, 3, 16));
  }

  @Test
  void internalWorkHasNoEarliestMoment() {
    Recommendation answer =
        decide(POLICY, late("2026-03-07").with("/bankDataAsOf", "\"2026-01-05\""));

    assertThat(answer.action().code()).isEqualTo("RECONCILE_ACCOUNT");
    assertThat(answer.action().notBefore()).isEmpty();
    assertThat(answer.action().dueBy()).isPresent();
  }

  @Test
  void bankDataGrowOldByTheCreditorsCalendar() {
    Cases facts = late("2026-02-19").with("/bankDataAsOf", "\"2026-02-13\"");

    assertThat(decide(POLICY, facts).facts().get("bankDataAgeDays"))
        .isEqualTo(dev.huikuan.domain.Value.whole(2));
    assertThat(
            decide(POLICY, facts.with("/customer/jurisdiction", "\"DE\""))
                .facts()
                .get("bankDataAgeDays"))
        .isEqualTo(dev.huikuan.domain.Value.whole(2));
  }

  @Test
  void aPromiseIsJudgedByTheCustomersCalendar() {
    Cases facts =
        late("2026-02-19")
            .with(
                "/promises",
                """
                [ { "receivableId": "R", "amount": 1000, "dueOn": "2026-02-13", "paid": 0 } ]
                """);

    assertThat(decide(POLICY, facts).action().code()).isEqualTo("WAIT");
    assertThat(decide(POLICY, facts.with("/customer/jurisdiction", "\"DE\"")).action().code())
        .isEqualTo("COLLECTION_CALL");
  }

  @Test
  void anyDayAndHourGivesBusinessDaysInOrder() {
    Random random = new Random(3);
    Policy policy = POLICY;
    Calendars calendars = Calendars.of(policy);
    List<String> places =
        List.of("CN Asia/Shanghai", "DE Europe/Berlin", "US America/New_York", "GB Europe/London");
    for (int run = 0; run < 400; run++) {
      String[] place = places.get(random.nextInt(places.size())).split(" ");
      OffsetDateTime at =
          LocalDate.of(2026, 1, 1)
              .atStartOfDay(ZoneId.of("UTC"))
              .plusSeconds(random.nextInt(365 * 86_400))
              .toOffsetDateTime();
      String asOf = random.nextBoolean() ? at.toString() : at.toLocalDate().toString();
      Recommendation answer = inZone(policy, asOf, place[0], place[1]);
      BusinessDays days = calendars.of(place[0]);
      OffsetDateTime start = OffsetDateTime.parse(answer.action().notBefore().orElseThrow());
      LocalDate due = answer.action().dueBy().orElseThrow();
      LocalDate review = answer.nextReviewOn().orElseThrow();

      assertThat(days.isBusinessDay(start.toLocalDate())).as(asOf).isTrue();
      assertThat(start.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59));
      assertThat(start.getOffset())
          .isEqualTo(ZoneId.of(place[1]).getRules().getOffset(start.toInstant()));
      if (asOf.contains("T")) {
        assertThat(start.toInstant()).isAfterOrEqualTo(at.toInstant());
      }
      assertThat(due).as(asOf).isAfterOrEqualTo(start.toLocalDate());
      assertThat(days.isBusinessDay(due)).as(asOf).isTrue();
      assertThat(calendars.of("CN").isBusinessDay(review)).as(asOf).isTrue();
      assertThat(review).isAfter(LocalDate.parse(answer.asOf().substring(0, 10)).minusDays(1));
      assertThat(inZone(policy, asOf, place[0], place[1])).isEqualTo(answer);
    }
  }
}
