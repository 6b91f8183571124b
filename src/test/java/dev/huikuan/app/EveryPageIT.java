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

  /** The cards that are narrower than what is in them. */
  private static final String BURST =
      """
      [...document.querySelectorAll(".card")]
        .filter((card) => card.scrollWidth > card.clientWidth + 1)
        .map((card) => card.innerText.slice(0, 40))
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

  /** Of the eight looks the four in which every two of language, scheme and width meet. */
  static Stream<Look> looks() {
    return Stream.of(
        new Look("en-GB", ColorScheme.LIGHT, 1280),
        new Look("zh-CN", ColorScheme.DARK, 1280),
        new Look("zh-CN", ColorScheme.LIGHT, 390),
        new Look("en-GB", ColorScheme.DARK, 390));
  }

  /** How somebody looks at pages. */
  record Look(String locale, ColorScheme scheme, int width) {

    /** English on a light screen, Chinese on a dark one: axe takes seconds for a long page. */
    boolean axe() {
      return width == 1280;
    }
  }

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
                    .setViewportSize(look.width(), 900))) {
      house.enter(context);
      for (ShowHouse.Shown shown : pages) {
        Page page = context.newPage();
        String where = shown.name() + " ";
        listen(page, where, complaints);
        page.navigate(house.url() + shown.path());
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        int overflow =
            (int)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) {
          complaints.add(where + "is " + overflow + " pixels wider than the screen");
        }
        for (Object card : (List<?>) page.evaluate(BURST)) {
          complaints.add(where + "sticks out of its card: " + card);
        }
        if (look.axe() && !ALIKE.contains(shown.name())) {
          page.evaluate(AxeBuilder.getAxeScript());
          for (Object violation : (List<?>) page.evaluate(SERIOUS)) {
            complaints.add(where + violation);
          }
        }
        page.close();
      }
    }
    assertThat(complaints).as(look.toString()).isEmpty();
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
