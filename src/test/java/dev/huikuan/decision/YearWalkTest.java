package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.DemoAccounts;
import dev.huikuan.Rounds;
import dev.huikuan.decision.YearWalk.Day;
import dev.huikuan.domain.Recommendation.Amount;
import dev.huikuan.domain.Value;
import dev.huikuan.portfolio.demo.DemoAccount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Accounts walked through a year under the default policy, taking the recommended action each day:
 * a third of the demo cases one decision a day, the others and accounts of every story of the demo
 * portfolio in leaps over days that only wait.
 */
@Tag("law")
class YearWalkTest {

  private static List<Map.Entry<String, ObjectNode>> looked;
  private static List<Day> daily;
  private static List<Day> days;

  @BeforeAll
  static void walkEveryAccount() {
    Map<Boolean, List<Map.Entry<String, ObjectNode>>> byPace =
        thirds(List.copyOf(Shipped.demoCases().entrySet()));
    looked = byPace.get(true);
    daily =
        looked.parallelStream()
            .flatMap(e -> YearWalk.of(e.getKey(), e.getValue(), (json, on) -> {}).stream())
            .toList();
    Stream<Day> leaping =
        byPace.get(false).parallelStream()
            .flatMap(e -> YearWalk.inLeaps(e.getKey(), e.getValue()).stream());
    Stream<Day> portfolio =
        thirds(DemoAccounts.ofEveryStory()).get(true).parallelStream()
            .flatMap(account -> YearWalk.inLeaps(account.id(), json(account)).stream());
    days = Stream.of(daily.stream(), leaping, portfolio).flatMap(all -> all).toList();
  }

  /** Every third, and the others; when more rounds are asked for, all and none. */
  private static <T> Map<Boolean, List<T>> thirds(List<T> all) {
    return all.stream()
        .collect(Collectors.partitioningBy(one -> Rounds.of(1) > 1 || all.indexOf(one) % 3 == 0));
  }

