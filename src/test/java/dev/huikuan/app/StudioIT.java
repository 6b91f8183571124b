package dev.huikuan.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.huikuan.access.Role;
import dev.huikuan.store.Databases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of the policy in a real browser, from the upload to the way back. */
class StudioIT {

  private static final String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>";

  /** The first element that makes the page wider than the screen; empty when none does. */
  private static final String WIDER =
      "() => { const root = document.documentElement;"
          + " if (root.scrollWidth <= root.clientWidth) return '';"
          + " const wide = [...document.querySelectorAll('body *')]"
          + ".filter(one => one.getBoundingClientRect().right > root.clientWidth);"
          + " return wide.map(one => one.outerHTML.slice(0, 80)).join(' | ') || 'something'; }";

  /** A file in a hand. */
  private static final String CARRIED =
      "text => { const data = new DataTransfer();"
          + " data.items.add(new File([%s], 'next-action.csv')); return data; }";

  private static final String URL = Databases.POSTGRESQL.fresh();
  private static Chromium chromium;
  private static LiveService service;
  private static String server;
  private static String analyst;
  private static String approver;
  private static String crm;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void launch() throws Exception {
    service = LiveService.over(URL, SmallPolicy.saying("first")).start();
    server = service.request("/").build().uri().toString();
    analyst = SignedIn.key(service, URL, "Ann", Role.ANALYST);
    approver = SignedIn.key(service, URL, "Bo", Role.APPROVER);
    crm = SignedIn.key(service, URL, "ERP", Role.CRM);
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    service.close();
  }

  @AfterEach
  void theBrowserDidNotComplain() {
    contexts.forEach(BrowserContext::close);
    assertThat(complaints).isEmpty();
  }

