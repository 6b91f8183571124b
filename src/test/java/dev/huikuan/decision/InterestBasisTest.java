package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import org.junit.jupiter.api.Test;

/** On what late interest rests, in words. */
class InterestBasisTest {

  private static final Policy POLICY = Policies.withRules().load();

  /** 36 500 yuan at 0.05 % a day bear 18.25 a day; late from 17 May. */
  private static Cases agreedRate(String agreement) {
    return Cases.thirtyDaysLate()
        .with(
            "/contracts",
            "[{\"id\": \"K\", \"lateInterest\": {\"percent\": 0.05, \"per\": \"DAY\"}}]")
        .with("/receivables/0/contractId", "\"K\"")
        .with("/receivables/0/amount", "36500")
        .with("/receivables/0/dueOn", "\"2026-05-16\"")
        .with("/agreements", agreement);
  }

  private static Text basis(Cases cases) {
    return decide(POLICY, cases).receivables().get(0).interestBasis();
  }

  private static final Text AGREED =
      new Text(
          "按合同约定日利率 0.05 % 计算（单利），不含此前迟付部分。",
          "As agreed in the contract, 0.05 % a day, simple; parts paid late before are left out.");

  @Test
  void oneRateForAllDaysNeedsNoMoreWords() {
    assertThat(basis(agreedRate("[]"))).isEqualTo(AGREED);
  }

  @Test
  void daysWithoutInterestByAgreementAreNamed() {
    Text text =
        basis(
            agreedRate(
                "[{\"id\": \"A\", \"kind\": \"GRACE\", \"receivableIds\": [\"R\"],"
                    + " \"agreedOn\": \"2026-06-11\", \"until\": \"2026-06-20\"}]"));

    assertThat(text.zh())
        .isEqualTo(
            AGREED.zh()
                + "分段计息：2026-05-17 至 2026-06-10（25 天）：日利率 0.05 %，CNY 456.25；"
                + "2026-06-11 至 2026-06-20：依协议不计息；"
                + "2026-06-21 至 2026-06-30（10 天）：日利率 0.05 %，CNY 182.50。");
    assertThat(text.en())
        .isEqualTo(
            AGREED.en()
                + " By period: 2026-05-17 to 2026-06-10 (25 days): 0.05 % a day, CNY 456.25; "
                + "2026-06-11 to 2026-06-20: none, by agreement; "
                + "2026-06-21 to 2026-06-30 (10 days): 0.05 % a day, CNY 182.50.");
  }

  @Test
  void whileItIsUnknownThereIsNothingToSay() {
    Cases cases = agreedRate("[]").with("/receivables/0/dueOn", "null");
    assertThat(basis(cases).isEmpty()).isTrue();
  }
}
