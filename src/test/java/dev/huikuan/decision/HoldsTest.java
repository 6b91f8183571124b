package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Hold;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hold of the shipped rules: it applies, it just does not, and unknown creates none. */
class HoldsTest {

  private static final Policy POLICY = Policies.withRules().table(Policies.NEXT_ACTION).load();

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void holdsOf(String situation, Cases cases, List<String> expected) {
    assertThat(decide(cases).holds()).extracting(Hold::code).isEqualTo(expected);
  }

  static Stream<Arguments> holdsOf() {
    return Stream.of(
            Stream.of(
                arguments("nothing but an amount and a due date", late(), List.of()),
                arguments(
                    "nothing but an amount",
                    Cases.of(
                        "{\"asOf\":\"2026-06-30\",\"customer\":{\"id\":\"C\"},"
                            + "\"receivables\":[{\"id\":\"R\",\"amount\":1000}]}"),
                    List.of())),
            customer(),
            nothingDue(),
            cash(),
            ownFault(),
            disputes(),
            agreed(),
            pauses(),
            contacts())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> customer() {
    return Stream.of(
        arguments(
            "do not contact", late("/customer/doNotContact", "true"), List.of("DO_NOT_CONTACT")),
        arguments("may be contacted", late("/customer/doNotContact", "false"), List.of()),
        arguments(
            "insolvent",
            late("/customer/financialStress", "\"INSOLVENT\""),
            List.of("INSOLVENCY_STAY")),
        arguments(
            "distressed is not insolvent",
            late("/customer/financialStress", "\"DISTRESSED\""),
            List.of()),
        arguments(
            "outstanding above amount",
            late("/receivables/0/outstanding", "1000.01"),
            List.of("DATA_QUALITY")),
        arguments(
            "outstanding equal to amount", late("/receivables/0/outstanding", "1000"), List.of()));
  }

  private static Stream<Arguments> nothingDue() {
    return Stream.of(
        arguments(
            "due today", late("/receivables/0/dueOn", "\"2026-06-30\""), List.of("NOTHING_DUE")),
        arguments("due yesterday", late("/receivables/0/dueOn", "\"2026-06-29\""), List.of()),
        arguments("no receivable", late("/receivables", "[]"), List.of("NOTHING_DUE")),
        arguments(
            "all paid", late("/receivables/0/outstanding", "0"), List.of("NOTHING_DUE", "PAID")),
        arguments(
            "too small to pursue",
            late("/receivables/0/outstanding", "9.99"),
            List.of("BELOW_MATERIALITY")),
        arguments("just worth pursuing", late("/receivables/0/outstanding", "10"), List.of()));
  }

  private static Stream<Arguments> cash() {
    return Stream.of(
        arguments(
            "bank data four business days old",
            late("/bankDataAsOf", "\"2026-06-24\""),
            List.of("WAIT_CASH_APPLICATION")),
        arguments(
            "bank data three business days old",
            late("/bankDataAsOf", "\"2026-06-25\""),
            List.of()),
        arguments(
            "stale bank data, nothing overdue",
            late("/bankDataAsOf", "\"2026-06-01\"").with("/receivables/0/dueOn", "\"2026-06-30\""),
            List.of("NOTHING_DUE")),
        arguments(
            "unapplied cash of 900 against 1 000 overdue",
            cash("900"),
            List.of("WAIT_CASH_APPLICATION")),
        arguments("unapplied cash of 899 against 1 000 overdue", cash("899"), List.of()));
  }

  private static Stream<Arguments> ownFault() {
    return Stream.of(
        arguments(
            "invoice known not to be delivered",
            late("/receivables/0/invoiceDeliveredOn", "null"),
            List.of("NOTHING_DUE", "INVOICE_NOT_DELIVERED")),
        arguments(
            "invoice delivered",
            late("/receivables/0/invoiceDeliveredOn", "\"2026-05-02\""),
            List.of()),
        arguments(
            "invoice wrong",
            late("/receivables/0/invoiceError", "true"),
            List.of("NOTHING_DUE", "INVOICE_ERROR")),
        arguments("invoice right", late("/receivables/0/invoiceError", "false"), List.of()),
        arguments(
            "acceptance known to be awaited",
            milestone("\"acceptedOn\": null"),
            List.of("ACCEPTANCE_PENDING")),
        arguments("accepted", milestone("\"acceptedOn\": \"2026-04-30\""), List.of()),
        arguments("acceptance unknown", milestone("\"percent\": 40"), List.of()));
  }

  private static Stream<Arguments> disputes() {
    return Stream.of(
        arguments(
            "dispute opened today",
            late("/receivables/0/dispute", "{\"openedOn\": \"2026-06-30\", \"amount\": 400}"),
            List.of("DISPUTE_OPEN")),
        arguments(
            "dispute opened tomorrow",
            late("/receivables/0/dispute", "{\"openedOn\": \"2026-07-01\", \"amount\": 400}"),
            List.of()),
        arguments(
            "dispute resolved today",
            late(
                "/receivables/0/dispute",
                "{\"openedOn\": \"2026-06-01\", \"resolvedOn\": \"2026-06-30\", \"amount\": 400}"),
            List.of()));
  }

  private static Stream<Arguments> agreed() {
    return Stream.of(
        arguments(
            "promise on the last day of its tolerance",
            promise("2026-06-25"),
            List.of("PROMISE_NOT_DUE")),
        arguments("promise a day over", promise("2026-06-24"), List.of()),
        arguments(
            "extension until today",
            extension("2026-06-30"),
            List.of("NOTHING_DUE", "GRACE_ACTIVE")),
        arguments("extension until yesterday", extension("2026-06-29"), List.of()));
  }

  private static Stream<Arguments> pauses() {
    return Stream.of(
        arguments(
            "customer paused until today",
            late("/customer/pause", "{\"until\": \"2026-06-30\", \"reason\": \"merger\"}"),
            List.of("EXCLUDED")),
        arguments(
            "customer paused until yesterday",
            late("/customer/pause", "{\"until\": \"2026-06-29\", \"reason\": \"merger\"}"),
            List.of()),
        arguments(
            "receivable paused",
            late("/receivables/0/pause", "{\"until\": \"2026-06-30\", \"reason\": \"audit\"}"),
            List.of("EXCLUDED")));
  }

  private static Stream<Arguments> contacts() {
    return Stream.of(
        arguments(
            "three contacts in seven days",
            contacts("2026-06-24", "2026-06-26", "2026-06-30"),
            List.of("CONTACT_CAP")),
        arguments(
            "the first of three has left the window",
            contacts("2026-06-23", "2026-06-26", "2026-06-30"),
            List.of()));
  }

  @Test
  void theDisputedPartAloneIsHeldAndTheRestStaysDue() {
    Recommendation answer =
        decide(late("/receivables/0/dispute", "{\"openedOn\": \"2026-06-01\", \"amount\": 400}"));

    Hold hold = answer.holds().get(0);
    assertThat(hold.effect()).isEqualTo("AMOUNT");
    assertThat(hold.receivables()).containsExactly("R");
    assertThat(hold.amount()).hasValue(new BigDecimal("400"));
    assertThat(hold.currency()).hasValue("CNY");
    assertThat(answer.receivables().get(0).collectible()).isEqualByComparingTo("600");
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.advice()).extracting(a -> a.code()).containsExactly("RESOLVE_ISSUE");
  }

