package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.huikuan.access.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and out in a real browser, by keyboard alone. */
class SignInIT {

  private static Chromium chromium;
  private static Guarded guarded;
  private static String secret;

  @BeforeAll
  static void launch() {
    guarded = Guarded.open();
    secret = guarded.secret("An's browser", Role.COLLECTOR);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    guarded.close();
  }

  private static BrowserContext context(String locale, boolean script) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(script));
  }

  private static void open(Page page, String path) {
    page.navigate(guarded.server().url() + path);
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, true, Sign in, does not open anything, Sign out, Worklist",
    "zh-CN, true, 登录, 密钥无效, 退出登录, 催收工作清单",
    "en-GB, false, Sign in, does not open anything, Sign out, Worklist"
  })
  void aKeyIsEnteredByKeyboardAndTheDeskOpens(
      String locale, boolean script, String title, String wrong, String out, String desk) {
    try (BrowserContext context = context(locale, script)) {
      Page page = context.newPage();
      open(page, "/?q=x");
      assertThat(page.locator("h1")).hasText(title);
      assertThat(page.locator("#key")).isFocused();
      page.keyboard().type("hk_wrong");
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=alert]")).containsText(wrong);
      assertThat(page.locator("#key")).isFocused();
      assertThat(page.locator("#key")).hasValue("");
      page.keyboard().type(secret);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).containsText(desk);
      assertThat(page.url()).endsWith("/?q=x");
      assertThat(page.locator("header")).containsText("An's browser");
      page.locator("header .signed-in button").focus();
      assertThat(page.locator("header .signed-in button")).hasText(out);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText(title);
      open(page, "/");
      assertThat(page.locator("h1")).hasText(title);
    }
  }

  @Test
  void theScriptOfThePageCannotReadTheCookieAndFormsWork() {
    try (BrowserContext context = context("en-GB", true)) {
      Page page = context.newPage();
      open(page, "/sign-in");
      page.locator("#key").fill(secret);
      page.keyboard().press("Enter");
      assertThat(page.locator("#nothing-yet")).isVisible();
      open(page, "/try?case=demo-17-partial-dispute");
      page.locator("#pay").fill("30");
      page.locator("#pay").press("Enter");
      assertThat(page.locator(".hypothetical")).isVisible();
      page.locator(".switch").click();
      assertThat(page.locator("html")).hasAttribute("lang", "zh");
      assertThat(page.locator(".hypothetical")).isVisible();
      assertThat((String) page.evaluate("document.cookie")).doesNotContain("huikuan_session");
      List<Cookie> cookies = context.cookies();
      assertThat(cookies)
          .filteredOn(cookie -> cookie.name.equals("huikuan_session"))
          .singleElement()
          .matches(cookie -> cookie.httpOnly);
    }
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(360, 740))) {
      Page page = context.newPage();
      open(page, "/sign-in");
      assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
      page.locator("#key").fill(secret);
      page.keyboard().press("Enter");
      assertThat(page.locator("#nothing-yet")).isVisible();
      assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
    }
  }

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";
}
