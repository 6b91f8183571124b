package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers of the domain file, and what lowers the principal. */
class LateInterestTest {

  private static Value number(String decimal) {
    return Value.number(new BigDecimal(decimal));
  }

  private static FactBook decided(Cases cases, String percent, long base) {
    FactBook book = cases.book();
    book.put("R", "interestAnnualPercent", number(percent));
    book.put("R", "interestDayBase", Value.whole(base));
    return book;
  }

  private static Cases hundredThousandFor45Days() {
    return Cases.thirtyDaysLate()
        .with("/receivables/0/amount", "100000")
        .with("/receivables/0/dueOn", "\"2026-05-16\"");
  }

  @Test
  void statutoryInterestOfOrder802IsExact() {
    assertThat(decided(hundredThousandFor45Days(), "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("2250"));
  }

  @Test
  void britishInterestWithItsFixedSum() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/receivables/0",
                "{ \"id\": \"R\", \"amount\": 10000, \"currency\": \"GBP\", \"dueOn\": \"2026-05-01\" }");
    FactBook book = decided(cases, "11.75", 365);
    assertThat(book.receivable("R", "accruedInterest")).isEqualTo(number("193.15"));
    book.put("R", "interestFixedSum", Value.whole(100));
    assertThat(book.receivable("R", "accruedInterest")).isEqualTo(number("293.15"));
    assertThat(book.account("accruedInterest")).isEqualTo(number("2755.61"));
  }

  @Test
  void noneIsClaimedWhileNothingGivesARate() {
    assertThat(hundredThousandFor45Days().book().receivable("R", "accruedInterest"))
        .isEqualTo(Value.UNKNOWN);
    assertThat(hundredThousandFor45Days().book().account("accruedInterest"))
        .isEqualTo(Value.UNKNOWN);
  }

  @Test
  void theContractsRateHoldsWhereNoTableDecides() {
    Cases cases =
        DueDateTest.withContract(
                "{ \"id\": \"K\", \"lateInterest\": { \"percent\": 0.05, \"per\": \"DAY\" } }")
            .with("/receivables/0/amount", "100000")
            .with("/receivables/0/dueOn", "\"2026-05-16\"");
    assertThat(cases.book().receivable("R", "accruedInterest")).isEqualTo(number("2250"));
    cases.with("/contracts/0/lateInterest", "{ \"percent\": 12, \"per\": \"YEAR\" }");
    assertThat(cases.book().receivable("R", "accruedInterest")).isEqualTo(number("1479.45"));
    assertThat(decided(cases, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("2250"));
  }

  @Test
  void disputedAndCreditedMoneyBearsNone() {
    Cases cases =
        hundredThousandFor45Days()
            .with("/receivables/0/dispute", "{ \"amount\": 30000 }")
            .with(
                "/credits",
                "[ { \"id\": \"C\", \"kind\": \"CREDIT_NOTE\", \"amount\": 20000, \"receivableId\": \"R\" } ]");
    assertThat(decided(cases, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("1125"));
  }

  @Test
  void theDueDateItselfBearsNoneAndTheDayAfterDoes() {
    Cases cases = hundredThousandFor45Days().with("/receivables/0/dueOn", "\"2026-06-30\"");
    FactBook book = decided(cases, "18.25", 365);
    book.put("R", "interestFixedSum", Value.whole(40));
    assertThat(book.receivable("R", "accruedInterest")).isEqualTo(Value.whole(0));
    FactBook next = decided(cases.with("/receivables/0/dueOn", "\"2026-06-29\""), "18.25", 365);
    assertThat(next.receivable("R", "accruedInterest")).isEqualTo(Value.whole(50));
  }

  @Test
  void itIsRoundedToTheMinorUnitOfTheCurrency() {
    Cases yen =
        hundredThousandFor45Days()
            .with("/receivables/0/currency", "\"JPY\"")
            .with("/receivables/0/amount", "100");
    assertThat(decided(yen, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(Value.whole(2));
    Cases yuan = hundredThousandFor45Days().with("/receivables/0/amount", "0.2222");
    assertThat(decided(yuan, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("0"));
    yuan.with("/receivables/0/amount", "0.2223");
    assertThat(decided(yuan, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("0.01"));
  }

  @Test
  void withoutADueDateItIsUnknown() {
    Cases cases = hundredThousandFor45Days().with("/receivables/0/dueOn", "null");
    assertThat(decided(cases, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(Value.UNKNOWN);
  }

  private static Cases agreement(String rest) {
    return hundredThousandFor45Days()
        .with(
            "/agreements",
            "[ { \"id\": \"A\", \"receivableIds\": [\"R\"], \"agreedOn\": \"2026-06-11\", %s } ]"
                .formatted(rest));
  }

  /**
   * 100 000 at 18.25 % bear 50 a day; late from 17 May, agreed on 11 June: 25 days before, 20 from
   * then to 30 June.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"EXTENSION\", \"until\": \"2026-07-20\", \"interestContinues\": false | 1250",
        "\"kind\": \"EXTENSION\", \"until\": \"2026-07-20\", \"interestContinues\": true | 2250",
        "\"kind\": \"EXTENSION\", \"until\": \"2026-07-20\" | 1250",
        "\"kind\": \"GRACE\", \"until\": \"2026-06-20\", \"interestContinues\": false | 1750",
        "\"kind\": \"GRACE\", \"until\": \"2026-06-20\", \"interestContinues\": true | 2250",
        "\"kind\": \"DISCOUNT\", \"until\": \"2026-06-30\" | 1250",
        "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": \"2026-07-10\", \"amount\": 9 } ] | 1250",
        "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": \"2026-06-20\", \"amount\": 9, \"paid\": 9 } ] | 1750",
        "\"kind\": \"INSTALLMENTS\", \"schedule\": [ { \"dueOn\": \"2026-06-19\", \"amount\": 9 } ] | 1550",
      })
  void anAgreementLetsNoneAccrueUnlessInterestIsKnownToGoOn(String terms, String interest) {
    // the last plan is judged three business days after Friday 19 June, on Wednesday 24 June; the
    // 25th to the 30th bear interest again
    assertThat(decided(agreement(terms), "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number(interest));
  }

  @Test
  void interestThatGoesOnCountsFromTheOldDueDateAndNothingElseMoves() {
    Cases cases =
        agreement(
            "\"kind\": \"EXTENSION\", \"until\": \"2026-07-20\", \"interestContinues\": true");
    FactBook book = decided(cases, "18.25", 365);
    assertThat(book.receivable("R", "overdueFrom"))
        .isEqualTo(Value.date(java.time.LocalDate.of(2026, 5, 17)));
    assertThat(book.receivable("R", "daysPastDue")).isEqualTo(Value.whole(0));
    assertThat(book.receivable("R", "accruedInterest")).isEqualTo(number("2250"));
  }

  @Test
  void anAgreementOfUnknownDateFreesTheDaysBeforeIt() {
    Cases cases =
        agreement("\"kind\": \"GRACE\", \"until\": \"2026-06-20\"")
            .with("/agreements/0/agreedOn", "null");
    assertThat(decided(cases, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("500"));
  }

  @Test
  void anAgreementOnAnotherReceivableFreesNothing() {
    Cases cases =
        agreement("\"kind\": \"GRACE\", \"until\": \"2026-06-20\"")
            .with("/agreements/0/receivableIds", "[\"S\"]");
    assertThat(decided(cases, "18.25", 365).receivable("R", "accruedInterest"))
        .isEqualTo(number("2250"));
  }
}
