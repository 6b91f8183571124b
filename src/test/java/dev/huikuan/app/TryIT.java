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

  private void paste(String json) {
    open("/try#own-case");
    page.locator("#json").fill(json);
  }

  private void decidePasted() {
    page.locator("#paste-form button.primary").click();
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
    paste(Running.exampleCase());
    decidePasted();
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
    paste(Running.exampleCase());
    page.locator("#asOf").fill("2026-09-01");
    decidePasted();
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
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    paste(
        Running.exampleCase()
            .replace("杭州示例装备有限公司", attack)
            .replace("\"INV-1\"", "\"<b id='x'>INV</b>\""));
    decidePasted();
    assertThat(page.locator("h1")).hasText(attack);
    assertThat(page.locator("#x")).hasCount(0);
    assertThat(page.locator(".items th[scope=row]").first()).containsText("<b id='x'>INV</b>");
    assertThat(page.title()).doesNotContain("owned");
    assertThat(page.getByLabel("Case (JSON)").inputValue()).contains(attack);
  }

  @Test
  void aBrokenCaseShowsEachFaultAtItsPlace() {
    String broken =
        """
        {
          "customer": { "id": "C-1", "segmet": "KEY" },
          "receivables": [
            { "id": "INV-1",
              "amount": -5 }
          ]
        }""";
    paste(broken);
    decidePasted();
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
    page.locator("#own-case > summary").click();
    page.locator("#json").fill(Running.exampleCase());
    page.locator("#asOf").press("Enter");
    assertThat(page.locator(".hero h2")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @ParameterizedTest
  @CsvSource({
    "en, More about the customer, Do not contact, 'expected a number, found `much`'",
    "zh, 更多客户信息, 禁止联系, 应为数字"
  })
  void aCaseIsFilledInAndEachFaultStandsAtItsField(
      String language, String more, String doNotContact, String fault) {
    open("/try?lang=" + language);
    page.locator("[name='/receivables/0/amount']").fill("much");
    page.locator("[name='/receivables/0/dueOn']").fill("2026-10-01");
    page.locator("summary", new Page.LocatorOptions().setHasText(more)).click();
    page.getByLabel(doNotContact).selectOption("true");
    page.locator("#case-form button.primary").click();
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator(".fault")).containsText(fault);
    Locator amount = page.locator("[name='/receivables/0/amount']");
    assertThat(amount).hasValue("much");
    assertThat(amount).hasAttribute("aria-invalid", "true");
    assertThat(page.getByLabel(doNotContact)).hasValue("true");
    amount.fill("270,000");
    amount.press("Enter");
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("[data-code=DO_NOT_CONTACT]").first()).isVisible();
    assertThat(page.locator(".items")).containsText("270,000");
  }

  @Test
  void theCommandForTheSameAnswerIsThereToCopy() {
    paste(Running.exampleCase().replace("杭州示例装备有限公司", "O'Brien & Söhne"));
    page.locator("#asOf").fill("2026-09-01");
    decidePasted();
    page.locator("#curl > summary").click();
    assertThat(page.locator("#curl-text"))
        .containsText("curl -s -X POST '" + Running.server().url() + "/v1/decisions?dryRun=true'");
    assertThat(page.locator("#curl-text")).containsText("O'\\''Brien & Söhne");
    assertThat(page.locator("#curl-text")).containsText("\"asOf\":\"2026-09-01\"");
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.locator("#curl button").click();
    assertThat(page.locator("#curl [role=status]")).hasText("Copied");
  }

  @ParameterizedTest
  @CsvSource({"/nowhere, 404", "/try?case=none, 404", "/decisions/x, 404"})
  void whatIsNotThereIsAPageWithAWayBack(String path, int status) {
    Response answer = open(path);
    assertThat(answer.status()).isEqualTo(status);
    complaints.removeIf(text -> text.contains("404"));
    assertThat(page.locator("[role=alert] h1")).isVisible();
    assertThat(page.locator(".ways a")).hasAttribute("href", "/");
  }
}