  /** A browser in which somebody has signed in. */
  private Page signedIn(String locale, int width, String key) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, 900));
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
    open(page, "studio");
    page.locator("#key").fill(key);
    page.keyboard().press("Enter");
    page.waitForURL(server + "studio");
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate(server + path);
  }

  private static byte[] table(String reason, String action) {
    return SmallPolicy.table(reason)
        .replace("COLLECTION_CALL", action)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Puts a file on the box as a hand with a mouse does. */
  private static void drop(Page page, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    drop(page, page.evaluateHandle(CARRIED.formatted("text"), text));
  }

  private static void drop(Page page, JSHandle carried) {
    page.dispatchEvent("#drop", "dragover", Map.of("dataTransfer", carried));
    page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", carried));
  }

  /** Moves the focus on with the Tab key until it is there. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      if ((boolean) page.evalOnSelector(selector, "one => one === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not lead to " + selector);
  }

  private static String decision() {
    return service.as(crm).decide().body();
  }

  private static String versionOn(Page page) {
    return page.locator("h1 code").textContent();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, made and checked, Approved., It is live, Checked, Superseded, Roll back to this version",
    "zh-CN, 已生成并检查完毕, 已批准。, 已生效, 检查通过, 曾使用, 回退到此版本"
  })
  void aChangeGoesFromTheUploadToLiveAndBack(
      String locale,
      String made,
      String approved,
      String live,
      String checked,
      String superseded,
      String back) {
    String before = service.as(crm).active();
    String reason = "changed " + locale;
    Page ann = signedIn(locale, 1280, analyst);
    drop(ann, table(reason, "COLLECTION_CALL"));
    assertThat(ann.locator("#chosen")).containsText("next-action.csv");
    ann.locator("#note").fill(ATTACK);
    ann.locator("#draft-form button.primary").click();
    assertThat(ann.locator(".done")).containsText(made);
    assertThat(ann.locator("h1 .badge")).hasText(checked);
    assertThat(ann.locator("#version-note")).hasText(ATTACK);
    assertThat(ann.locator("#changes ins")).hasText(reason);
    assertThat(ann.locator("#approval")).hasCount(0);
    String version = versionOn(ann);

    Page bo = signedIn(locale, 1280, approver);
    bo.locator("#versions a.version").first().click();
    assertThat(bo.locator("h1 code")).hasText(version);
    bo.locator("#approval-note").fill("looks right");
    bo.locator("#approval button.primary").click();
    assertThat(bo.locator(".done")).hasText(approved);
    assertThat(bo.locator(".swap")).containsText(before.substring(0, 12));
    bo.locator("#activation-note").fill("from today");
    bo.locator("#activation button.primary").click();
    assertThat(bo.locator(".done")).containsText(live);
    assertThat(decision()).contains(reason).contains(version);

    open(bo, "studio/" + before);
    assertThat(bo.locator("h1 .badge")).hasText(superseded);
    assertThat(bo.locator("#activation button.primary")).hasText(back);
    bo.locator("#activation-note").fill("back again");
    bo.locator("#activation button.primary").click();
    assertThat(bo.locator(".done")).containsText(live);
    assertThat(decision()).contains(before).doesNotContain(reason);
    assertThat(bo.locator(".events li").first()).containsText("back again");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, Error, Did you mean, Draft", "zh-CN, 错误, 是否想写, 草稿"})
  void aWorkbookWithAnErrorIsMarkedAtItsCell(
      String locale, String error, String near, String draft) {
    Page ann = signedIn(locale, 1280, analyst);
    ann.locator("#files")
        .setInputFiles(
            new FilePayload(
                "next-action.csv", "text/csv", table(ATTACK + locale, "COLECTION_CALL")));
    assertThat(ann.locator("#chosen li")).hasCount(1);
    ann.locator("#note").fill("a slip");
    ann.locator("#draft-form button.primary").click();
    assertThat(ann.locator("h1 .badge")).hasText(draft);
    assertThat(ann.locator(".findings .notice-error").first()).containsText(error);
    assertThat(ann.locator(".findings .notice-error").first()).containsText(near);
    assertThat(ann.locator(".findings a.cell").first())
        .hasAttribute(
            "href",
            "/studio/"
                + versionOn(ann)
                + "/sheet?file=decision-tables%2Fnext-action.csv&sheet=#C5");
    assertThat(ann.locator("#changes")).containsText(ATTACK);
    assertThat(ann.locator("#changes img, #changes script")).hasCount(0);
  }

  @Test
  void aFileThatIsTooLargeIsToldBeforeItIsSent() {
    Page ann = signedIn("en-GB", 1280, analyst);
    drop(ann, ann.evaluateHandle(CARRIED.formatted("new Uint8Array(20000001)")));
    assertThat(ann.locator("#chosen .refused")).containsText("too large");
    assertThat(ann.locator("#draft-form button.primary")).isDisabled();
    drop(ann, table("small again", "COLLECTION_CALL"));
    assertThat(ann.locator("#draft-form button.primary")).isEnabled();
  }

  @ParameterizedTest
  @CsvSource({"en-GB, made and checked, Approved.", "zh-CN, 已生成并检查完毕, 已批准。"})
  void uploadAndApprovalNeedNoMouse(String locale, String made, String approved) {
    Page ann = signedIn(locale, 1280, analyst);
    FilePayload file =
        new FilePayload("next-action.csv", "text/csv", table("keys " + locale, "COLLECTION_CALL"));
    ann.onFileChooser(chooser -> chooser.setFiles(file));
    tabTo(ann, "#files");
    ann.keyboard().press("Enter");
    assertThat(ann.locator("#chosen li")).hasCount(1);
    tabTo(ann, "#note");
    ann.keyboard().type("by keyboard");
    ann.keyboard().press("Enter");
    assertThat(ann.locator(".done")).containsText(made);
    String version = versionOn(ann);
    Page bo = signedIn(locale, 1280, approver);
    open(bo, "studio/" + version);
    tabTo(bo, "#approval-note");
    bo.keyboard().type("by keyboard, too");
    bo.keyboard().press("Enter");
    assertThat(bo.locator(".done")).hasText(approved);
  }

  @Test
  void anotherRoleIsToldWhichMay() {
    BrowserContext context =
        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    contexts.add(context);
    Page page = context.newPage();
    open(page, "studio");
    page.locator("#key").fill(crm);
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("It needs one of the roles analyst, approver");
    assertThat(page.locator("header nav a[href='/studio']")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"1280, en-GB", "390, en-GB", "390, zh-CN"})
  void nothingIsWiderThanTheScreen(int width, String locale) {
    Page ann = signedIn(locale, width, analyst);
    assertThat(ann.evaluate(WIDER)).as(locale).isEqualTo("");
    ann.locator("#files")
        .setInputFiles(
            new FilePayload(
                "next-action.csv",
                "text/csv",
                table("w".repeat(300) + width + locale, "COLECTION_CALL")));
    ann.locator("#note").fill("m".repeat(300));
    ann.locator("#draft-form button.primary").click();
    assertThat(ann.locator("#changes ins").first()).isVisible();
    assertThat(ann.evaluate(WIDER)).as(locale).isEqualTo("");
  }
}
