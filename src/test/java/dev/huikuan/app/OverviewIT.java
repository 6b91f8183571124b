package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.huikuan.store.Databases;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overview in a real browser: charts drawn of their tables, and ways to the desk. */
class OverviewIT {

  private static final String INKED =
      """
      canvas => {
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels.some((value, i) => i % 4 === 3 && value > 0);
      }
      """;

  /** The accounts were decided as of this day. */
  private static final String PAGE = "/overview?from=2026-06-01&lang=";

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static Chromium chromium;
  private static LiveService service;
  private static String home;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> strangers = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void launch() throws Exception {
    service = LiveService.over(Databases.POSTGRESQL.fresh(), SmallPortfolio.policy()).start();
    SmallPortfolio.fill(service);
    home = service.request("").build().uri().toString();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    service.close();
  }

  private Page open(String path, Browser.NewContextOptions options) {
    context = chromium.browser().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    String host = URI.create(home).getAuthority();
    page.onRequest(
        request -> {
          if (!request.url().startsWith("data:")
              && !host.equals(URI.create(request.url()).getAuthority())) {
            strangers.add(request.url());
          }
        });
    page.navigate(home + path);
    return page;
  }

  private static Browser.NewContextOptions screen(int width, ColorScheme scheme) {
    return new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
  }

  @AfterEach
  void nothingWentWrongInTheBrowser() {
    context.close();
    assertThat(complaints).isEmpty();
    assertThat(strangers).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, LIGHT, Collection call, Overdue, Which row works",
    "zh, DARK, 催收电话, 逾期金额, 哪一行有效"
  })
  void everyChartIsDrawnOfTheTableThatStandsByIt(
      String language, ColorScheme scheme, String action, String series, String rows) {
    Page page = open(PAGE + language, screen(1280, scheme));
    assertThat(page.locator("#row-table")).isVisible();
    assertThat(page.locator("#rows-title")).hasText(rows);
    assertThat(page.locator("#rows-said")).not().isEmpty();
    Locator charts = page.locator("canvas");
    assertThat(page.locator("canvas[data-drawn]")).hasCount(charts.count());
    assertThat(charts.count()).isEqualTo(8);
    for (Locator chart : charts.all()) {
      assertThat((boolean) chart.evaluate(INKED)).as(chart.getAttribute("data-table")).isTrue();
      assertThat(chart.getAttribute("aria-label")).isNotBlank();
      Locator table = page.locator("#" + chart.getAttribute("data-table"));
      assertThat(table.locator("[data-value]").count()).isPositive();
    }
    assertThat(page.locator("#by-action")).containsText(action);
    assertThat(page.locator("#aging-0 thead")).containsText(series);
    assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
  }

  @Test
  void nameAndNumberLeadToTheAccountsOnTheDesk() {
    Page page = open("/overview?lang=en&ledger=default", screen(1280, ColorScheme.LIGHT));
    Locator line = page.locator("#by-action tbody tr").filter(text("Formal demand"));
    String accounts = line.locator("td").first().textContent().strip();
    line.locator("a").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#total")).containsText(accounts + " account");
    page.locator(".filters summary").isVisible();
    assertThat(page.locator("#filter-action")).hasValue("FORMAL_DEMAND");
    assertThat(page.locator("#filter-ledger")).hasValue("default");
    page.goBack();
    page.locator("#aging-0 tbody a").first().click();
    assertThat(page.locator("#filter-bucket")).not().hasValue("");
    page.goBack();
    page.locator("#by-hold tbody a").first().click();
    assertThat(page.locator("#filter-hold")).hasValue("INSOLVENCY_STAY");
    assertThat(page.locator("#accounts tbody tr").first()).containsText(SmallPortfolio.ATTACK);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @ParameterizedTest
  @CsvSource({"en, Count", "zh, 统计"})
  void theRowsOfAnotherTableAreCountedByKeyboardWhileThePageStays(String language, String count) {
    Page page = open(PAGE + language, screen(1280, ColorScheme.LIGHT));
    assertThat(page.locator("#row-table tbody tr")).hasCount(3);
    page.locator("#table").selectOption("");
    page.locator("#table").focus();
    page.keyboard().press("Tab");
    assertThat(page.locator(".period button")).isFocused();
    assertThat(page.locator(".period button")).hasText(count);
    page.keyboard().press("Enter");
    assertThat(page.locator("#row-table tbody tr")).hasCount(7);
    assertThat(page.locator("#row-table")).containsText("AG-4");
    assertThat(page.locator("#row-figures canvas[data-drawn]")).hasCount(1);
    assertThat(page).hasURL(home + PAGE + language);
    page.locator("#from").fill("2031-01-01");
    page.keyboard().press("Enter");
    assertThat(page.locator("#row-table")).hasCount(0);
    assertThat(page.locator("#row-figures .none")).isVisible();
  }

  @Test
  void aChartIsDrawnAnewWhenTheColoursChange() {
    Page page = open(PAGE + "en", screen(1280, ColorScheme.LIGHT));
    Locator chart = page.locator("canvas[data-table=by-owner]");
    assertThat(page.locator("canvas[data-table=by-owner][data-drawn]")).hasCount(1);
    String light = (String) chart.evaluate("canvas => canvas.toDataURL()");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.waitForCondition(() -> !light.equals(chart.evaluate("canvas => canvas.toDataURL()")));
    assertThat((boolean) chart.evaluate(INKED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void onAPhoneNothingIsWiderThanTheScreen(String language) {
    Page page = open(PAGE + language, screen(390, ColorScheme.DARK));
    assertThat(page.locator("#row-table")).isVisible();
    assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
  }

  @Test
  void withoutScriptTheTablesStandAloneAndTheRowsAreCountedAllTheSame() {
    Page page = open(PAGE + "en", screen(1280, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    assertThat(page.locator("#by-action")).isVisible();
    assertThat(page.locator("#aging-0")).isVisible();
    assertThat(page.locator(".plot").first()).isHidden();
    page.locator(".period button").click();
    assertThat(page.locator("#row-table tbody tr")).hasCount(3);
    assertThat(page.locator("#rows-said")).containsText("3 rows, since 2026-06-01");
  }

  @Test
  void whenTheRowsCannotBeFetchedItIsSaidInTheirPlace() {
    Page page = open(PAGE + "en", screen(1280, ColorScheme.LIGHT));
    assertThat(page.locator("#row-table")).isVisible();
    page.route("**/overview?*", route -> route.abort());
    page.locator(".period button").click();
    assertThat(page.locator("#row-figures [role=alert]")).containsText("could not be counted");
    page.unroute("**/overview?*");
    page.locator(".period button").click();
    assertThat(page.locator("#row-table tbody tr")).hasCount(3);
    complaints.removeIf(said -> said.contains("ERR_FAILED") || said.startsWith("htmx:"));
  }
}
