package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.WorkbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sheet in a real browser: found, walked through, changed, downloaded and made a draft. */
class SheetIT {

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final Pattern VERSION = Pattern.compile(".*/studio/[0-9a-f]{16}$");

  private static Chromium chromium;
  private static SheetBench bench;
  private static String broken;

  @BeforeAll
  static void launch() {
    bench = new SheetBench();
    broken = bench.draft(Map.of("B9", ">= thirty", "F10", SheetBench.ATTACK));
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    bench.close();
  }

  /** A page, and what its browser complains about. */
  private record Opened(BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {

    static Opened of(Browser.NewContextOptions options) {
      BrowserContext context = chromium.browser().newContext(options);
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.onRequest(
          request -> {
            if (!request.url().startsWith(bench.url())) {
              complaints.add("another host: " + request.url());
            }
          });
      return new Opened(context, page, complaints);
    }

    void go(String path) {
      page.navigate(bench.url() + path);
    }

    Locator cell(String address) {
      return page.locator("#grid [id='" + address + "']");
    }

    void press(String... keys) {
      for (String key : keys) {
        page.keyboard().press(key);
      }
    }

    /** Goes back by the tab key until something has the focus. */
    void backTo(String selector) {
      for (int i = 0; i < 40 && !isFocused(selector); i++) {
        press("Shift+Tab");
      }
      assertThat(page.locator(selector)).isFocused();
    }

    private boolean isFocused(String selector) {
      return (boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    @Override
    public void close() {
      context.close();
      assertThat(complaints).isEmpty();
    }
  }

  private static Browser.NewContextOptions wide(String language) {
    return new Browser.NewContextOptions()
        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
        .setViewportSize(1280, 900);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Error, there is no term, runs backwards, '1 change, 1 error', '1 change, no errors'",
    "zh, 错误, 没有名为, 前大后小, 1 处修改，1 处错误, 1 处修改，没有错误"
  })
  void fromAFindingToADraftByKeyboardAlone(
      String language, String error, String unknown, String backwards, String bad, String good)
      throws IOException {
    try (Opened opened = Opened.of(wide(language))) {
      Page page = opened.page();
      opened.go(SheetBench.sheet(broken, "") + "#B9");
      assertThat(opened.cell("B9")).isFocused();
      assertThat(opened.cell("B9")).hasClass(Pattern.compile("marked error"));
      assertThat(opened.cell("B9")).containsText(error);
      assertThat(page.locator("#found-B9")).isVisible();
      assertThat(page.locator("#found-B9")).containsText(unknown);

      change(opened, "5..1");
      assertThat(page.locator(".changes .said")).hasText(bad);
      assertThat(opened.cell("B9")).isFocused();
      assertThat(page.locator("#found-B9")).isVisible();
      assertThat(page.locator("#found-B9")).containsText(backwards);
      assertThat(page.locator("#sheet-said")).hasText(bad);

      change(opened, ">= 45");
      assertThat(page.locator(".changes .said")).hasText(good);
      assertThat(opened.cell("B9")).hasClass(Pattern.compile("changed"));
      assertThat(opened.cell("B9")).not().hasClass(Pattern.compile("marked"));

      opened.backTo("button[formaction$=workbook]");
      Download download = page.waitForDownload(() -> opened.press("Enter"));
      assertThat(download.suggestedFilename()).isEqualTo("next-action.xlsx");
      Grid grid =
          WorkbookReader.read(SheetBench.FILE, Files.readAllBytes(download.path())).grids().get(0);
      assertThat(grid.cell(9, 2).text()).isEqualTo(">= 45");
      assertThat(grid.cell(8, 2).text()).isEqualTo(">= 60");

      opened.backTo("#note");
      page.keyboard().type(language + " <b>later</b>");
      opened.press("Enter");
      page.waitForURL(VERSION);
      String made = page.url().replaceFirst(".*/", "");
      assertThat(made).isNotEqualTo(broken);
      assertThat(bench.life().archive().find(made).orElseThrow().errors()).isZero();
    }
  }

  /** Opens the cell that has the focus, writes into it and keeps it. */
  private static void change(Opened opened, String text) {
    opened.press("Enter");
    assertThat(opened.page().locator("#text")).isFocused();
    opened.press("Control+A");
    opened.page().keyboard().type(text);
    opened.press("Enter");
  }

  @Test
  void theKeysOfASpreadsheetProgramWalkAndEscapeLeaves() {
    try (Opened opened = Opened.of(wide("en"))) {
      Page page = opened.page();
      opened.go(SheetBench.sheet(bench.version(), "") + "#B9");
      opened.press("ArrowRight");
      assertThat(opened.cell("C9")).isFocused();
      opened.press("ArrowDown", "ArrowLeft", "ArrowLeft");
      assertThat(opened.cell("A10")).isFocused();
      opened.press("End");
      assertThat(opened.cell("F10")).isFocused();
      opened.press("Home", "ArrowRight");
      page.keyboard().type(">= 7");
      assertThat(page.locator("#text")).hasValue(">= 7");
      opened.press("Escape");
      assertThat(opened.cell("B10")).isFocused();
      assertThat(opened.cell("B10")).containsText(">= 1");
      assertThat(page.locator(".changes .said")).hasText("Nothing is changed yet.");

      opened.cell("C10").dblclick();
      assertThat(page.locator("#text")).hasAttribute("list", "values-C");
      page.keyboard().type("WATCH");
      opened.press("Enter");
      assertThat(page.locator(".changes .said")).hasText("1 change, no errors");
      opened.press("Delete");
      assertThat(page.locator(".changes .said")).hasText("Nothing is changed yet.");

      opened.press("ArrowDown", "Home");
      assertThat(opened.cell("A11")).isFocused();
      page.keyboard().type("NA-040");
      opened.press("Enter");
      assertThat(opened.cell("A11")).containsText("NA-040");
      page.locator("button[name=undo]").click();
      assertThat(page.locator(".changes .said")).hasText("Nothing is changed yet.");
    }
  }

  @Test
  void whatStandsInCellsIsTextAndTheMeaningOfAHeaderIsAtHand() {
    try (Opened opened = Opened.of(wide("en"))) {
      opened.go(SheetBench.sheet(broken, "&lang=en"));
      assertThat(opened.cell("F10")).containsText(SheetBench.ATTACK);
      opened.cell("F10").dblclick();
      assertThat(opened.page().locator("#text")).hasValue(SheetBench.ATTACK);
      opened.page().locator("#text").fill(SheetBench.ATTACK + "!");
      opened.press("Enter");
      assertThat(opened.cell("F10")).containsText(SheetBench.ATTACK + "!");
      assertThat(opened.page().locator(".changed-cells")).containsText(SheetBench.ATTACK);
      opened.page().locator("[popovertarget='term-C7']").click();
      assertThat(opened.page().locator("#term-C7")).containsText("financialStress");
      opened.press("Escape");
      assertThat(opened.page().locator("#term-C7")).isHidden();
    }
  }

  @Test
  void hitsAreCountedWhenAskedForAndStayWhileACellChanges() {
    bench.recorded("default", 40);
    try (Opened opened = Opened.of(wide("en"))) {
      opened.go(SheetBench.sheet(bench.version(), ""));
      opened.page().locator(".hits summary").click();
      opened.page().locator("#hits-form button").click();
      assertThat(opened.page().locator("#hits-said")).containsText("1 row was never hit");
      assertThat(opened.page().locator("#hits-9 .count")).hasText("1");
      assertThat(opened.page().locator("#hits-8")).hasText("never");
      opened.cell("B9").focus();
      change(opened, ">= 45");
      assertThat(opened.page().locator(".changes .said")).hasText("1 change, no errors");
      assertThat(opened.page().locator("#hits-9 .count")).hasText("1");
      opened.page().locator("#hits-from").fill("2000-01-01");
      opened.page().locator("#hits-to").fill("1999-01-01");
      opened.page().locator("#hits-form button").click();
      assertThat(opened.page().locator("#hits-said")).containsText("the first not after the last");
    }
  }

  @Test
  void withoutScriptACellIsChangedWithButtons() {
    try (Opened opened = Opened.of(wide("en").setJavaScriptEnabled(false))) {
      Page page = opened.page();
      opened.go(SheetBench.sheet(bench.version(), ""));
      opened.cell("B9").hover();
      opened.cell("B9").locator("button.pen").click();
      assertThat(page.locator("#text")).hasValue(">= 30");
      page.locator("#text").fill("5..1");
      opened.press("Enter");
      assertThat(opened.cell("B9")).containsText("Error");
      page.locator(".switch").click();
      assertThat(page.locator("html")).hasAttribute("lang", "zh");
      assertThat(page.locator(".changes .said")).hasText("1 处修改，1 处错误");
      page.locator("button[name=undo]").click();
      assertThat(page.locator(".changes .said")).hasText("尚无修改。");
    }
  }

  @Test
  void whenTheServiceDoesNotAnswerWhatWasTypedStays() {
    try (Opened opened = Opened.of(wide("en"))) {
      Page page = opened.page();
      opened.go(SheetBench.sheet(bench.version(), "") + "#B9");
      page.route(
          "**/cells",
          route ->
              route.fulfill(
                  new com.microsoft.playwright.Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody("<!doctype html><title>sign in</title>")));
      change(opened, ">= 45");
      assertThat(page.locator("#sheet-failed")).isVisible();
      assertThat(page.locator("#text")).hasValue(">= 45");
      page.unroute("**/cells");
      opened.press("Enter");
      assertThat(page.locator(".changes .said")).hasText("1 change, no errors");
      assertThat(page.locator("#sheet-failed")).isHidden();
    }
  }

  @ParameterizedTest
  @CsvSource({"390, LIGHT", "390, DARK", "1280, DARK"})
  void nothingIsWiderThanTheScreen(int width, ColorScheme scheme) {
    try (Opened opened = Opened.of(wide("zh").setViewportSize(width, 844).setColorScheme(scheme))) {
      opened.go(SheetBench.sheet(broken, ""));
      assertThat((int) opened.page().evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
      opened.cell("B9").locator("button.mark").click();
      assertThat(opened.page().locator("#found-B9")).isVisible();
      assertThat((int) opened.page().evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
      opened.press("Escape");
      opened.cell("B9").dblclick();
      opened.page().locator("#text").fill(">= 45");
      opened.press("Enter");
      assertThat(opened.page().locator(".changed-cells li")).hasCount(1);
      assertThat((int) opened.page().evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh, DARK"})
  void theRulesOfAccessiblePagesAreKept(String language, ColorScheme scheme) {
    try (Opened opened = Opened.of(wide(language).setColorScheme(scheme))) {
      opened.go(SheetBench.sheet(broken, "") + "#B9");
      assertThat(opened.page().locator("#found-B9")).isVisible();
      assertAccessible(opened.page());
      opened.press("Escape");
      change(opened, "5..1");
      assertThat(opened.page().locator(".changed-cells li")).hasCount(1);
      opened.page().locator(".hits summary").click();
      opened.page().locator("#hits-form button").click();
      assertThat(opened.page().locator("#hits-said")).not().isEmpty();
      opened.cell("C9").dblclick();
      assertThat(opened.page().locator("#text")).isVisible();
      assertAccessible(opened.page());
    }
  }

  private static void assertAccessible(Page page) {
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .toList();
    assertThat(serious).isEmpty();
  }
}