  private static ObjectNode json(DemoAccount account) {
    return Shipped.tree(account.json().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Day> dunning() {
    return days.stream().filter(Day::isDunning).toList();
  }

  @Test
  void everyDayIsDecided() {
    assertThat(daily).hasSize(looked.size() * YearWalk.DAYS);
    assertThat(days.stream().map(Day::account).distinct().count())
        .isGreaterThan(Shipped.demoCases().size() + 20);
    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.action().reason().zh()).isNotBlank();
              assertThat(day.action().reason().en()).isNotBlank();
            });
  }

  /** What is done in a year is the same, whether one looks each day or leaps. */
  @Test
  void aLeapPassesOverNothing() {
    Map<String, List<String>> eachDay = done(daily.stream());
    Map<String, List<String>> leaping =
        done(
            looked.parallelStream()
                .flatMap(e -> YearWalk.inLeaps(e.getKey(), e.getValue()).stream()));
    assertThat(leaping).isEqualTo(eachDay);
  }

  private static Map<String, List<String>> done(Stream<Day> days) {
    return days.filter(Day::taken)
        .collect(
            Collectors.groupingBy(
                Day::account,
                TreeMap::new,
                Collectors.mapping(
                    day -> day.on() + " " + day.action().code(), Collectors.toList())));
  }

  @Test
  void theWholeLadderIsClimbedSomewhere() {
    Set<Integer> levels = days.stream().map(Day::level).collect(Collectors.toSet());
    assertThat(levels).contains(0, 1, 2, 3, 4, 5);
  }

  @Test
  void noStepOfTheLadderIsSkipped() {
    assertThat(dunning())
        .allSatisfy(
            day ->
                assertThat(day.level())
                    .as(day.toString())
                    .isLessThanOrEqualTo(
                        day.reached()
                            .map(level -> level + 1)
                            .orElse(parameter(day, "firstContactMaxLevel"))));
  }

  @Test
  void noStepIsRepeatedWithinItsWait() {
    assertThat(days.stream().filter(day -> day.level() > 0 && day.sameAgo().isPresent()))
        .isNotEmpty()
        .allSatisfy(
            day ->
                assertThat(day.sameAgo().get())
                    .as(day.toString())
                    .isGreaterThanOrEqualTo(parameter(day, "stepWaitDays" + day.level())));
  }

  /** Work that is done is not asked for again the next day, and nobody is told the same daily. */
  @Test
  void nothingIsRepeatedWithinAWeek() {
    assertThat(
            days.stream()
                .filter(Day::taken)
                .filter(day -> !day.action().code().equals("WAIT") && day.sameAgo().isPresent()))
        .isNotEmpty()
        .allSatisfy(
            day -> assertThat(day.sameAgo().get()).as(day.toString()).isGreaterThanOrEqualTo(7));
  }

  private static int parameter(Day day, String code) {
    return ((Value.Num) Shipped.policy().parameters().value(code, day.on())).decimal().intValue();
  }

  @Test
  void heldMoneyIsNotChased() {
    assertThat(dunning())
        .allSatisfy(
            day -> {
              for (Amount amount : day.action().amounts()) {
                assertThat(amount.amount())
                    .as(day.toString())
                    .isPositive()
                    .isLessThanOrEqualTo(
                        day.collectible().getOrDefault(amount.currency(), BigDecimal.ZERO));
              }
              assertThat(day.action().amounts()).as(day.toString()).isNotEmpty();
              assertThat(day.action().receivables())
                  .as(day.toString())
                  .isNotEmpty()
                  .noneMatch(day.barred()::contains);
            });
  }

  @Test
  void whoMustNotBeContactedIsNot() {
    assertThat(days.stream().filter(day -> day.holds().contains("DO_NOT_CONTACT")))
        .isNotEmpty()
        .allSatisfy(
            day -> assertThat(day.action().kind()).as(day.toString()).isIn("INTERNAL", "WAIT"));
    assertThat(days.stream().filter(day -> day.holds().contains("INSOLVENCY_STAY")))
        .isNotEmpty()
        .allSatisfy(day -> assertThat(day.isDunning()).as(day.toString()).isFalse());
  }

  @Test
  void contactsStayWithinTheirCap() {
    assertThat(
            days.stream()
                .filter(Day::taken)
                .filter(day -> Set.of("REMINDER", "PRESSURE").contains(day.action().kind())))
        .isNotEmpty()
        .allSatisfy(
            day -> assertThat(day.contacts()).as(day.toString()).isLessThanOrEqualTo(day.cap()));
  }

  @Test
  void whoKeepsToAPlanIsNeverDunned() {
    ObjectNode plan = Shipped.demoCases().get("demo-27-plan-running");
    List<Day> years =
        Stream.of(1, 2, 6)
            .flatMap(count -> Stream.of(15, 45).map(interval -> List.of(count, interval)))
            .parallel()
            .flatMap(terms -> kept(plan, terms.get(0), terms.get(1)).stream())
            .toList();
    assertThat(years)
        .hasSize(6 * YearWalk.DAYS)
        .allSatisfy(day -> assertThat(day.isDunning()).as(day.toString()).isFalse());
  }

  private static List<Day> kept(ObjectNode plan, int count, int interval) {
    ObjectNode own = plan.deepCopy();
    schedule(own, count, interval);
    String name = "%s installments every %s days".formatted(count, interval);
    return YearWalk.of(name, own, YearWalkTest::payWhatIsDue);
  }

  @Test
  void whoMissesAnInstallmentIsDunnedInTheEnd() {
    assertThat(days.stream().filter(day -> day.account().equals("demo-27-plan-running")))
        .anyMatch(Day::isDunning);
  }

  /** What is still to come of the demo plan, cut into equal parts from the first day it shows. */
  private static void schedule(ObjectNode json, int count, int interval) {
    BigDecimal open = json.at("/receivables/0/outstanding").decimalValue();
    BigDecimal part = open.divideToIntegralValue(BigDecimal.valueOf(count));
    LocalDate first = LocalDate.parse(json.path("asOf").asText()).plusDays(5);
    ArrayNode schedule = ((ObjectNode) json.at("/agreements/0")).putArray("schedule");
    IntStream.range(0, count)
        .forEach(
            i ->
                schedule
                    .addObject()
                    .put("dueOn", first.plusDays((long) i * interval).toString())
                    .put(
                        "amount",
                        i < count - 1
                            ? part
                            : open.subtract(part.multiply(BigDecimal.valueOf(count - 1L))))
                    .put("paid", 0));
  }

  /** The customer pays each installment on its day. */
  private static void payWhatIsDue(ObjectNode json, LocalDate on) {
    ObjectNode receivable = (ObjectNode) json.at("/receivables/0");
    for (JsonNode installment : json.at("/agreements/0/schedule")) {
      if (installment.path("dueOn").asText().equals(on.toString())) {
        BigDecimal amount = installment.path("amount").decimalValue();
        ((ObjectNode) installment).put("paid", amount);
        receivable.put(
            "outstanding", receivable.path("outstanding").decimalValue().subtract(amount));
      }
    }
  }

  @Test
  void whoKeepsAPromiseOrAGracePeriodIsNeverDunned() {
    for (Map.Entry<String, String> kept :
        Map.of(
                "demo-24-promise-open",
                "/promises/0/dueOn",
                "demo-26-grace-running",
                "/agreements/0/until")
            .entrySet()) {
      ObjectNode json = Shipped.demoCases().get(kept.getKey());
      String day = json.at(kept.getValue()).asText();
      List<Day> year =
          YearWalk.of(
              kept.getKey() + " paid",
              json,
              (now, on) -> {
                if (on.toString().equals(day)) {
                  ((ObjectNode) now.at("/receivables/0")).put("outstanding", 0);
                }
              });
      assertThat(year).allSatisfy(d -> assertThat(d.isDunning()).as(d.toString()).isFalse());
    }
  }
}
