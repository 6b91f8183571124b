package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.huikuan.lifecycle.StoredCases;
import dev.huikuan.store.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulation in a real browser, from its start to its result, by keyboard. */
class SimulationPagesIT {

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** A simulation takes one; without one it waits, as over a slow database. */
  private static final Semaphore GATE = new Semaphore(0);

  private static final StoredCases GATED =
      (ledger, taker) -> {
        GATE.acquireUninterruptibly();
        SimulationPagesTest.SOME.each(ledger, taker);
      };

  private static Chromium chromium;
  private static LiveService service;
  private static String home;
  private static String version;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void launch() throws Exception {
    service =
        LiveService.over(Databases.SQLITE.fresh(), SmallPolicy.saying("first"))
            .cases(GATED)
            .start();
    version = SimulationPagesTest.draft(service);
    home = service.request("").build().uri().toString();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    GATE.release(100);
    chromium.close();
    service.close();
  }

  private Page page(int width, boolean script) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setJavaScriptEnabled(script));
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  @AfterEach
  void theBrowserDidNotComplain() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  /** Starts one as the version's page does; it waits until the gate opens. */
  private static String start() {
    return SmallPortfolio.form(service, "/studio/" + version + "/simulations", "")
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  /** The page shows the result by itself; how soon depends on the machine. */
  private static void awaitOutcome(Page page) {
    assertThat(page.locator("#outcome"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
  }

  @ParameterizedTest
  @CsvSource({
    "en, The simulation is running, 30 with another action, Collection call, Formal demand",
    "zh, 正在模拟, 30 个换动作, 催收电话, 正式催款函"
  })
  void itIsFollowedToItsResultWithoutLoadingThePageAnew(
      String language, String running, String said, String from, String to) {
    Page page = page(1280, true);
    page.navigate(home + start() + "?lang=" + language);
    assertThat(page.locator("#running")).hasText(running);
    assertThat(page.locator("progress")).isVisible();
    page.evaluate("window.stayed = true");
    GATE.release();
    awaitOutcome(page);
    assertThat(page.locator("#outcome")).containsText(said);
    assertThat(page.locator("#said")).containsText(said);
    assertThat((boolean) page.evaluate("window.stayed === true")).isTrue();
    assertThat(page.locator(".matrix tbody tr").first()).containsText(from);
    assertThat(page.locator(".matrix .heat-5")).hasText("30");
    assertThat(page.locator(".matrix thead")).containsText(to);
    assertThat(page.locator(".changed > li")).hasCount(20);
    assertThat(page.locator(".changed > li").first()).containsText(SmallPortfolio.ATTACK);
    assertThat(page.locator(".changed .other").first()).containsText(to);
    page.locator(".changed summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".changed details").first().locator("code").first()).isVisible();
    assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"en, Cancel the simulation, was cancelled, Run again", "zh, 取消模拟, 模拟已取消, 重新模拟"})
  void itIsCancelledAndRunAgainByKeyboard(
      String language, String cancel, String cancelled, String again) {
    Page page = page(1280, true);
    page.navigate(home + start() + "?lang=" + language);
    page.locator("#run button").focus();
    assertThat(page.locator("#run button")).hasText(cancel);
    // longer than it takes to ask again how far it is: the focus stays
    page.waitForResponse(Pattern.compile("/studio/simulations/"), () -> {});
    assertThat(page.locator("#run button")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#ended")).containsText(cancelled);
    String first = page.url();
    page.locator(".again button").focus();
    assertThat(page.locator(".again button")).hasText(again);
    // the cancelled one goes through the gate, too, and ends there
    GATE.release(2);
    page.keyboard().press("Enter");
    awaitOutcome(page);
    assertThat(page.locator(".changed > li")).hasCount(20);
    assertThat(page.url()).isNotEqualTo(first);
  }

  @Test
  void withoutScriptThePageComesBackByItself() {
    Page page = page(1280, false);
    page.navigate(home + start() + "?lang=en");
    assertThat(page.locator("#running")).isVisible();
    GATE.release();
    awaitOutcome(page);
    assertThat(page.locator("#outcome")).containsText("30 with another action");
  }

  @Test
  void onAPhoneTheMovesAreAListAndNothingIsWiderThanTheScreen() {
    GATE.release();
    Page page = page(390, true);
    page.navigate(home + start() + "?lang=zh");
    awaitOutcome(page);
    assertThat(page.locator(".moves li")).hasCount(1);
    assertThat(page.locator(".moves li")).isVisible();
    assertThat(page.locator(".moves li")).containsText("催收电话 → 正式催款函");
    assertThat(page.locator(".matrix")).isHidden();
    assertThat((int) page.evaluate(OVERFLOW)).isLessThanOrEqualTo(0);
  }
}
