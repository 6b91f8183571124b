package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.PolicyFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** Accounts of five currencies in two ledgers, some held, under a small policy. */
final class SmallPortfolio {

  static final String ATTACK = "<script>alert(1)</script>";

  private static final List<String> CURRENCIES = List.of("CNY", "USD", "EUR", "GBP", "JPY");
  private static final List<Integer> MONTHS = List.of(5, 4, 3, 7);
  private static final String AGING =
      """
      Decision,aging,Aging,账龄
      Hit policy,FIRST
      ,When,Then
      Row,daysPastDue,agingBucket
      AG-1,<= 0,NOT_DUE
      AG-2,1..30,1-30
      AG-3,31..60,31-60
      AG-4,> 60,61-90
      """;
  private static final String NEXT =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,FIRST
      ,When,Then
      Row,daysPastDue,nextAction
      NA-1,>= 45,FORMAL_DEMAND
      NA-2,>= 1,COLLECTION_CALL
      NA-3,,WAIT
      """;
  private static final String STAY =
      """
      package huikuan.rules
      import dev.huikuan.policy.rules.Account
      global dev.huikuan.policy.rules.RuleOutput out
      rule "Stay"
      when
          Account( more("overdue", 900000) )
      then
          out.hold("INSOLVENCY_STAY");
      end
      """;

  private SmallPortfolio() {}

  static List<PolicyFile> policy() {
    return List.of(
        SmallPolicy.file("decision-tables/aging.csv", AGING),
        SmallPolicy.file(SmallPolicy.TABLE, NEXT),
        SmallPolicy.file("rules/stay.drl", STAY));
  }

  /** Decides twenty accounts, a quarter of them in the ledger {@code north}. */
  static void fill(LiveService service) {
    String paid = "";
    for (int i = 0; i < 20; i++) {
      paid = record(service, theCase(i));
    }
    report(service, paid, "{\"type\": \"NO_ANSWER\"}");
    report(service, paid, "{\"type\": \"PAID\", \"amount\": 100}");
  }

  private static String theCase(int i) {
    return """
        { "asOf": "2026-06-01", "ledger": "%s", "customer": { "id": "C-%s", "name": "%s" },
          "receivables": [ { "id": "INV-1", "currency": "%s", "amount": %s.25, "dueOn": "2026-0%s-20" } ] }
        """
        .formatted(
            i % 4 == 0 ? "north" : "default",
            i,
            "Customer " + ATTACK,
            CURRENCIES.get(i % CURRENCIES.size()),
            1_000_000 - 40_000L * i,
            MONTHS.get(i % MONTHS.size()));
  }

  private static String record(LiveService service, String json) {
    HttpResponse<String> made = service.post("/v1/decisions", json);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return LiveService.body(made).get("id").asText();
  }

  /** Outcomes of a decision make a chain: each is about the latest. */
  private static void report(LiveService service, String decision, String outcome) {
    String latest =
        LiveService.body(service.get("/v1/decisions/" + decision)).get("latest").asText();
    HttpResponse<String> told = service.post("/v1/decisions/" + latest + "/outcomes", outcome);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
  }

  /** A page, or with a header what a script of it asks for. */
  static HttpResponse<String> page(LiveService service, String path, String... headers) {
    var request = service.request(path).header("Accept", "text/html");
    return Running.unchecked(headers.length == 0 ? request : request.headers(headers));
  }

  /** Posts a form. */
  static HttpResponse<String> form(LiveService service, String path, String fields) {
    return Running.unchecked(
        service
            .request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
  }
}
