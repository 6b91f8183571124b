import dev.huikuan.client.ApiClient;
import dev.huikuan.client.ApiException;
import dev.huikuan.client.api.DecisionsApi;
import dev.huikuan.client.api.PoliciesApi;
import dev.huikuan.client.api.VocabularyApi;
import dev.huikuan.client.model.CaseWhatIf;
import dev.huikuan.client.model.CaseWhatIfPay;
import dev.huikuan.client.model.Customer;
import dev.huikuan.client.model.ModelCase;
import dev.huikuan.client.model.Policies;
import dev.huikuan.client.model.Problem;
import dev.huikuan.client.model.Receivable;
import dev.huikuan.client.model.Recommendation;
import dev.huikuan.client.model.TraceStep;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a caller writes who has nothing but the generated client; prints what it got. */
public final class UseTheClient {

  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    decides(new DecisionsApi(client));
    isToldWhatIsWrong(new DecisionsApi(client));
    System.out.println("terms " + new VocabularyApi(client).getVocabulary("en").getTerms().size());
    Policies policies = new PoliciesApi(client).getPolicies("en");
    System.out.println(
        "tables "
            + new PoliciesApi(client)
                .getPoliciesByVersion(policies.getActive(), "zh")
                .getTables()
                .size());
  }

  private static ModelCase exampleCase() {
    return new ModelCase()
        .asOf("2026-11-21")
        .customer(new Customer().id("C-1").creditScore(640))
        .addReceivablesItem(
            new Receivable()
                .id("INV-1")
                .amount(new BigDecimal("1234.56"))
                .dueOn(LocalDate.of(2026, 9, 19)));
  }

  private static void decides(DecisionsApi decisions) throws ApiException {
    Recommendation made = decisions.postDecisions(exampleCase(), true, null, "zh");
    System.out.println("customer " + made.getCustomerId());
    System.out.println("action " + made.getAction().getCode());
    System.out.println("outstanding " + made.getReceivables().get(0).getOutstanding());
    for (TraceStep step : made.getTrace()) {
      if ("next-action".equals(step.getDecision())) {
        System.out.println("row " + step.getRow() + " " + step.getLocation());
      }
    }
    ModelCase paid =
        exampleCase().whatIf(new CaseWhatIf().pay(new CaseWhatIfPay().percent(BigDecimal.TEN)));
    System.out.println(
        "hypothetical " + decisions.postDecisions(paid, null, null, null).getHypothetical());
  }

  private static void isToldWhatIsWrong(DecisionsApi decisions) throws Exception {
    ModelCase wrong = exampleCase();
    wrong.getReceivables().get(0).amount(new BigDecimal("-1"));
    try {
      decisions.postDecisions(wrong, true, null, "en");
    } catch (ApiException refused) {
      Problem problem =
          ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      System.out.println("problem " + refused.getCode() + " " + problem.getType());
      System.out.println("pointer " + problem.getErrors().get(0).getPointer());
    }
  }
}
