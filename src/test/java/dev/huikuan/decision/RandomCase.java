package dev.huikuan.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A well-formed case with everything in it, made by chance from a seed; asOf 2026-06-30. */
public final class RandomCase {

  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  private final Random random;
  private final Cases cases;

  public RandomCase(long seed) {
    this.random = new Random(seed);
    this.cases =
        Cases.of(
            "{ \"asOf\": \"2026-06-30\", \"customer\": { \"id\": \"C\" }, \"contracts\": [],"
                + " \"receivables\": [], \"credits\": [], \"promises\": [], \"agreements\": [],"
                + " \"contacts\": [], \"actionsTaken\": [] }");
    contract();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      receivable(i);
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      credit(i);
      promise();
      agreement(i);
      history();
    }
  }

  public Cases cases() {
    return cases;
  }

  private void contract() {
    cases.with(
        "/contracts/-",
        "{ \"id\": \"K\", \"netDays\": %s, \"graceDays\": %s, \"totalAmount\": 9000, \"milestones\": [ { \"id\": \"M\", \"kind\": \"%s\", \"percent\": 50, \"completedOn\": %s, \"acceptedOn\": %s, \"invoicedOn\": %s } ] }"
            .formatted(
                random.nextInt(60),
                random.nextInt(40),
                one("PROGRESS", "ACCEPTANCE"),
                day(-60, 0),
                day(-30, 0),
                day(-30, 0)));
  }

  private void receivable(int i) {
    String contract = random.nextBoolean() ? ", \"contractId\": \"K\", \"milestoneId\": \"M\"" : "";
    String dispute =
        random.nextInt(4) == 0
            ? ", \"dispute\": { \"openedOn\": %s, \"resolvedOn\": %s, \"amount\": %s }"
                .formatted(day(-40, 0), random.nextBoolean() ? "null" : day(-20, 0), amount())
            : "";
    String pause =
        random.nextInt(6) == 0
            ? ", \"pause\": { \"until\": %s, \"reason\": \"\" }".formatted(day(-9, 30))
            : "";
    cases.with(
        "/receivables/-",
        "{ \"id\": \"R%s\", \"currency\": \"%s\", \"amount\": %s, \"outstanding\": %s, \"invoicedOn\": %s, \"invoiceDeliveredOn\": %s, \"dueOn\": %s, \"invoiceError\": %s %s %s %s }"
            .formatted(
                i,
                one("CNY", "CNY", "USD"),
                amount(),
                random.nextInt(5) == 0 ? 0 : amount(),
                day(-200, -10),
                random.nextInt(8) == 0 ? "null" : day(-200, -5),
                random.nextInt(5) == 0 ? "null" : day(-200, 40),
                random.nextInt(8) == 0,
                contract,
                dispute,
                pause));
  }

  private void credit(int i) {
    String target = one("", ", \"receivableId\": \"R9\"", ", \"contractId\": \"K\"");
    cases.with(
        "/credits/-",
        "{ \"id\": \"CR%s\", \"kind\": \"%s\", \"currency\": \"CNY\", \"amount\": %s, \"on\": %s %s }"
            .formatted(
                i, one("CREDIT_NOTE", "UNAPPLIED_CASH", "ADVANCE"), amount(), day(-30, 0), target));
  }

  private void promise() {
    String target = random.nextBoolean() ? ", \"receivableId\": \"R0\"" : "";
    cases.with(
        "/promises/-",
        "{ \"amount\": %s, \"dueOn\": %s, \"paid\": %s, \"madeOn\": %s %s }"
            .formatted(amount(), day(-60, 20), amount() / 4, day(-90, 0), target));
  }

  private void agreement(int i) {
    String rest =
        random.nextBoolean()
            ? "\"kind\": \"GRACE\", \"until\": " + day(-30, 30)
            : "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": %s, \"amount\": %s, \"paid\": %s }, { \"dueOn\": %s, \"amount\": %s } ]"
                .formatted(day(-60, 10), amount(), amount(), day(1, 60), amount());
    cases.with(
        "/agreements/-",
        "{ \"id\": \"A%s\", \"receivableIds\": [\"R0\", \"R1\"], \"agreedOn\": %s, %s }"
            .formatted(i, day(-90, 0), rest));
  }

  private void history() {
    cases
        .with(
            "/contacts/-",
            "{ \"at\": %s, \"channel\": \"%s\", \"outcome\": \"%s\" }"
                .formatted(moment(-20, 0), one("PHONE", "EMAIL"), one("REACHED", "NO_ANSWER")))
        .with(
            "/actionsTaken/-",
            "{ \"code\": \"%s\", \"at\": %s }"
                .formatted(one("FRIENDLY_REMINDER", "COLLECTION_CALL"), moment(-60, 0)));
  }

  private int amount() {
    return random.nextInt(2000);
  }

  private String one(String... options) {
    return List.of(options).get(random.nextInt(options.length));
  }

  private String day(int from, int to) {
    return '"' + AS_OF.plusDays(from + random.nextInt(to - from + 1)).toString() + '"';
  }

  private String moment(int from, int to) {
    return day(from, to).replaceFirst("\"$", "T08:00:00+08:00\"");
  }
}
