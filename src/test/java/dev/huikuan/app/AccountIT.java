package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The collector's day on the page of an account, in a real browser. */
class AccountIT {

  private static final String ATTACK =
      "<script>document.title='owned'</script><img src=x onerror=alert(1)>";
  private static final int MOST_TABS = 150;

  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private final Ledgers ledger = Ledgers.fresh();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void openPage() {
    use(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
  }

  private void use(Browser.NewContextOptions options) {
    context = chromium.browser().newContext(options);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("422")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(Running.server().url())) {
            complaints.add("a request to " + request.url());
          }
        });
  }

  @AfterEach
  void theBrowserDidNotComplain() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private String recorded(String customer, int amount) {
    JsonNode decision =
        ledger.record(
            """
            {"asOf": "2026-11-20", "bankDataAsOf": "2026-11-19",
             "customer": {"id": "C-%s", "name": "%s", "jurisdiction": "CN", "segment": "STANDARD",
               "creditScore": 600, "timeZone": "Asia/Shanghai", "financialStress": "WATCH"},
             "receivables": [
               {"id": "INV-1", "currency": "CNY", "amount": %s, "dueOn": "2026-09-20",
                "invoiceDeliveredOn": "2026-08-20"}],
             "contacts": [{"at": "2026-11-10T10:00:00+08:00", "channel": "EMAIL", "outcome": "REACHED"}],
             "actionsTaken": [{"code": "FRIENDLY_REMINDER", "at": "2026-10-05T09:00:00+08:00"}]}
            """
                .formatted(amount, customer.replace("\"", "\\\""), amount));
    return decision.get("id").asText();
  }

  private void open(String path) {
    page.navigate(Running.server().url() + path);
  }

  /** Presses Tab until the element has the focus, as somebody without a mouse does. */
  private void tabTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      boolean there =
          (boolean)
              page.evaluate(
                  "s => document.activeElement && document.activeElement.matches(s)", selector);
      if (there) {
        return;
      }
    }
    throw new AssertionError("no way by Tab to " + selector);
  }

  private void press(String selector) {
    tabTo(selector);
    page.keyboard().press("Enter");
  }

  @ParameterizedTest
  @CsvSource({
    "en, No answer, Recorded, What changes, Did something else",
    "zh, 未联系上, 已记录, 有什么变化, 采取了其他动作"
  })
  void aDayByKeyboardAlone(
      String language, String noAnswer, String recorded, String changes, String other) {
    recorded("Plain Ltd", 9000);
    recorded(ATTACK, 900000);
    open("/?ledger=" + ledger.name() + "&lang=" + language);
    press("#accounts tbody tr:first-child a");
    assertThat(page.locator("h1")).hasText(ATTACK);
    assertThat(page.locator(".step-decisive .row-matched .cell-yes").first()).containsText("✓");
    assertThat(page.locator(".there")).containsText("Asia/Shanghai");

    tabTo("#pay");
    page.keyboard().type("60");
    page.keyboard().press("Enter");
    assertThat(page.locator("#differences")).containsText(changes);
    assertThat(page.locator("#differences")).isFocused();
    assertThat(page.locator("mark.changed").first()).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*[?&]pay=60.*"));
    assertThat(page.url()).doesNotContain("set.");
    press(".what-if form + form button");
    assertThat(page.locator(".hypothetical")).hasCount(0);

    press(".quick button[value=NO_ANSWER]");
    assertThat(page.locator("#reported")).containsText(recorded);
    assertThat(page.locator("#reported")).containsText(noAnswer);
    assertThat(page.locator("#reported")).isFocused();

    press("[data-outcome=overridden] > summary");
    tabTo("#overridden-action");
    page.keyboard().press("ArrowDown");
    tabTo("#overridden-note");
    page.keyboard().type(ATTACK);
    press("[data-outcome=overridden] .ask button");
    assertThat(page.locator("#reported")).containsText(other);
    assertThat(page.locator(".timeline .entry-outcome")).hasCount(2);
    assertThat(page.locator(".timeline .entry-outcome p").first()).hasText(ATTACK);
    assertThat(page.title()).doesNotContain("owned");

    press(".crumbs a[rel=next]");
    assertThat(page.locator("h1")).hasText("Plain Ltd");
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  @Test
  void aPromiseTakesTwoClicksAndIsFilledWithWhatIsMostLikely() {
    String id = recorded("Plain Ltd", 9000);
    open("/decisions/" + id + "?lang=en");
    page.locator("[data-outcome=promise] > summary").click();
    assertThat(page.locator("#promise-amount")).hasValue("9000");
    assertThat(page.locator("#promise-promisedOn"))
        .hasValue(Pattern.compile("2026-11-\\d\\d|2026-12-\\d\\d"));
    page.locator("[data-outcome=promise] .ask button").click();
    assertThat(page.locator("#reported")).containsText("Promised to pay · 9,000");
    assertThat(page.locator("#promises + .entries")).containsText("open");
  }

  @Test
  void aFaultStandsAtItsFieldAndWhatWasTypedIsStillThere() {
    String id = recorded("Plain Ltd", 9000);
    open("/decisions/" + id + "?lang=zh");
    page.locator("[data-outcome=paid] > summary").click();
    page.locator("#paid-amount").fill("viel");
    page.locator("#paid-note").fill(ATTACK);
    page.locator("[data-outcome=paid] .ask button").click();
    assertThat(page.locator("#paid-amount-fault")).containsText("应为");
    assertThat(page.locator("#paid-amount")).hasValue("viel");
    assertThat(page.locator("#paid-note")).hasValue(ATTACK);
    page.locator("#paid-amount").fill("100");
    page.locator("[data-outcome=paid] .ask button").click();
    assertThat(page.locator("#reported")).containsText("已付款 · 100");
  }

  @Test
  void anotherFactIsAddedAndTheAnswerKeepsWhatWasTypedBeside() {
    String id = recorded("Plain Ltd", 9000);
    open("/decisions/" + id + "?lang=en");
    page.locator("[data-outcome=promise] > summary").click();
    page.locator("#promise-note").fill("half typed");
    page.locator(".what-if summary").click();
    page.locator("#add").selectOption("daysToLimitation");
    page.locator(".add button").click();
    Locator added = page.locator("[name='set.daysToLimitation']");
    assertThat(added).isFocused();
    added.fill("20");
    added.press("Enter");
    assertThat(page.locator(".hypothetical")).containsText("Days to limitation is 20");
    assertThat(page.locator("#promise-note")).hasValue("half typed");
    page.goBack();
    assertThat(page.locator(".hypothetical")).hasCount(0);
  }

  @Test
  void everythingWorksWithoutScript() {
    context.close();
    use(
        new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setJavaScriptEnabled(false)
            .setViewportSize(1280, 900));
    String id = recorded("Plain Ltd", 9000);
    open("/decisions/" + id + "?lang=en");
    page.locator("[name='set.riskTier']").selectOption("E");
    page.locator(".what-if .ask button").click();
    assertThat(page.locator("#differences")).isVisible();
    page.locator(".quick button[value=CONTACTED]").click();
    assertThat(page.locator("#reported")).containsText("Reached");
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() {
    page.setViewportSize(390, 844);
    String id = recorded("A".repeat(60) + ATTACK, 900000);
    for (String query : List.of("?lang=zh", "?lang=en&pay=60&set.cause=HABIT")) {
      open("/decisions/" + id + query);
      page.evaluate(
          "() => document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })");
      int overflow =
          (int)
              page.evaluate(
                  "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(overflow).as(query).isZero();
    }
  }
}
