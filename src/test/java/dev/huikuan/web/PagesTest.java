package dev.huikuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page is rendered once with canned records. */
class PagesTest {

  private static final String ATTACK = "\"><script>alert('x')</script><img src=x onerror=alert(1)>";

  private final Pages pages = new Pages();

  @ParameterizedTest
  @EnumSource
  void anAccountShowsEveryPartOfItsRecommendation(Language language) {
    String page = pages.desk(Canned.account(language, "Plain Ltd"));
    assertThat(page)
        .contains("<html lang=\"" + language.tag() + "\">", "Plain Ltd", "C-1001", "2026-11-25")
        .contains("CNY\u00a0270,000", "CNY\u00a050,000", "8,505.50", "NA-040", "PP-004")
        .contains("decision-tables/next-action.xlsx#Next action!A14", "rules/holds.drl:42")
        .contains("61..90", "B14", "EC-020", "&gt;= 90");
  }

  @Test
  void eachLanguageHasItsOwnWordsAndNoneOfTheOther() {
    assertThat(pages.desk(Canned.account(Language.EN, "Plain Ltd")))
        .contains("Collection call", "A quality dispute holds only its part", "Phone")
        .doesNotContain("电话催收", "该做什么");
    assertThat(pages.desk(Canned.account(Language.ZH, "Plain Ltd")))
        .contains("电话催收", "该做什么", "提醒、催收")
        .doesNotContain("Collection call", "What to do");
  }

  @ParameterizedTest
  @EnumSource
  void whatACustomerIsCalledStaysText(Language language) {
    assertThat(pages.desk(Canned.account(language, ATTACK)))
        .doesNotContain("<script>alert", "<img src=x")
        .contains("&lt;script&gt;");
    assertThat(pages.desk(Canned.worklist(language, ATTACK)))
        .doesNotContain("<script>alert", "<img src=x")
        .contains("&lt;script&gt;");
  }

  @Test
  void noPageCarriesCodeOrStyleOfItsOwn() {
    assertThat(pages.desk(Canned.account(Language.EN, "Plain Ltd")))
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("style=", "http://", "https://");
  }
}
