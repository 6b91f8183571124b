package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk over three hundred accounts, with a small policy that grants plans. */
class PortfolioDeskIT {

  private static final String PLANS =
      """
      Decision,installments,Installments,分期
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,installmentCount,downPaymentPercent,installmentIntervalDays,installmentAnnualInterestPercent,installmentMethod
      IN-010,>= 20,4,30,30,6,EQUAL_PRINCIPAL
      """;

  private static final String NEXT =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,>= 20,OFFER_INSTALLMENTS
      NA-020,>= 1,COLLECTION_CALL
      """;

  private static final String PRIORITY =
      """
      Decision,priority,Priority,优先级
      Hit policy,C+

      ,When,Then,Notes
      Row,daysPastDue,priority,Reason (zh),Reason (en)
      PP-010,>= 1,10,逾期,late
      PP-020,>= 60,25,久拖,late for long
      """;

  private static Chromium chromium;
  private static HttpServer server;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() throws IOException {
    List<PolicyFile> files =
        List.of(
            table("installments", PLANS),
            table("next-action", NEXT),
            table("priority", PRIORITY),
            shipped("rules/holds.drl"),
            shipped("rules/choice.drl"));
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    DecisionPipeline pipeline =
        new DecisionPipeline(
            loaded
                .policy()
                .orElseThrow(() -> new IllegalStateException(loaded.findings().toString())));
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    server = HttpServer.listen("127.0.0.1", 0, clock);
    server.open(pipeline, loaded.findings(), files, Optional.of(DemoPortfolio.AS_OF));
    Await.accounts(server, fitting(pipeline));
    chromium = Chromium.launch();
  }

  private static int fitting(DecisionPipeline pipeline) {
    CaseReader reader = new CaseReader(pipeline.policy());
    int count = 0;
    for (DemoAccount account : DemoPortfolio.asOf(DemoPortfolio.AS_OF)) {
      try {
        reader.read(
            account.json().getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH);
        count++;
      } catch (InvalidCase unfit) {
        // needs words that the small policy does not have
      }
    }
    return count;
  }

  private static PolicyFile table(String code, String csv) {
    return new PolicyFile("decision-tables/" + code + ".csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static PolicyFile shipped(String path) throws IOException {
    return new PolicyFile(path, java.nio.file.Files.readAllBytes(java.nio.file.Path.of(path)));
  }

  @AfterAll
  static void close() {
    chromium.close();
    server.stop();
  }

  @BeforeEach
  void openPage() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void theBrowserDidNotComplain() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void open(String path) {
    page.navigate(server.url() + path);
  }

  private List<BigDecimal> points() {
    return page.locator("#accounts tbody .points").allTextContents().stream()
        .map(BigDecimal::new)
        .toList();
  }

  @Test
  void threeHundredAccountsStandInTheOrderOfPriorityPageByPage() {
    open("/");
    assertThat(page.locator("#accounts tbody tr")).hasCount(50);
    assertThat(page.locator("#total")).hasText(Pattern.compile("3\\d\\d accounts"));
    assertThat(points()).isSortedAccordingTo(Comparator.reverseOrder());
    BigDecimal last = points().get(49);
    page.locator(".pages a[rel=next]").click();
    assertThat(points().get(0)).isLessThanOrEqualTo(last);
    page.locator(".pages a[rel=first]").click();
    assertThat(points().get(49)).isEqualTo(last);
  }

  @Test
  void theSearchFindsAnAccountOfAnyPage() {
    open("/");
    Locator search = page.getByLabel("Customer, name or id");
    search.fill("d-1325");
    search.press("Enter");
    assertThat(page.locator("#accounts tbody tr")).hasCount(1);
    assertThat(page.locator("#accounts tbody tr")).containsText("D-1325");
    search.fill("zzzz");
    search.press("Enter");
    assertThat(page.getByText("No account matches").first()).isVisible();
    page.getByText("Show all accounts").first().click();
    assertThat(page.locator("#accounts tbody tr")).hasCount(50);
  }

  @ParameterizedTest
  @CsvSource({"en, Next action, Installments 4", "zh, 下一步动作, 分期 4 期"})
  void anActionCanBeAskedForAloneAndTheFilterStaysOnTheWayThroughTheAccounts(
      String language, String action, String tag) {
    open("/?lang=" + language);
    page.locator(".filters summary").click();
    page.getByLabel(action).selectOption("OFFER_INSTALLMENTS");
    page.locator(".filters button").click();
    assertThat(page.locator("#accounts tbody .tag").first()).hasText(tag);
    assertThat(page.locator("#accounts tbody .kind:not(.kind-offer)")).hasCount(0);
    List<String> names = page.locator("#accounts tbody th a").allTextContents();
    page.locator("#accounts tbody th a").first().click();
    for (String name : names.subList(0, 3)) {
      assertThat(page.locator("h1")).hasText(name);
      page.locator(".crumbs a[rel=next]").click();
    }
    page.locator(".crumbs a").first().click();
    assertThat(page.getByLabel(action)).hasValue("OFFER_INSTALLMENTS");
  }

  @ParameterizedTest
  @CsvSource({"en, Installment plan, Down payment, equal principal, Sum", "zh, 分期付款, 首付, 等额本金, 合计"})
  void anAccountWithAPlanShowsItsSchedule(
      String language, String plan, String down, String method, String sum) {
    open("/?action=OFFER_INSTALLMENTS&lang=" + language);
    page.locator("#accounts tbody th a").first().click();
    Locator offer = page.locator("[data-offer=OFFER_INSTALLMENTS]");
    assertThat(offer).containsText(plan);
    assertThat(offer).containsText(method);
    Locator lines = offer.locator(".schedule tbody tr");
    assertThat(lines).hasCount(6);
    assertThat(lines.first()).containsText(down);
    assertThat(lines.nth(1)).containsText(Pattern.compile("202[67]-\\d\\d-\\d\\d"));
    assertThat(lines.last()).containsText(sum);
  }

  @Test
  void anOfferThatIsNotMadeStandsOnceWithItsReason() {
    open("/?action=WAIT&lang=en");
    page.locator("#accounts tbody th a").first().click();
    assertThat(page.locator("[data-no-offer=OFFER_INSTALLMENTS]")).hasCount(1);
    assertThat(page.locator("[data-no-offer=OFFER_INSTALLMENTS] p")).not().isEmpty();
    assertThat(page.locator(".alternatives [data-code=OFFER_INSTALLMENTS]")).hasCount(0);
  }

  @Test
  void onAPhoneWhatToDoStandsBeforeWhyAndTheScheduleStaysInItsCard() {
    page.setViewportSize(390, 844);
    open("/?action=OFFER_INSTALLMENTS&lang=en");
    page.locator("#accounts tbody th a").first().click();
    List<String> order =
        List.of("#action", "#offers", "#holds", "#alternatives", "#priority", "#why");
    assertThat(order.stream().map(this::top).toList()).isSorted();
    double card = right("[data-offer=OFFER_INSTALLMENTS]");
    for (Locator cell : page.locator(".schedule tr > *:visible").all()) {
      BoundingBox box = cell.boundingBox();
      assertThat(box.x + box.width).isLessThanOrEqualTo(card);
    }
  }

  @Test
  void actionsThatWereNeverTakenAreNotListedAmongTheFacts() {
    open("/?action=OFFER_INSTALLMENTS&lang=en");
    page.locator("#accounts tbody th a").first().click();
    List<String> codes = page.locator("#facts dt code").allTextContents();
    List<String> values = page.locator("#facts dd").allTextContents();
    assertThat(codes).contains("daysPastDue");
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).startsWith("times ")) {
        assertThat(values.get(i)).as(codes.get(i)).isNotEqualTo("0");
      }
    }
  }

  private double top(String selector) {
    return page.locator(selector).boundingBox().y;
  }

  private double right(String selector) {
    BoundingBox box = page.locator(selector).first().boundingBox();
    return box.x + box.width;
  }

  @Test
  void theTextOfAnOfferStaysText() {
    open("/try#own-case");
    page.locator("#json")
        .fill(
            """
            { "asOf": "2026-11-20", "bankDataAsOf": "2026-11-19", "customer": { "id": "C" },
              "receivables": [ { "id": "<b id='x'>R</b>", "currency": "CNY", "amount": 270000,
                "dueOn": "2026-10-01" } ] }
            """);
    page.locator("#paste-form button.primary").click();
    assertThat(page.locator("[data-offer=OFFER_INSTALLMENTS]")).containsText("<b id='x'>R</b>");
    assertThat(page.locator("#x")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void nothingRunsOutOfTheScreen(int width) {
    page.setViewportSize(width, 900);
    open("/?action=OFFER_INSTALLMENTS");
    assertThat(overflow()).isZero();
    page.locator("#accounts tbody th a").first().click();
    assertThat(page.locator(".schedule").first()).isVisible();
    assertThat(overflow()).isZero();
  }

  private int overflow() {
    return (int)
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Test
  void theKeyboardLeadsThroughTheDesk() {
    open("/");
    page.keyboard().press("j");
    assertThat(page.locator("#accounts tbody th a").first()).isFocused();
    page.keyboard().press("j");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("k");
    Locator second = page.locator("#accounts tbody th a").nth(1);
    assertThat(second).isFocused();
    String name = second.textContent();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText(name);
    keysAreListenedTo();
    page.keyboard().press("n");
    assertThat(page.locator("h1")).not().hasText(name);
    keysAreListenedTo();
    page.keyboard().press("u");
    assertThat(page.locator("#accounts")).isVisible();
    keysAreListenedTo();
    page.keyboard().press("n");
    assertThat(page.locator(".pages a[rel=first]")).isVisible();
    keysAreListenedTo();
    page.keyboard().press("/");
    assertThat(page.locator("#search")).isFocused();
    page.keyboard().type("j?nu");
    assertThat(page.locator("#search")).hasValue("j?nu");
  }

  /** The page's script has run: it shows what opens the list of keys. */
  private void keysAreListenedTo() {
    assertThat(page.locator("#keys-open")).isVisible();
  }

  @Test
  void singleKeysAreListedAndCanBeSwitchedOff() {
    open("/");
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.locator("#keys-on").uncheck();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).not().isVisible();
    page.locator("h1").click();
    page.keyboard().press("/");
    assertThat(page.locator("#search")).not().isFocused();
    page.reload();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).not().isVisible();
    page.locator("#keys-open").click();
    assertThat(page.locator("#keys-on")).not().isChecked();
  }
}
