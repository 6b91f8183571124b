package dev.huikuan.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every page, in both languages, light and dark, on a screen and on a phone: axe
 * finds nothing serious (on the screen), the browser does not complain, nothing comes from
 * elsewhere, nothing is wider than the screen or its card.
 */
class EveryPageIT {

  /** What is serious or critical, with the first place; nothing else is brought out of the page. */
  private static final String SERIOUS =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations
          .filter((rule) => rule.impact === "serious" || rule.impact === "critical")
          .map((rule) => rule.id + ": " + rule.nodes[0].html);
      }
      """;

  /** What stays wider than the screen or its card; charts take a moment to follow a window. */
  private static final String TOO_WIDE =
      """
      async () => {
        const all = [document.documentElement, ...document.querySelectorAll(".card")];
        const wide = () => all.filter((one) => one.scrollWidth > one.clientWidth + 1);
        for (let looks = 0; looks < 50 && wide().length > 0; looks++) {
          await new Promise((later) => setTimeout(later, 100));
        }
        return wide().map((one) => `${one.tagName} ${one.id} ${one.scrollWidth} > ${one.clientWidth}`);
      }
      """;

  /** Pages made of the same parts as another, which axe looks at. */
  private static final Set<String> ALIKE =
      Set.of(
          "desk-filtered",
          "account-call",
          "account-stayed",
          "try-answer",
          "version-own",
          "version-active");

  private static final int SCREEN = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  private static ShowHouse house;
  private static List<ShowHouse.Shown> pages = List.of();
  private static Chromium chromium;

  @BeforeAll
  static void launch() throws IOException {
    house = ShowHouse.open();
    pages = house.pages();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    chromium.close();
    house.close();
  }

  /** Axe takes seconds for a long page, so that each scheme is looked at in one language. */
  static Stream<Look> looks() {
    return Stream.of(new Look("en-GB", ColorScheme.LIGHT), new Look("zh-CN", ColorScheme.DARK));
  }

  /** How somebody looks at pages. */
  record Look(String locale, ColorScheme scheme) {}

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsWrongWithAnyPage(Look look) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(look.locale())
                    .setColorScheme(look.scheme())
                    .setViewportSize(SCREEN, HEIGHT))) {
      house.enter(context);
      for (ShowHouse.Shown shown : pages) {
        Page page = context.newPage();
        String where = shown.name() + " ";
        listen(page, where, complaints);
        page.navigate(house.url() + shown.path());
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        fit(page, where, complaints);
        if (!ALIKE.contains(shown.name())) {
          page.evaluate(AxeBuilder.getAxeScript());
          for (Object violation : (List<?>) page.evaluate(SERIOUS)) {
            complaints.add(where + violation);
          }
        }
        page.setViewportSize(PHONE, HEIGHT);
        fit(page, where + "on a phone ", complaints);
        page.close();
      }
    }
    assertThat(complaints).as(look.toString()).isEmpty();
  }

  private static void fit(Page page, String where, List<String> complaints) {
    for (Object wide : (List<?>) page.evaluate(TOO_WIDE)) {
      complaints.add(where + "is too wide: " + wide);
    }
  }

  private static void listen(Page page, String where, List<String> complaints) {
    page.onConsoleMessage(
        message -> {
          boolean answer = message.text().contains("status of 404");
          if (message.type().equals("error") && !answer) {
            complaints.add(where + message.text());
          }
        });
    page.onPageError(error -> complaints.add(where + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(house.url()) && !request.url().startsWith("blob:")) {
            complaints.add(where + "asks " + request.url());
          }
        });
  }
}