  @Test
  void holdsStandInTheCataloguesOrderAndAreAllReturned() {
    Recommendation answer =
        decide(
            late("/receivables/0/dispute", "{\"amount\": 400}")
                .with("/customer/doNotContact", "true")
                .with("/customer/pause", "{\"reason\": \"merger\"}")
                .with("/receivables/0/invoiceError", "true"));

    assertThat(answer.holds())
        .extracting(Hold::code)
        .containsExactly(
            "DO_NOT_CONTACT", "NOTHING_DUE", "INVOICE_ERROR", "DISPUTE_OPEN", "EXCLUDED");
  }

  @Test
  void aHoldNamesItsLastDay() {
    assertThat(decide(promise("2026-06-25")).holds().get(0).until())
        .hasValue(LocalDate.of(2026, 6, 30));
    assertThat(decide(contacts("2026-06-24", "2026-06-26", "2026-06-30")).holds().get(0).until())
        .hasValue(LocalDate.of(2026, 7, 1));
  }

  @Test
  void aContradictionIsNamed() {
    Hold hold = decide(late("/receivables/0/outstanding", "1000.01")).holds().get(0);

    assertThat(hold.text().en()).contains("1000.01");
    assertThat(hold.text().zh()).contains("1000.01");
    assertThat(hold.receivables()).containsExactly("R");
  }

