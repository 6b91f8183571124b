package dev.huikuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Language;
import dev.huikuan.web.reception.Pages;
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
    String page = pages.render("account.jte", Canned.account(language, "Plain Ltd"));
    assertThat(page)
        .contains("<html lang=\"" + language.tag() + "\">", "Plain Ltd", "C-1001", "2026-11-25")
        .contains("CNY\u00a0270,000", "CNY\u00a050,000", "8,505.50", "NA-040", "PP-004")
        .contains("decision-tables/next-action.xlsx#Next action!A14", "rules/holds.drl:42")
        .contains("61..90", "B14", "EC-020", "&gt;= 90");
  }

  @ParameterizedTest
  @EnumSource
  void anOfferShowsItsScheduleItsCostAndWhoMustAgree(Language language) {
    String page = pages.render("account.jte", Canned.account(language, "Plain Ltd"));
    assertThat(page)
        .contains("CNY\u00a0264,600", "2026-12-01", "37.24 %", "44.59 %", "0.65 %", "6,100.25")
        .contains("CREDIT_MANAGER → FINANCE", "2026-11-23 09:00", "Asia/Shanghai, UTC+08:00")
        .contains("CNY\u00a0201,141.35", "75 %", "CNY\u00a0187,300.50")
        .contains("2026-12-21", "94,500.00", "472.50", "94,972.50");
    // 81 000 down, twice 94 500 and their interest
    assertThat(page).contains("270,000.00", "1,417.50", "271,417.50");
    assertThat(page.indexOf("data-offer=\"OFFER_INSTALLMENTS\""))
        .as("the preferred one first")
        .isPositive()
        .isLessThan(page.indexOf("data-offer=\"OFFER_DISCOUNT\""));
    assertThat(page).contains("data-no-offer=\"GRACE_PERIOD\"");
  }

  @Test
  void eachLanguageHasItsOwnWordsAndNoneOfTheOther() {
    assertThat(pages.render("account.jte", Canned.account(Language.EN, "Plain Ltd")))
        .contains("Collection call", "A quality dispute holds only its part", "Phone")
        .contains("May be offered at once", "Installment plan", "What-if", "equal principal")
        .doesNotContain("电话催收", "该做什么", "分期", "审批");
    assertThat(pages.render("account.jte", Canned.account(Language.ZH, "Plain Ltd")))
        .contains("电话催收", "该做什么", "提醒、催收")
        .contains("可当场提供", "分期付款", "假设推演", "等额本金")
        .doesNotContain("Collection call", "What to do", "Installment", "Expected");
  }

  @ParameterizedTest
  @EnumSource
  void whatACustomerIsCalledStaysText(Language language) {
    assertThat(pages.render("account.jte", Canned.account(language, ATTACK)))
        .doesNotContain("<script>alert", "<img src=x")
        .contains("&lt;script&gt;");
    assertThat(pages.render("desk.jte", Canned.worklist(language, ATTACK)))
        .doesNotContain("<script>alert", "<img src=x")
        .contains("&lt;script&gt;");
  }

  @Test
  void noPageCarriesCodeOrStyleOfItsOwn() {
    assertThat(pages.render("account.jte", Canned.account(Language.EN, "Plain Ltd")))
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("style=", "http://", "https://");
  }
}
