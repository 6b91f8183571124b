package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
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

/** Any case, tried in a real browser. */
class TryIT {

  private static final int MOST_OVERFLOW = 0;

  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
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

  private Response open(String path) {
    return page.navigate(Running.server().url() + path);
  }

  private Locator heading(String name) {
    return role("heading", name);
  }

  private Locator button(String name) {
    return role("button", name);
  }

  private Locator link(String name) {
    return role("link", name);
  }

  /** By selector: Playwright's AriaRole loses its i under a Turkish locale. */
  private Locator role(String role, String name) {
    return page.locator("role=" + role + "[name=\"" + name + "\"]");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, en, Try a case", "zh-CN, zh, 试一试"})
  void theBrowsersLanguageIsUsed(String locale, String tag, String title) {
    context.close();
    use(new Browser.NewContextOptions().setLocale(locale));
    open("/try");
    assertThat(page.locator("html")).hasAttribute("lang", tag);
    assertThat(page.locator("h1")).containsText(title);
    assertThat(page.locator(".demos li")).hasCount(44);
  }

  @Test
  void aLanguageThatIsChosenIsRememberedAndKeepsThePage() {
    open("/try?case=demo-17-partial-dispute");
    link("中文").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh");
    assertThat(heading("不该做什么，为什么")).isVisible();
    open("/try");
    assertThat(page.locator("h1")).containsText("试一试");
  }

  @Test
  void anAccountOfTheWorklistShowsWhatToDoAndWhyDownToTheCell() {
    open("/try");
    page.locator(".demos a[href*=demo-17-partial-dispute]").click();
    assertThat(page.locator(".hero h2")).not().isEmpty();
    assertThat(page.locator(".hero .terms")).containsText("By whom");
    assertThat(page.locator("[data-code=DISPUTE_OPEN]")).containsText("CNY");
    Locator step = page.locator(".step-table", new Page.LocatorOptions().setHasText("NA-")).first();
    assertThat(step.locator(".location"))
        .hasText(Pattern.compile("decision-tables/.+\\.xlsx#.+![A-Z]+\\d+"));
    assertThat(step.locator(".cells tbody tr").first()).isVisible();
    assertThat(page.locator(".step-rule .location").first())
        .hasText(Pattern.compile("rules/\\w+\\.drl:\\d+"));
  }

  @Test
  void aCaseIsChangedAndDecidedAgain() {
    open("/try?case=demo-01-first-reminder");
    String before = page.locator(".hero h2").textContent();
    link("See or change the case").click();
    Locator json = page.getByLabel("Case (JSON)");
    json.fill(json.inputValue().replaceFirst("\"doNotContact\": false", "\"doNotContact\": true"));
    button("Decide").click();
    assertThat(page.locator("[data-code=DO_NOT_CONTACT]").first()).isVisible();
    assertThat(page.locator(".hero h2")).not().hasText(before);
  }

  @Test
  void thePastedCaseCanBeReadInTheOtherLanguageWithoutPastingItAgain() {
    open("/try");
    page.getByLabel("Case (JSON)").fill(Running.exampleCase());
    button("Decide").click();
    assertThat(page.locator("h1")).hasText("杭州示例装备有限公司");
    button("中文").click();
    assertThat(page.locator("h1")).hasText("杭州示例装备有限公司");
    assertThat(heading("不该做什么，为什么")).isVisible();
  }

  @Test
  void whatIsAssumedStaysWhenTheLanguageChangesAndGoesByItsButton() {
    open("/try?case=demo-17-partial-dispute&lang=en");
    page.getByLabel("Paid now (%)").fill("45");
    page.locator("#what-if-form .ask button").click();
    assertThat(page.locator(".hypothetical")).isVisible();
    assertThat(page.locator("#pay")).hasValue("45");
    page.locator(".switch").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh");
    assertThat(page.locator(".hypothetical")).containsText("假设客户现在支付");
    assertThat(page.locator("#pay")).hasValue("45");
    page.locator("#pay").press("Enter");
    assertThat(page.locator("html")).hasAttribute("lang", "zh");
    page.getByText("回到实际情况").click();
    assertThat(page.locator(".hypothetical")).hasCount(0);
    assertThat(page.locator("#pay")).hasValue("");
  }

  @Test
  void anotherDateGivesAnotherAnswer() {
    open("/try");
    page.getByLabel("Case (JSON)").fill(Running.exampleCase());
    page.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).fill("2026-09-01");
    button("Decide").click();
    assertThat(page.locator(".heading time")).hasText("2026-09-01");
    assertThat(page.locator("[data-code=NOTHING_DUE]").first()).isVisible();
    link("See or change the case").click();
    page.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    assertThat(page.locator(".heading time")).hasText("2026-09-01");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void whatACaseCallsThingsStaysText() {
    String attack =
        "</textarea><script>document.title='owned'</script><img src=x onerror=alert(1)>";
    open("/try");
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    page.getByLabel("Case (JSON)")
        .fill(
            Running.exampleCase()
                .replace("杭州示例装备有限公司", attack)
                .replace("\"INV-1\"", "\"<b id='x'>INV</b>\""));
    button("Decide").click();
    assertThat(page.locator("h1")).hasText(attack);
    assertThat(page.locator("#x")).hasCount(0);
    assertThat(page.locator(".items th[scope=row]").first()).containsText("<b id='x'>INV</b>");
    assertThat(page.title()).doesNotContain("owned");
    assertThat(page.getByLabel("Case (JSON)").inputValue()).contains(attack);
  }

  @Test
  void aBrokenCaseShowsEachFaultAtItsPlace() {
    open("/try");
    String broken =
        """
        {
          "customer": { "id": "C-1", "segmet": "KEY" },
          "receivables": [
            { "id": "INV-1",
              "amount": -5 }
          ]
        }""";
    page.getByLabel("Case (JSON)").fill(broken);
    button("Decide").click();
    assertThat(page.locator("[role=alert]")).containsText("so nothing was decided");
    assertThat(page.locator(".pointer", new Page.LocatorOptions().setHasText("/customer/segmet")))
        .isVisible();
    Locator amount =
        page.locator(".faults li", new Page.LocatorOptions().setHasText("/receivables/0/amount"));
    assertThat(amount).containsText("\"amount\": -5");
    amount.locator("button").click();
    assertThat(page.getByLabel("Case (JSON)")).isFocused();
    assertThat(page.evaluate("() => getSelection().toString()"))
        .isEqualTo("      \"amount\": -5 }");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    open("/try");
    page.keyboard().press("Tab");
    assertThat(link("Skip to content")).isFocused();
    page.keyboard().press("Enter");
    page.locator(".demos a").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".hero h2")).isVisible();
    Locator edit = page.locator("#edit > summary");
    edit.focus();
    page.keyboard().press("Enter");
    page.getByLabel("Case (JSON)").focus();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".hero h2")).isVisible();
    assertThat(page.locator("h1")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void nothingRunsOutOfTheScreen(int width) {
    page.setViewportSize(width, 900);
    for (String path :
        List.of(
            "/",
            "/try",
            "/try?case=demo-17-partial-dispute",
            "/try?case=demo-04-formal-demand",
            "/docs")) {
      open(path);
      int overflow =
          (int)
              page.evaluate(
                  "() => document.documentElement.scrollWidth"
                      + " - document.documentElement.clientWidth");
      assertThat(overflow).as(path).isLessThanOrEqualTo(MOST_OVERFLOW);
    }
  }

  @Test
  void thePageWorksWithoutScript() {
    context.close();
    use(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
    open("/try");
    page.getByLabel("Case (JSON)").fill(Running.exampleCase());
    page.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    assertThat(page.locator(".hero h2")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }
}
