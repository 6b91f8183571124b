package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which term a name means in a table of each level. */
class TermNamesTest {

  @ParameterizedTest
  @CsvSource({
    "collectible, RECEIVABLE, collectible, RECEIVABLE",
    "collectible, ACCOUNT, collectible, ACCOUNT",
    "collectible, OPTION, collectible, ACCOUNT",
    "account.collectible, RECEIVABLE, collectible, ACCOUNT",
    "客户·可催收额, RECEIVABLE, collectible, ACCOUNT",
    "客户．可催收额, RECEIVABLE, collectible, ACCOUNT",
    "Account . Collectible, RECEIVABLE, collectible, ACCOUNT",
    "receivable.collectible, RECEIVABLE, collectible, RECEIVABLE",
    "creditLimit, RECEIVABLE, creditLimit, ACCOUNT",
    "信用额度, OPTION, creditLimit, ACCOUNT",
    "account.creditLimit, ACCOUNT, creditLimit, ACCOUNT",
    "totalAmount, RECEIVABLE, totalAmount, CONTRACT",
    "totalAmount, ACCOUNT, totalAmount, CONTRACT",
    "合同·合同总额, RECEIVABLE, totalAmount, CONTRACT",
    "lineAmount, RECEIVABLE, lineAmount, RECEIVABLE",
    "option.amount, OPTION, option.amount, OPTION",
    "方案金额, OPTION, option.amount, OPTION",
    "exchangeRate EUR, RECEIVABLE, exchangeRate EUR, ACCOUNT"
  })
  void aNameMeansTheTermAtTheLevelItIsReadFrom(
      String written, Level table, String code, Level level) {
    assertThat(TermNames.resolve(written, Words.VOCABULARY, table))
        .contains(new TermRef(Words.VOCABULARY.get(code), level));
  }

  @ParameterizedTest
  @CsvSource({
    "lineAmount, ACCOUNT",
    "lineAmount, OPTION",
    "receivable.lineAmount, ACCOUNT",
    "option.amount, ACCOUNT",
    "option.amount, RECEIVABLE",
    "totalAmount, OPTION",
    "account.lineAmount, RECEIVABLE",
    "nonsense, ACCOUNT",
    "somewhere.creditLimit, ACCOUNT",
    "account., ACCOUNT",
    "'', ACCOUNT"
  })
  void aTermOutOfSightIsNotFound(String written, Level table) {
    assertThat(TermNames.resolve(written, Words.VOCABULARY, table)).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidWithTheNearestTerms() {
    Finding typo = TermNames.unknown("credditLimit", Words.VOCABULARY, Level.ACCOUNT, "t.csv#B6");
    assertThat(typo.code()).isEqualTo(Finding.Code.UNKNOWN_TERM);
    assertThat(typo.location()).isEqualTo("t.csv#B6");
    assertThat(typo.found()).isEqualTo("credditLimit");
    assertThat(typo.nearest()).containsExactly("creditLimit");
    assertThat(typo.message().zh()).contains("`creditLimit`");
    Finding unseen = TermNames.unknown("行金额", Words.VOCABULARY, Level.ACCOUNT, "t.csv#B6");
    assertThat(unseen.message().en()).contains("a term of the receivable");
    assertThat(unseen.message().zh()).contains("客户层的决策表读不到它");
  }
}