  @Test
  void aPausedReceivableTakesItsAmountOutAndBlocksNothing() {
    Recommendation answer =
        decide(
            late("/receivables/0/pause", "{\"reason\": \"audit\"}")
                .with("/receivables/-", "{\"id\":\"S\",\"amount\":70,\"dueOn\":\"2026-06-01\"}"));

    assertThat(answer.holds().get(0).effect()).isEqualTo("AMOUNT");
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.action().receivables()).containsExactly("S");
  }

  @Test
  void theLimitThatATableDecidesComesBeforeTheParameter() {
    Policy policy =
        Policies.withRules()
            .table(Policies.NEXT_ACTION)
            .table(
                """
                Decision,contact-limit,Contact limit,联系上限
                Hit policy,FIRST

                ,When,Then
                Row,customerSegment,maxContactsPer7Days
                CL-010,STRATEGIC,1
                CL-020,KEY,5
                """)
            .load();
    Cases one = contacts("2026-06-30");
    Cases three = contacts("2026-06-26", "2026-06-27", "2026-06-30");

    assertThat(codes(policy, one)).isEmpty();
    assertThat(codes(policy, one.with("/customer/segment", "\"STRATEGIC\"")))
        .containsExactly("CONTACT_CAP");
    assertThat(codes(policy, three)).containsExactly("CONTACT_CAP");
    assertThat(codes(policy, three.with("/customer/segment", "\"KEY\""))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {"电话、电子邮件 | CONTACT_CAP", "PHONE, UNANSWERED_CALL | ", "电子邮件 | CONTACT_CAP"})
  void whichContactsCountForTheCapIsAParameter(String counting, String hold) {
    Policy policy =
        Policies.withRules()
            .table("Parameters,parameters\nCode,Value\ncontactCapCounts,\"%s\"\n".formatted(counting))
            .load();
    Cases three = contacts("2026-06-26", "2026-06-27", "2026-06-30");

    assertThat(codes(policy, three)).isEqualTo(Stream.ofNullable(hold).toList());
  }

  @Test
  void whatIsNotKnownIsAnAlert() {
    Recommendation answer =
        decide(
            late("/receivables/-", "{\"id\":\"S\",\"amount\":70}")
                .with(
                    "/receivables/-",
                    "{\"id\":\"T\",\"amount\":7,\"currency\":\"BRL\",\"dueOn\":\"2026-06-01\"}"));

    assertThat(answer.alerts())
        .extracting(a -> a.code() + " " + a.receivables())
        .containsExactly(
            "BANK_DATA_UNKNOWN []", "DUE_DATE_UNKNOWN [S]", "EXCHANGE_RATE_MISSING [T]");
    assertThat(decide(late("/bankDataAsOf", "\"2026-06-30\"")).alerts()).isEmpty();
  }

  private static List<String> codes(Policy policy, Cases cases) {
    return new DecisionPipeline(policy)
        .decide(cases.under(policy).read()).holds().stream().map(Hold::code).toList();
  }

  private static Recommendation decide(Cases cases) {
    return new DecisionPipeline(POLICY).decide(cases.under(POLICY).read());
  }

  private static Cases late() {
    return Cases.thirtyDaysLate();
  }

  private static Cases late(String pointer, String json) {
    return Cases.thirtyDaysLate().with(pointer, json);
  }

  private static Cases cash(String amount) {
    return late(
        "/credits",
        "[{\"id\":\"U\",\"kind\":\"UNAPPLIED_CASH\",\"currency\":\"CNY\",\"amount\":%s}]"
            .formatted(amount));
  }

  private static Cases milestone(String property) {
    return late(
            "/contracts",
            """
            [{"id":"K","totalAmount":5000,"milestones":[{"id":"M","kind":"ACCEPTANCE",%s}]}]
            """
                .formatted(property))
        .with("/receivables/0/contractId", "\"K\"")
        .with("/receivables/0/milestoneId", "\"M\"");
  }

  private static Cases promise(String dueOn) {
    return late(
        "/promises",
        "[{\"receivableId\":\"R\",\"amount\":1000,\"dueOn\":\"%s\",\"paid\":0}]".formatted(dueOn));
  }

  private static Cases extension(String until) {
    return late(
        "/agreements",
        ("[{\"id\":\"A\",\"kind\":\"EXTENSION\",\"receivableIds\":[\"R\"],"
                + "\"agreedOn\":\"2026-06-01\",\"until\":\"%s\"}]")
            .formatted(until));
  }

  private static Cases contacts(String... days) {
    List<String> list =
        Stream.of(days)
            .map(
                day ->
                    "{\"at\":\"%sT10:00:00+08:00\",\"channel\":\"EMAIL\",\"outcome\":\"REACHED\"}"
                        .formatted(day))
            .toList();
    return late("/contacts", list.toString());
  }
}
